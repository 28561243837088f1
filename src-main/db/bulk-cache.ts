// A wider page cache for the writer while much is written: index keys in no order touch pages all over the file, and with
// encryption a page that falls out of the cache is deciphered and checked again at its next use (4 times slower at a million).

import { writerCacheKiB } from './connection-profile';
import type { Query } from './query';

const bulkCacheKiB = 512 * 1024;

/** To be run on the writer, before and after. */
export const widenCache: Query = { sql: `pragma cache_size = -${bulkCacheKiB}`, parameters: [] };
export const narrowCache: Query = { sql: `pragma cache_size = -${writerCacheKiB}`, parameters: [] };

// How every connection to a base is set, in one place, and read back: SQLite ignores a pragma it does not know or cannot do,
// and each of these guards something that was lost in a trial without it.

import type BetterSqlite3 from 'better-sqlite3';

/** A connection. Only db/ imports the library; everybody else takes this type from db/. */
export type Database = BetterSqlite3.Database;

/**
 * scanner: reads much once (a whole list, a report) beside the reader that answers at once. copier: a reader that may `VACUUM INTO`
 * another file. snapshot: reads a copy at rest, which has no log beside it, page by page and again by every index.
 */
export type ConnectionMode = 'writer' | 'reader' | 'scanner' | 'copier' | 'snapshot';

type Setting = readonly [pragma: string, value: string, readBack: number | string];

const megabyte = 1024 * 1024;
export const writerCacheKiB = 64 * 1024;
export const readerCacheKiB = 20 * 1024;
/** What is read once needs no more; there are several, and the engine is to stay under 200 MB. */
export const scannerCacheKiB = 6 * 1024;
/** In pages of 4096 bytes. A safety net only: the engine checkpoints from a second connection when idle, because in line it stalls a commit by 17 ms. */
export const autocheckpointPages = 20_000;

/** Has to be first: a sort, a temporary table or VACUUM would otherwise write plaintext into the system's temporary folder. */
const tempStore: Setting = ['temp_store', 'memory', 2];

const common: readonly Setting[] = [
  tempStore,
  // NORMAL lost acknowledged commits in 368 of 600 simulated power cuts, FULL none in 2,600.
  ['synchronous', 'full', 2],
  ['fullfsync', 'on', 1],
  ['checkpoint_fullfsync', 'on', 1],
  ['foreign_keys', 'on', 1],
  // Deleted text would stay readable in free pages.
  ['secure_delete', 'on', 1],
  ['cell_size_check', 'on', 1],
  ['trusted_schema', 'off', 0],
  ['busy_timeout', '5000', 5000],
];

const file: readonly Setting[] = [
  ['mmap_size', '0', 0],
  ['journal_size_limit', String(64 * megabyte), 64 * megabyte],
];

const byMode: Readonly<Record<ConnectionMode, readonly Setting[]>> = {
  writer: [
    ['cache_size', String(-writerCacheKiB), -writerCacheKiB],
    ['journal_mode', 'wal', 'wal'],
    ['wal_autocheckpoint', String(autocheckpointPages), autocheckpointPages],
  ],
  reader: [
    ['cache_size', String(-readerCacheKiB), -readerCacheKiB],
    ['query_only', 'on', 1],
  ],
  scanner: [
    ['cache_size', String(-scannerCacheKiB), -scannerCacheKiB],
    ['query_only', 'on', 1],
  ],
  copier: [['cache_size', String(-readerCacheKiB), -readerCacheKiB]],
  snapshot: [
    // A page that is asked for again by an index is deciphered again unless it is kept: with 20 MB looking took a third longer.
    ['cache_size', String(-writerCacheKiB), -writerCacheKiB],
    ['query_only', 'on', 1],
  ],
};

/** SQLCipher 4's own format, so that the stock tool opens the file. `key` is 48 raw bytes: data key, then salt. */
export function applyKey(database: Database, key: Uint8Array): void {
  if (key.length !== 48) throw new Error(`a database key is 48 bytes, not ${key.length}`);
  database.pragma("cipher='sqlcipher'");
  database.pragma('legacy=4');
  const literal = rawKeyLiteral(key);
  database.key(literal);
  literal.fill(0);
}

/** Sets a keyed connection and throws when anything reads back otherwise. The first statement here that reads the file is the first to notice a wrong key. */
export function applyProfile(database: Database, mode: ConnectionMode): void {
  const settings = [...common, ...file, ...byMode[mode]];
  for (const setting of settings) set(database, setting);
  assertProfile(database, mode);
}

/** The same for an in-memory database of a test, as far as it applies there. */
export function applyMemoryProfile(database: Database): void {
  for (const setting of common) set(database, setting);
  for (const setting of common) assertSetting(database, setting);
}

/** Throws when a connection is not set as asked. */
export function assertProfile(database: Database, mode: ConnectionMode): void {
  const expected: readonly Setting[] = [
    ...common,
    ...file,
    ...byMode[mode],
    ['journal_mode', '', mode === 'snapshot' ? 'delete' : 'wal'],
    ['page_size', '', 4096],
  ];
  for (const setting of expected) assertSetting(database, setting);
}

const set = (database: Database, [pragma, value]: Setting): void => void database.pragma(`${pragma} = ${value}`);

function assertSetting(database: Database, [pragma, , expected]: Setting): void {
  const actual = database.pragma(pragma, { simple: true });
  // A build without memory mapping answers mmap_size with nothing.
  if (actual !== expected && !(pragma === 'mmap_size' && actual === undefined)) {
    throw new Error(`the connection has ${pragma} = ${String(actual)} where ${String(expected)} was asked for`);
  }
}

/** `x'<96 hex digits>'` in ASCII, made without a string that would stay in memory. */
export function rawKeyLiteral(key: Uint8Array): Buffer {
  const digits = '0123456789abcdef';
  const literal = Buffer.alloc(key.length * 2 + 3);
  literal.write("x'", 0, 'latin1');
  key.forEach((byte, index) => {
    literal[2 + index * 2] = digits.charCodeAt(byte >> 4);
    literal[3 + index * 2] = digits.charCodeAt(byte & 15);
  });
  literal.write("'", literal.length - 1, 'latin1');
  return literal;
}

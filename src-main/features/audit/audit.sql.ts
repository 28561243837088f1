// Statements about the log as a whole.

import { sql, statement } from '../../db';

type Nothing = Record<string, never>;

/** Entries of all kinds. */
export const countEntries = statement<Nothing, { count: number }>(
  () => sql<{ count: number }>`select coalesce((select max(seq) from operation), 0)
    + coalesce((select max(seq) from access_event), 0) + coalesce((select max(seq) from audit_checkpoint), 0) as count`,
);

export const selectHeadHash = statement<Nothing, { hash: string }>(
  () => sql<{ hash: string }>`select lower(hex(hash)) as hash from operation order by seq desc limit 1`,
);

export const selectHashAt = statement<{ seq: number }, { hash: string }>(
  (arg) => sql<{ hash: string }>`select lower(hex(hash)) as hash from operation where seq = ${arg('seq')}`,
);

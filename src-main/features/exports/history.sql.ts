// Statements that read the ledger for a package.

import { compiled, sql, type Query } from '../../db';

type HistoryRow = Readonly<Record<string, string | number | null>>;
type Table = 'operation' | 'change';

const columnsOf: Readonly<Record<Table, string>> = {
  operation: 'seq, id, at, user_id, actor, command, reason, group_id, undoes_id, details, lower(hex(hash)) as hash',
  change: 'seq, operation_seq, entity, record_id, party_id, action, old, new',
};

export const selectHistoryAfter = (
  table: Table,
  { after, limit }: { readonly after: number; readonly limit: number },
): Query<HistoryRow> =>
  compiled(
    sql<HistoryRow>`select ${sql.raw(columnsOf[table])} from ${sql.table(table)} where seq > ${after} order by seq limit ${limit}`,
  );

export const countHistory = (table: Table): Query<{ count: number }> =>
  compiled(sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`);

/** The last operation and the last change there are; 0 before the first. */
export const selectHead = (): Query<{ operation: number; change: number }> =>
  compiled(sql<{ operation: number; change: number }>`select
    (select coalesce(max(seq), 0) from operation) as operation, (select coalesce(max(seq), 0) from change) as change`);

/** Whether a record was changed after a change of the ledger. */
export const selectChangedSince = (record: string, seq: number): Query<{ seq: number }> =>
  compiled(sql<{ seq: number }>`select seq from change where record_id = ${record} and seq > ${seq} limit 1`);

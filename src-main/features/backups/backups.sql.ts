// Statements on targets, backups and rehearsals, and those that look whether a copy is whole.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

type TargetRow = Tables['backup_target'];
type BackupRow = Tables['backup'];
type RehearsalRow = Tables['rehearsal'];
type Nothing = Record<string, never>;

export const selectTargets = statement<Nothing, TargetRow>(() =>
  tables.selectFrom('backup_target').selectAll().orderBy('created_at'),
);
export const insertTarget = (row: TargetRow): Query => compiled(tables.insertInto('backup_target').values(row));
export const updateTarget = (id: string, columns: Partial<TargetRow>): Query =>
  compiled(tables.updateTable('backup_target').set(columns).where('id', '=', id));
export const deleteTarget = (id: string): Query => compiled(tables.deleteFrom('backup_target').where('id', '=', id));

export const selectBackups = statement<Nothing, BackupRow>(() =>
  tables.selectFrom('backup').selectAll().orderBy('made_at', 'desc').limit(200),
);
export const selectBackup = statement<{ id: string }, BackupRow>((arg) =>
  tables.selectFrom('backup').selectAll().where('id', '=', arg('id')),
);
export const insertBackup = (row: BackupRow): Query => compiled(tables.insertInto('backup').values(row));
export const deleteBackupsIn = (folders: readonly string[]): Query =>
  compiled(tables.deleteFrom('backup').where('folder', 'in', [...folders]));

export const selectRehearsals = statement<Nothing, RehearsalRow>(() =>
  tables.selectFrom('rehearsal').selectAll().orderBy('finished_at', 'desc').limit(50),
);
export const insertRehearsal = (row: RehearsalRow): Query => compiled(tables.insertInto('rehearsal').values(row));

export const integrity = statement<Nothing, { verdict: string }>(
  () => sql<{ verdict: string }>`select integrity_check as verdict from pragma_integrity_check`,
);

export const selectTables = statement<Nothing, { name: string }>(
  () => sql<{ name: string }>`select name from sqlite_schema where type = 'table'`,
);

/** Without those that stand for an index of words: what they hold lies in plain ones. */
export const selectPlainTables = statement<Nothing, { name: string }>(
  () => sql<{ name: string }>`
    select name from sqlite_schema where type = 'table' and sql not like 'create virtual%' and name not like 'sqlite_%'`,
);

/** How many rows of each entity the ledger says there are. */
export const selectBalances = statement<Nothing, { entity: string; rows: number }>(
  () => sql<{ entity: string; rows: number }>`
    select entity, sum(case action when 'insert' then 1 when 'delete' then -1 else 0 end) as rows from change group by entity`,
);

export const countRows = (table: string): Query<{ count: number }> =>
  compiled(sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`);

export const selectHead = statement<Nothing, { seq: number; hash: Uint8Array }>(() =>
  tables.selectFrom('operation').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1),
);
export const selectOperationHash = statement<{ seq: number }, { hash: Uint8Array }>((arg) =>
  tables.selectFrom('operation').select('hash').where('seq', '=', arg('seq')),
);
export const selectLastChange = statement<Nothing, { seq: number | null }>(
  () => sql<{ seq: number | null }>`select max(seq) as seq from change`,
);

export const lastRow = (table: string): Query<{ last: number | null }> =>
  compiled(sql<{ last: number | null }>`select max(rowid) as last from ${sql.table(table)}`);
/** A row at a place chosen by chance. */
export const rowFrom = (table: string, rowid: number): Query<Record<string, unknown> & { id: string }> =>
  compiled(
    sql<Record<string, unknown> & { id: string }>`select * from ${sql.table(table)} where rowid >= ${rowid} limit 1`,
  );
export const rowById = (table: string, id: string): Query<Record<string, unknown>> =>
  compiled(sql<Record<string, unknown>>`select * from ${sql.table(table)} where id = ${id}`);
export const changedAfter = statement<{ record: string; seq: number }, { seq: number }>((arg) =>
  tables
    .selectFrom('change')
    .select('seq')
    .where('record_id', '=', arg('record'))
    .where('seq', '>', arg('seq'))
    .limit(1),
);

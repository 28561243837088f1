// Statements on import jobs, remembered mappings, and the look-ups an import makes.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';
import { stands } from '../../ledger';

type JobRow = Tables['import_job'];

export const selectJobs = statement<Record<string, never>, JobRow>(() =>
  tables.selectFrom('import_job').selectAll().orderBy('started_at', 'desc').limit(100),
);
export const selectJob = statement<{ id: string }, JobRow>((arg) =>
  tables.selectFrom('import_job').selectAll().where('id', '=', arg('id')),
);
export const insertJob = (row: JobRow): Query => compiled(tables.insertInto('import_job').values(row));
export const updateJob = (id: string, columns: Partial<JobRow>): Query =>
  compiled(tables.updateTable('import_job').set(columns).where('id', '=', id));

export const saveProgress = statement<{ id: string; progress: string }>((arg) =>
  tables
    .updateTable('import_job')
    .set({ progress: arg('progress') })
    .where('id', '=', arg('id')),
);

/** Whether every operation of an import has been undone. */
export const selectStandingOperation = statement<{ group: string }, { seq: number }>((arg) =>
  tables
    .selectFrom('operation')
    .select('seq')
    .where('group_id', '=', arg('group'))
    .where('changes', '>', 0)
    .where(stands)
    .limit(1),
);

export const selectMappings = statement<Record<string, never>, Tables['import_mapping']>(() =>
  tables.selectFrom('import_mapping').selectAll().orderBy('created_at', 'desc'),
);
export const selectMappingByHeader = statement<{ header: string }, Tables['import_mapping']>((arg) =>
  tables
    .selectFrom('import_mapping')
    .selectAll()
    .where('header_key', '=', arg('header'))
    .orderBy('created_at', 'desc')
    .limit(1),
);
export const insertMapping = (row: Tables['import_mapping']): Query =>
  compiled(tables.insertInto('import_mapping').values(row));
export const deleteMapping = (id: string): Query => compiled(tables.deleteFrom('import_mapping').where('id', '=', id));

/** An organisation whose name folds and sorts alike; also one that was merged into another since. */
export const selectOrganisationByKey = statement<{ key: string }, { id: string }>(
  (arg) => sql<{ id: string }>`
  select id from party indexed by party_by_name_en
    where kind = 'organisation' and sort_en = ${arg('key')} and deleted_at is null and root_id is null
  union all
  select id from party indexed by party_member_by_name
    where kind = 'organisation' and sort_en = ${arg('key')} and root_id is not null
  limit 1`,
);

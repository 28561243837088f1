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
export const selectUnfinished = statement<{ path: string }, JobRow>((arg) =>
  tables
    .selectFrom('import_job')
    .selectAll()
    .where('state', 'in', ['paused', 'running'])
    .where('file_path', '=', arg('path')),
);
export const selectUnderWay = statement<Record<string, never>, Pick<JobRow, 'id'>>(() =>
  tables.selectFrom('import_job').select('id').where('state', 'in', ['paused', 'running']),
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

/** Whose key it is, of the parties with an earlier id than this. */
export const selectPartyByKeyBefore = statement<{ key: string; before: string }, { id: string }>((arg) =>
  tables
    .selectFrom('party')
    .select('id')
    .where('external_key', '=', arg('key'))
    .where('deleted_at', 'is', null)
    .where('id', '<', arg('before'))
    .orderBy('id')
    .limit(1),
);

/** Parties that a phone, fax or address belongs to; a few are enough to know whether it names one for certain. */
export const selectPartiesByPoint = statement<{ normal: string }, { id: string }>((arg) =>
  tables
    .selectFrom('contact_point')
    .innerJoin('party', 'party.id', 'contact_point.party_id')
    .select('party.id')
    .distinct()
    .where('contact_point.normal', '=', arg('normal'))
    .where('party.deleted_at', 'is', null)
    .orderBy('party.id')
    .limit(20),
);

/** Parties that bear one of these identity numbers, of any kind; `normals` as a JSON list. */
export const selectPartiesByNumber = statement<{ normals: string }, { id: string }>(
  (arg) => sql<{ id: string }>`select distinct p.id from json_each(${arg('normals')}) told
    cross join identifier i on i.normal = told.value join party p on p.id = i.party_id
    where p.deleted_at is null order by p.id limit 20`,
);

/** Parties whose shown name sorts alike, of one kind: the index of names is by kind. */
export const selectPartiesByName = statement<{ kind: string; key: string }, { id: string }>((arg) =>
  tables
    .selectFrom('party')
    .select('id')
    .where('kind', '=', arg('kind') as never)
    .where('sort_en', '=', arg('key'))
    .where('deleted_at', 'is', null)
    .limit(20),
);

export const selectIdentifiersOf = statement<{ party: string }, { scheme: string; normal: string }>((arg) =>
  tables.selectFrom('identifier').select(['scheme', 'normal']).where('party_id', '=', arg('party')),
);

/** Sort keys of the organisations a person works for now. */
export const selectEmployersOf = statement<{ party: string }, { key: string }>((arg) =>
  tables
    .selectFrom('relationship')
    .innerJoin('party', 'party.id', 'relationship.to_party_id')
    .select('party.sort_en as key')
    .where('relationship.from_party_id', '=', arg('party'))
    .where('relationship.type', '=', 'employee')
    .where('relationship.to_on', 'is', null),
);

export const setExternalKey = (id: string, key: string): Query =>
  compiled(tables.updateTable('party').set({ external_key: key }).where('id', '=', id));

export const insertRejection = statement<Tables['import_rejection']>((arg) =>
  tables
    .insertInto('import_rejection')
    .values({ id: arg('id'), job_id: arg('job_id'), row: arg('row'), reasons: arg('reasons') }),
);
export const selectRejections = statement<{ job: string }, { row: number; reasons: string }>((arg) =>
  tables.selectFrom('import_rejection').select(['row', 'reasons']).where('job_id', '=', arg('job')).orderBy('row'),
);

type LikenessRow = Tables['import_likeness'];

export const insertLikeness = statement<LikenessRow>((arg) =>
  tables.insertInto('import_likeness').values({
    id: arg('id'),
    job_id: arg('job_id'),
    row: arg('row'),
    done: arg('done'),
    likenesses: arg('likenesses'),
  }),
);
export const selectLikenesses = statement<{ job: string }, Pick<LikenessRow, 'row' | 'done' | 'likenesses'>>((arg) =>
  tables
    .selectFrom('import_likeness')
    .select(['row', 'done', 'likenesses'])
    .where('job_id', '=', arg('job'))
    .orderBy('row'),
);

export const selectOneLikeness = statement<{ job: string }, Pick<LikenessRow, 'row'>>((arg) =>
  tables.selectFrom('import_likeness').select('row').where('job_id', '=', arg('job')).limit(1),
);

export const selectMappingByName = statement<{ name: string }, Tables['import_mapping']>((arg) =>
  tables.selectFrom('import_mapping').selectAll().where('name', '=', arg('name')).limit(1),
);
export const updateMapping = (id: string, columns: Partial<Tables['import_mapping']>): Query =>
  compiled(tables.updateTable('import_mapping').set(columns).where('id', '=', id));

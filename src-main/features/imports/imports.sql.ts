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

/** Parties that a number of identity belongs to, the oldest first. */
export const selectPartyByIdentifier = statement<{ scheme: string; normal: string }, { id: string }>((arg) =>
  tables
    .selectFrom('identifier')
    .innerJoin('party', 'party.id', 'identifier.party_id')
    .select('party.id')
    .where('identifier.normal', '=', arg('normal'))
    .where('identifier.scheme', '=', arg('scheme') as never)
    .where('party.deleted_at', 'is', null)
    .orderBy('party.id')
    .limit(1),
);

/** Every name of every party that a phone or an address belongs to, the oldest party first. */
export const selectNamesByPoint = statement<{ normal: string }, { id: string; text: string }>((arg) =>
  tables
    .selectFrom('contact_point')
    .innerJoin('party', 'party.id', 'contact_point.party_id')
    .innerJoin('party_name', 'party_name.party_id', 'party.id')
    .select(['party.id', 'party_name.text'])
    .where('contact_point.normal', '=', arg('normal'))
    .where('party.deleted_at', 'is', null)
    .orderBy('party.id')
    .limit(500),
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

export const selectMappingByName = statement<{ name: string }, Tables['import_mapping']>((arg) =>
  tables.selectFrom('import_mapping').selectAll().where('name', '=', arg('name')).limit(1),
);
export const updateMapping = (id: string, columns: Partial<Tables['import_mapping']>): Query =>
  compiled(tables.updateTable('import_mapping').set(columns).where('id', '=', id));

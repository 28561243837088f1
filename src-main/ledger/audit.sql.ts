// Statements on checkpoints and on who read what.

import { sql, statement, tables, type AccessEventRow, type CheckpointRow, type OperationRow } from '../db';

type Nothing = Record<string, never>;

export const selectLastCheckpoint = statement<Nothing, CheckpointRow>(() =>
  tables
    .selectFrom('audit_checkpoint')
    .selectAll()
    .where('seq', '=', sql<number>`(select max(seq) from audit_checkpoint)`),
);

export const insertCheckpoint = statement<CheckpointRow>((arg) =>
  tables.insertInto('audit_checkpoint').values({
    seq: arg('seq'),
    device_id: arg('device_id'),
    user_id: arg('user_id'),
    occasion: arg('occasion'),
    at: arg('at'),
    operation_seq: arg('operation_seq'),
    operation_hash: arg('operation_hash'),
    access_seq: arg('access_seq'),
    access_hash: arg('access_hash'),
    previous_hash: arg('previous_hash'),
    public_key: arg('public_key'),
    signature: arg('signature'),
  }),
);

export const selectCheckpointsFrom = statement<{ after: number; limit: number }, CheckpointRow>((arg) =>
  tables.selectFrom('audit_checkpoint').selectAll().where('seq', '>', arg('after')).orderBy('seq').limit(arg('limit')),
);

export const selectOperationHash = statement<{ seq: number }, Pick<OperationRow, 'hash'>>((arg) =>
  tables.selectFrom('operation').select('hash').where('seq', '=', arg('seq')),
);

export const selectAccessHash = statement<{ seq: number }, Pick<AccessEventRow, 'hash'>>((arg) =>
  tables.selectFrom('access_event').select('hash').where('seq', '=', arg('seq')),
);

export const selectLastAccess = statement<Nothing, Pick<AccessEventRow, 'seq' | 'hash'>>(() =>
  tables
    .selectFrom('access_event')
    .select(['seq', 'hash'])
    .where('seq', '=', sql<number>`(select max(seq) from access_event)`),
);

export const selectSalt = statement<Nothing, { salt: Uint8Array }>(
  () => sql<{ salt: Uint8Array }>`select randomblob(16) as salt`,
);

export const selectAccessFrom = statement<{ after: number; limit: number }, AccessEventRow>((arg) =>
  tables.selectFrom('access_event').selectAll().where('seq', '>', arg('after')).orderBy('seq').limit(arg('limit')),
);

export const selectSubjectsOf = statement<{ seq: number }, { party_id: string }>((arg) =>
  tables.selectFrom('access_subject').select('party_id').where('event_seq', '=', arg('seq')).orderBy('party_id'),
);

/** Everybody whose key ever signed, in the order in which they came. */
export const selectSigners = statement<Nothing, Pick<CheckpointRow, 'public_key' | 'user_id'>>(() =>
  tables
    .selectFrom('audit_checkpoint')
    .select(['public_key', 'user_id'])
    .groupBy(['public_key', 'user_id'])
    .orderBy(sql`min(seq)`),
);

export const insertAccess = statement<AccessEventRow>((arg) =>
  tables.insertInto('access_event').values({
    seq: arg('seq'),
    at: arg('at'),
    device_id: arg('device_id'),
    user_id: arg('user_id'),
    actor: arg('actor'),
    way: arg('way'),
    operation: arg('operation'),
    scope: arg('scope'),
    people: arg('people'),
    fields: arg('fields'),
    purpose: arg('purpose'),
    work_id: arg('work_id'),
    subjects_hash: arg('subjects_hash'),
    hash: arg('hash'),
  }),
);

export const insertSubject = statement<{ party_id: string; event_seq: number }>((arg) =>
  tables.insertInto('access_subject').values({ party_id: arg('party_id'), event_seq: arg('event_seq') }),
);

/** Whom records are about; `ids` as a JSON list. */
export const partiesOf = {
  activity: statement<{ ids: string }, { id: string }>(
    (arg) => sql<{ id: string }>`select distinct ap.party_id as id from json_each(${arg('ids')}) wanted
      cross join activity_party ap on ap.activity_id = wanted.value`,
  ),
  attachment: statement<{ ids: string }, { id: string }>(
    (arg) => sql<{ id: string }>`select a.party_id as id from json_each(${arg('ids')}) wanted
        cross join attachment a on a.id = wanted.value where a.party_id is not null
      union select ap.party_id from json_each(${arg('ids')}) wanted cross join attachment a on a.id = wanted.value
        cross join activity_party ap on ap.activity_id = a.activity_id`,
  ),
  /** Whom rows of an import seemed to be. */
  import_job: statement<{ ids: string }, { id: string }>(
    (arg) => sql<{ id: string }>`select distinct like_one.value ->> 'partyId' as id from json_each(${arg('ids')}) wanted
      cross join import_likeness l on l.job_id = wanted.value cross join json_each(l.likenesses) like_one`,
  ),
};

// Statements on checkpoints and on who read what.

import { sql, statement, tables, type AccessEventRow, type CheckpointRow, type OperationRow } from '../db';

type Nothing = Record<string, never>;

export const selectLastCheckpoint = statement<Nothing, CheckpointRow>(() =>
  tables.selectFrom('audit_checkpoint').selectAll().orderBy('seq', 'desc').limit(1),
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
  tables.selectFrom('access_event').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1),
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

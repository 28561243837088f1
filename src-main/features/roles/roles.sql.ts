// Statements on roles and their stage events.

import { statement, tables, type Tables } from '../../db';

export const insertRoleRow = statement<Tables['party_role']>((arg) =>
  tables.insertInto('party_role').values({
    id: arg('id'),
    party_id: arg('party_id'),
    type: arg('type'),
    owner_id: arg('owner_id'),
    deputy_id: arg('deputy_id'),
    terms: arg('terms'),
    started_on: arg('started_on'),
    ended_on: arg('ended_on'),
    end_reason: arg('end_reason'),
    win_back_on: arg('win_back_on'),
    stage: arg('stage'),
  }),
);

export const insertStageEvent = statement<Tables['role_stage_event']>((arg) =>
  tables.insertInto('role_stage_event').values({
    id: arg('id'),
    party_id: arg('party_id'),
    role_id: arg('role_id'),
    from_stage: arg('from_stage'),
    to_stage: arg('to_stage'),
    at: arg('at'),
    by_id: arg('by_id'),
    reason: arg('reason'),
  }),
);

export const selectRole = statement<{ id: string }, Tables['party_role']>((arg) =>
  tables.selectFrom('party_role').selectAll().where('id', '=', arg('id')),
);

export const selectRolesOfParty = statement<{ party: string }, Tables['party_role']>((arg) =>
  tables.selectFrom('party_role').selectAll().where('party_id', '=', arg('party')).orderBy('id'),
);

export const selectOpenRole = statement<{ party: string; type: Tables['party_role']['type'] }, { id: string }>((arg) =>
  tables
    .selectFrom('party_role')
    .select('id')
    .where('party_id', '=', arg('party'))
    .where('type', '=', arg('type'))
    .where('stage', '<>', 'ended')
    .limit(1),
);

export const selectStageEvents = statement<{ role: string }, Tables['role_stage_event']>((arg) =>
  tables.selectFrom('role_stage_event').selectAll().where('role_id', '=', arg('role')).orderBy('at').orderBy('id'),
);

// Statements on deals, who has a say in them, their moves and pauses.

import { compiled, statement, tables, type Query, type Tables } from '../../db';

export const insertDeal = statement<Tables['deal']>((arg) =>
  tables.insertInto('deal').values({
    id: arg('id'),
    party_id: arg('party_id'),
    pipeline_id: arg('pipeline_id'),
    title: arg('title'),
    amount: arg('amount'),
    currency: arg('currency'),
    expected_on: arg('expected_on'),
    category: arg('category'),
    owner_id: arg('owner_id'),
    next_step: arg('next_step'),
    note: arg('note'),
    external_key: arg('external_key'),
    lead_id: arg('lead_id'),
    created_at: arg('created_at'),
    created_by: arg('created_by'),
    deleted_at: arg('deleted_at'),
    stage_id: arg('stage_id'),
    state: arg('state'),
    stage_at: arg('stage_at'),
  }),
);

export const insertStageEvent = statement<Tables['deal_stage_event']>((arg) =>
  tables.insertInto('deal_stage_event').values({
    id: arg('id'),
    deal_id: arg('deal_id'),
    party_id: arg('party_id'),
    from_stage_id: arg('from_stage_id'),
    to_stage_id: arg('to_stage_id'),
    at: arg('at'),
    by_id: arg('by_id'),
    loss_reason_id: arg('loss_reason_id'),
    reason: arg('reason'),
    amount: arg('amount'),
    currency: arg('currency'),
  }),
);

export const insertDealParty = statement<Tables['deal_party']>((arg) =>
  tables.insertInto('deal_party').values({
    id: arg('id'),
    deal_id: arg('deal_id'),
    party_id: arg('party_id'),
    role: arg('role'),
    influence: arg('influence'),
    attitude: arg('attitude'),
    note: arg('note'),
  }),
);

export const insertPause = statement<Tables['deal_pause']>((arg) =>
  tables.insertInto('deal_pause').values({
    id: arg('id'),
    deal_id: arg('deal_id'),
    party_id: arg('party_id'),
    from_at: arg('from_at'),
    to_at: arg('to_at'),
    reason: arg('reason'),
    by_id: arg('by_id'),
  }),
);

export const selectDeal = statement<{ id: string }, Tables['deal']>((arg) =>
  tables.selectFrom('deal').selectAll().where('id', '=', arg('id')),
);

export const selectDealParties = statement<{ deal: string }, Tables['deal_party']>((arg) =>
  tables.selectFrom('deal_party').selectAll().where('deal_id', '=', arg('deal')).orderBy('id'),
);

export const selectDealParty = statement<{ id: string }, Tables['deal_party']>((arg) =>
  tables.selectFrom('deal_party').selectAll().where('id', '=', arg('id')),
);

export const selectStageEvents = statement<{ deal: string }, Tables['deal_stage_event']>((arg) =>
  tables.selectFrom('deal_stage_event').selectAll().where('deal_id', '=', arg('deal')).orderBy('at').orderBy('id'),
);

/** "Current" is the last event: by time, then by the order in which events were made. */
export const selectLastEvent = statement<{ deal: string }, Tables['deal_stage_event']>((arg) =>
  tables
    .selectFrom('deal_stage_event')
    .selectAll()
    .where('deal_id', '=', arg('deal'))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
);

export const selectPauses = statement<{ deal: string }, Tables['deal_pause']>((arg) =>
  tables.selectFrom('deal_pause').selectAll().where('deal_id', '=', arg('deal')).orderBy('from_at').orderBy('id'),
);

export const updateDeal = (id: string, columns: Partial<Tables['deal']>): Query =>
  compiled(tables.updateTable('deal').set(columns).where('id', '=', id));

export const updateDealParty = (id: string, columns: Partial<Tables['deal_party']>): Query =>
  compiled(tables.updateTable('deal_party').set(columns).where('id', '=', id));

export const deleteDealParty = (id: string): Query => compiled(tables.deleteFrom('deal_party').where('id', '=', id));

export const endPause = (id: string, at: number): Query =>
  compiled(tables.updateTable('deal_pause').set({ to_at: at }).where('id', '=', id));

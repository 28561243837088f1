// What is expected to be sold: how deals stood on a day, what somebody thinks otherwise, and what people are to reach.

import { calendar, choice, civilDate, defineEntity, instant, integer, json, longText, reference, text } from './field';
import { forecastCategories } from './sales-entities';

/** Of a line: where its deal was, or that it was in the bin. */
export const lineStates = ['open', 'won', 'lost', 'gone'] as const;
export const adjustedFigures = ['commit', 'best', 'weighted'] as const;
export const goalMetrics = ['won-amount', 'won-count', 'activities'] as const;

const once = { merge: 'once', required: true } as const;
const event = { merge: 'ledger', required: true } as const;

/** One a day: the odds by which that day reckoned. Lines up to its day are what it saw. */
export const forecastSnapshotEntity = defineEntity({
  key: 'forecast_snapshot',
  subject: null,
  data: 'office',
  kept: 'office',
  fields: {
    taken_on: civilDate(1, event),
    at: instant(1, event),
    /** The last change of the ledger it has seen. */
    through_change: integer(1, event),
    /** Ten-thousandths by stage. */
    odds: json(1, event),
  },
});

/** Written when a deal is not as the snapshot before saw it. */
export const forecastLineEntity = defineEntity({
  key: 'forecast_line',
  subject: 'party_id',
  data: 'dealing',
  kept: 'person',
  fields: {
    deal_id: reference('deal', once),
    party_id: reference('party', once),
    taken_on: civilDate(1, event),
    stage_id: reference('pipeline_stage', event),
    state: choice(1, lineStates, event),
    category: choice(1, forecastCategories, event),
    owner_id: reference('app_user', { merge: 'ledger' }),
    amount: integer(1, { merge: 'ledger' }),
    currency: text(1, event),
    /** The day it was expected on, or ended on. */
    counts_on: civilDate(1, { merge: 'ledger' }),
  },
});

/** Beside the figure, never in its place. The last one of somebody for the same figure counts. */
export const forecastAdjustmentEntity = defineEntity({
  key: 'forecast_adjustment',
  subject: null,
  data: 'staff',
  kept: 'office',
  fields: {
    from_on: civilDate(1, event),
    to_on: civilDate(1, event),
    figure: choice(1, adjustedFigures, event),
    pipeline_id: reference('pipeline', { merge: 'ledger' }),
    owner_id: reference('app_user', { merge: 'ledger' }),
    currency: text(1, event),
    delta: integer(1, event),
    reason: text(1, event),
    at: instant(1, event),
    by_id: reference('app_user', event),
  },
});

/** Somebody's own, or of a unit, or of the whole office (neither). */
export const goalEntity = defineEntity({
  key: 'goal',
  subject: null,
  data: 'staff',
  kept: 'office',
  fields: {
    owner_id: reference('app_user', { merge: 'once' }),
    unit_id: reference('org_unit', { merge: 'once' }),
    metric: choice(1, goalMetrics, once),
    calendar: calendar(1, once),
    from_on: civilDate(1, once),
    to_on: civilDate(1, once),
    /** Minor units of `currency`, or how many. */
    target: integer(1, { required: true, merge: 'guard' }),
    currency: text(1, { merge: 'once' }),
    note: longText(1),
    created_at: instant(1, once),
    created_by: reference('app_user', once),
  },
});

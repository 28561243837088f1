// Selling: the office's pipelines with their stages, deals with whoever has a say in them, and every move of a deal.

import { choice, civilDate, defineEntity, flag, instant, integer, json, longText, reference, text } from './field';

export const stageKinds = ['open', 'won', 'lost'] as const;
/** What must be known of a deal before it may enter a stage. */
export const stageNeeds = ['amount', 'expected-on', 'decider', 'next-step'] as const;
/** How sure its owner is that a deal will be won in time; what is omitted counts in no forecast. */
export const forecastCategories = ['pipeline', 'best-case', 'commit', 'omitted'] as const;
export const dealPartyRoles = ['buyer', 'decider', 'influencer', 'user', 'blocker', 'guarantor', 'partner'] as const;
/** What a reason is given for: a deal that is lost, a lead that comes to nothing. */
export const lossSubjects = ['deal', 'lead'] as const;
export const attitudes = ['for', 'neutral', 'against'] as const;

const once = { merge: 'once', required: true } as const;
const event = { merge: 'ledger', required: true } as const;
const office = { subject: null, data: 'office', kept: 'office' } as const;
const dealing = { subject: 'party_id', data: 'dealing', kept: 'person' } as const;

export const pipelineEntity = defineEntity({
  key: 'pipeline',
  ...office,
  fields: {
    /** `{ar, fa, en}`. */
    names: json(1, { required: true }),
    /** Of new deals. ISO 4217. */
    currency: text(1, { required: true }),
    position: integer(1, { required: true }),
    active: flag(1, { required: true }),
    created_at: instant(1, once),
  },
});

export const pipelineStageEntity = defineEntity({
  key: 'pipeline_stage',
  ...office,
  fields: {
    pipeline_id: reference('pipeline', once),
    names: json(1, { required: true }),
    kind: choice(1, stageKinds, once),
    position: integer(1, { required: true }),
    /** How many of a hundred deals in this stage are won, as the office guesses. */
    odds: integer(1, { required: true, merge: 'guard' }),
    /** Days after which a deal that has not moved is marked; null: never. */
    rot_days: integer(1),
    /** Of `stageNeeds`, as a JSON list. */
    needs: json(1, { required: true, merge: 'guard' }),
    /** What whoever moves a deal here says is done: a JSON list of `{ar, fa, en}`. */
    criteria: json(1, { required: true, merge: 'guard' }),
    active: flag(1, { required: true }),
  },
});

export const lossReasonEntity = defineEntity({
  key: 'loss_reason',
  ...office,
  fields: {
    about: choice(1, lossSubjects, once),
    names: json(1, { required: true }),
    position: integer(1, { required: true }),
    active: flag(1, { required: true }),
  },
});

export const dealEntity = defineEntity({
  key: 'deal',
  ...dealing,
  fields: {
    party_id: reference('party', once),
    pipeline_id: reference('pipeline', once),
    title: text(2, { required: true }),
    /** Minor units of `currency`; null while nobody can say. */
    amount: integer(1, { merge: 'guard', sortable: true }),
    /** ISO 4217. */
    currency: text(1, { required: true, merge: 'guard' }),
    expected_on: civilDate(1, { sortable: true }),
    category: choice(1, forecastCategories, { required: true }),
    owner_id: reference('app_user'),
    next_step: text(2),
    note: longText(2),
    external_key: text(1, { merge: 'once' }),
    created_at: instant(1, once),
    created_by: reference('app_user', once),
    deleted_at: instant(1),
    /** The lead it came from. */
    lead_id: reference('lead', { merge: 'once', loose: true }),
    stage_id: reference('pipeline_stage', { derived: true, required: true }),
    state: choice(1, stageKinds, { derived: true, required: true }),
    /** Since when it is in its stage. */
    stage_at: instant(1, { derived: true, required: true, sortable: true }),
  },
});

/** Who else has a say in a deal. */
export const dealPartyEntity = defineEntity({
  key: 'deal_party',
  ...dealing,
  fields: {
    deal_id: reference('deal', once),
    party_id: reference('party', once),
    role: choice(1, dealPartyRoles, { required: true }),
    /** 1 little, 2 some, 3 much; null: not known. */
    influence: integer(1),
    attitude: choice(2, attitudes),
    note: text(2),
  },
});

/** A deal came to a stage. The last one by time is where it is; what was given for it then is kept beside. */
export const dealStageEventEntity = defineEntity({
  key: 'deal_stage_event',
  ...dealing,
  fields: {
    deal_id: reference('deal', once),
    party_id: reference('party', once),
    from_stage_id: reference('pipeline_stage', { merge: 'ledger' }),
    to_stage_id: reference('pipeline_stage', event),
    at: instant(1, event),
    by_id: reference('app_user', event),
    loss_reason_id: reference('loss_reason', { merge: 'ledger' }),
    reason: text(2, { merge: 'ledger' }),
    amount: integer(1, { merge: 'ledger' }),
    currency: text(1, event),
  },
});

/** A time in which nothing is expected to happen with a deal, and which does not count as time in its stage. */
export const dealPauseEntity = defineEntity({
  key: 'deal_pause',
  ...dealing,
  fields: {
    deal_id: reference('deal', once),
    party_id: reference('party', once),
    from_at: instant(1, once),
    to_at: instant(1, { merge: 'guard' }),
    reason: text(2),
    by_id: reference('app_user', once),
  },
});

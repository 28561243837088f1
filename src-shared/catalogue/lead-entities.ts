// Leads: somebody showed interest. A lead points at the party from the first second and holds nothing that is the party's own.

import { choice, defineEntity, instant, integer, longText, reference, text } from './field';

export const leadSources = [
  'phone',
  'walk-in',
  'referral',
  'website',
  'email',
  'message',
  'social',
  'event',
  'campaign',
  'import',
  'other',
] as const;
/** In the order of the work; the last two are ends. */
export const leadStates = ['new', 'contacted', 'talks', 'qualified', 'disqualified'] as const;

const once = { merge: 'once', required: true } as const;
const event = { merge: 'ledger', required: true } as const;
const dealing = { subject: 'party_id', data: 'dealing', kept: 'person' } as const;

export const leadEntity = defineEntity({
  key: 'lead',
  ...dealing,
  fields: {
    party_id: reference('party', once),
    /** What they want, in a line; null while nobody has asked. */
    interest: text(2),
    source: choice(1, leadSources, { required: true }),
    /** When they showed interest: the clock of the first response begins. */
    received_at: instant(1, { ...once, sortable: true }),
    /** What it may be worth. Minor units of `currency`; null while nobody can say. */
    amount: integer(1, { merge: 'guard' }),
    /** ISO 4217. */
    currency: text(1, { required: true, merge: 'guard' }),
    owner_id: reference('app_user'),
    /** The branch, department or team that is to take it up. */
    unit_id: reference('org_unit'),
    note: longText(2),
    external_key: text(1, { merge: 'once' }),
    created_at: instant(1, once),
    created_by: reference('app_user', once),
    deleted_at: instant(1),
    state: choice(1, leadStates, { derived: true, required: true }),
    /** Since when it is in its state. */
    state_at: instant(1, { derived: true, required: true, sortable: true }),
    /** The first time somebody of the office turned to them after it was received; null while nobody has. */
    responded_at: instant(1, { derived: true }),
  },
});

/** A step of a lead, or a contact after which it stands where it stood. The last one by time says where that is. */
export const leadEventEntity = defineEntity({
  key: 'lead_event',
  ...dealing,
  fields: {
    lead_id: reference('lead', once),
    party_id: reference('party', once),
    to_state: choice(1, leadStates, event),
    at: instant(1, event),
    by_id: reference('app_user', event),
    /** The contact that was logged with the step. */
    activity_id: reference('activity', { merge: 'ledger', loose: true }),
    reason_id: reference('loss_reason', { merge: 'ledger' }),
    words: text(2, { merge: 'ledger' }),
  },
});

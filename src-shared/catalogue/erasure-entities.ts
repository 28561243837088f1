// What people may ask about their own data, what the law keeps, and who was erased: of those nothing but ids.

import { choice, civilDate, defineEntity, flag, instant, integer, json, longText, reference, text } from './field';

export const requestKinds = ['access', 'correct', 'restrict', 'object', 'port', 'erase'] as const;
/** erased: was open when the person was erased, and ended by that without an answer of its own. */
export const requestStates = ['open', 'done', 'refused', 'erased'] as const;
/** erase: nothing stays. pseudonymise: what the law keeps stays, without anything that says whose it was. */
export const erasureModes = ['erase', 'pseudonymise'] as const;
/** hold: nothing about them may go. restriction: kept and not used. objection: not used for what they object to. */
export const privacyMarkKinds = ['hold', 'restriction', 'objection'] as const;
/** created: when the person, or the thing the rule is about, was written down or happened. */
export const retentionEvents = ['last-activity', 'role-ended', 'created', 'came-of-age', 'died'] as const;
/** What a rule lets go of: the person, or only some of what is held about them. */
export const retainedThings = ['person', 'activity', 'attachment', 'consent'] as const;
export const retentionActions = ['review', 'pseudonymise', 'erase'] as const;

const once = { merge: 'once', required: true } as const;
const local = { merge: 'local', required: true } as const;

/** What somebody asked for under the law. Once they are erased, `party_id` and every word are empty and `erasure_id` says so. */
export const privacyRequestEntity = defineEntity({
  key: 'privacy_request',
  subject: 'party_id',
  data: 'consent',
  kept: 'proof',
  fields: {
    party_id: reference('party'),
    kind: choice(1, requestKinds, once),
    received_on: civilDate(1, once),
    due_on: civilDate(1, { required: true }),
    state: choice(1, requestStates, { required: true, merge: 'guard' }),
    /** How the office made sure that it is they who ask. */
    identity_check: text(2, { merge: 'guard' }),
    note: longText(2),
    outcome: text(2, { merge: 'guard' }),
    created_at: instant(1, once),
    created_by: reference('app_user', once),
    approved_at: instant(1, { merge: 'guard' }),
    approved_by: reference('app_user', { merge: 'guard' }),
    closed_at: instant(1, { merge: 'guard' }),
    closed_by: reference('app_user', { merge: 'guard' }),
    erasure_id: reference('erasure', { merge: 'guard' }),
  },
});

/** A mark on a party that stands until somebody ends it. */
export const privacyMarkEntity = defineEntity({
  key: 'privacy_mark',
  subject: 'party_id',
  data: 'consent',
  kept: 'proof',
  fields: {
    party_id: reference('party', once),
    kind: choice(1, privacyMarkKinds, once),
    reason: text(2, once),
    at: instant(1, once),
    by_id: reference('app_user', once),
    ended_at: instant(1, { merge: 'guard' }),
    ended_by: reference('app_user', { merge: 'guard' }),
  },
});

/** That somebody was erased: when, by whom, how much of what; of the person only the ids that their records had. */
export const erasureEntity = defineEntity({
  key: 'erasure',
  subject: null,
  data: 'consent',
  kept: 'proof',
  fields: {
    mode: choice(1, erasureModes, once),
    at: instant(1, once),
    asked_by: reference('app_user', { merge: 'once' }),
    approved_by: reference('app_user', { merge: 'once' }),
    request_id: text(1, { merge: 'once' }),
    party_ids: json(1, once),
    /** How many records of each kind, as JSON. */
    counts: json(1, once),
    /** Backups that may still hold something, and until when, as JSON. */
    copies: json(1, once),
    language: text(1, { merge: 'once' }),
  },
});

/** How long what is kept, and what becomes of it then. A row with the id of a rule that ships stands in its place. */
export const retentionRuleEntity = defineEntity({
  key: 'retention_rule',
  subject: null,
  data: 'office',
  kept: 'office',
  fields: {
    name: text(1),
    /** Type of the role it is about; null: everybody. */
    role: text(1),
    event: choice(1, retentionEvents, { required: true }),
    months: integer(1, { required: true }),
    action: choice(1, retentionActions, { required: true }),
    /** Whether the law forbids to erase before the period is over. */
    binding: flag(1, { required: true }),
    source: text(1),
    active: flag(1, { required: true }),
    created_at: instant(1, once),
    about: choice(1, retainedThings, { required: true }),
  },
});

/** Somebody whose time is over by a rule; found by this device, waiting for a person's word. */
export const retentionFindingEntity = defineEntity({
  key: 'retention_finding',
  subject: 'party_id',
  data: 'technical',
  kept: 'device',
  fields: {
    party_id: reference('party', local),
    rule_id: text(1, local),
    due_on: civilDate(1, local),
    found_at: instant(1, local),
    /** How many of what the rule is about; null of the person. */
    things: integer(1, { merge: 'local' }),
  },
});

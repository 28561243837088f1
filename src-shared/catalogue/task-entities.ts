// What somebody is to do, and every word that was given: tasks, and what became of each.

import { choice, civilDate, defineEntity, instant, integer, json, longText, reference, text } from './field';

export const taskKinds = ['call', 'visit', 'meeting', 'letter', 'other'] as const;
export const taskPriorities = ['high', 'normal', 'low'] as const;
/** Whose word it is: ours to somebody, or theirs to us. A task without one is nobody's promise. */
export const wordGivers = ['ours', 'theirs'] as const;
/** A promise that is done was kept; only a promise can be broken. */
export const taskStates = ['open', 'done', 'dropped', 'broken'] as const;
export const taskEventKinds = ['made', 'moved', 'reopened', 'done', 'dropped', 'broken'] as const;

const once = { merge: 'once', required: true } as const;
const event = { merge: 'ledger', required: true } as const;
const working = { subject: 'party_id', data: 'dealing', kept: 'person' } as const;

export const taskEntity = defineEntity({
  key: 'task',
  ...working,
  fields: {
    title: text(2, { required: true }),
    kind: choice(1, taskKinds, { required: true }),
    priority: choice(1, taskPriorities, { required: true }),
    party_id: reference('party'),
    deal_id: reference('deal', { loose: true }),
    /** Who does it, or sees to it that the other side does. */
    owner_id: reference('app_user', { required: true }),
    word: choice(1, wordGivers, { merge: 'once' }),
    note: longText(2),
    /** A `RepeatRule`; null when it is done once. */
    repeat: json(1, { merge: 'guard' }),
    /** The id of the first task of those that repeat each other. */
    series_id: text(1, { merge: 'once' }),
    external_key: text(1, { merge: 'once' }),
    created_at: instant(1, once),
    created_by: reference('app_user', once),
    state: choice(1, taskStates, { derived: true, required: true }),
    /** Since when it is in its state. */
    state_at: instant(1, { derived: true, required: true, sortable: true }),
    due_on: civilDate(1, { derived: true }),
    /** Minutes since midnight on the wall of `due_zone`; null when any time of the day will do. */
    due_minutes: integer(1, { derived: true }),
    /** IANA. */
    due_zone: text(1, { derived: true }),
    /** The moment after which it is late: its own, or the last one of its day; null for a task without a day. */
    due_at: instant(1, { derived: true, sortable: true }),
  },
});

/** What became of a task. The last one by time says its state, the last one that gives a day when it is due. */
export const taskEventEntity = defineEntity({
  key: 'task_event',
  ...working,
  fields: {
    task_id: reference('task', once),
    party_id: reference('party', { merge: 'once' }),
    kind: choice(1, taskEventKinds, event),
    at: instant(1, event),
    by_id: reference('app_user', event),
    reason: text(2, { merge: 'ledger' }),
    /** Of one that gives a day. */
    due_on: civilDate(1, { merge: 'ledger' }),
    due_minutes: integer(1, { merge: 'ledger' }),
    due_zone: text(1, { merge: 'ledger' }),
  },
});

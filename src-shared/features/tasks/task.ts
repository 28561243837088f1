// A task: what is to be done, by whom, for or about whom and until when. A promise is a task with a word given (`word`).

import { z } from 'zod';
import { partyKinds, taskEventKinds, taskKinds, taskPriorities, taskStates, wordGivers } from '../../catalogue';
import { Id } from '../../core/ids';
import { CivilDate, Instant, Line, LongText } from '../../core/schemas';
import { UserRef } from '../parties/party';
import { RepeatRule } from './repeat';

/** A day, or a moment of it. */
export const DueDraft = z.strictObject({
  on: CivilDate,
  /** Minutes since midnight; any time of the day when left out. */
  minutes: z.number().int().min(0).max(1439).nullish(),
  /** IANA; the office's own when left out. */
  zone: z.string().max(60).optional(),
});
export type DueDraft = z.output<typeof DueDraft>;

export const Due = z.object({
  on: CivilDate,
  minutes: z.number().int().nullable(),
  zone: z.string(),
  /** After which it is late. */
  at: Instant,
});
export type Due = z.infer<typeof Due>;

const terms = {
  title: Line,
  kind: z.enum(taskKinds).default('other'),
  priority: z.enum(taskPriorities).default('normal'),
  partyId: Id.nullish(),
  dealId: Id.nullish(),
  note: LongText.nullish(),
  repeat: RepeatRule.nullish(),
};

export const TaskDraft = z.strictObject({
  ...terms,
  /** Whoever makes it when left out. */
  ownerId: Id.optional(),
  due: DueDraft.nullish(),
});
export type TaskDraft = z.output<typeof TaskDraft>;

export const TaskChange = z
  .strictObject({
    ...terms,
    kind: z.enum(taskKinds),
    priority: z.enum(taskPriorities),
  })
  .partial();
export type TaskChange = z.output<typeof TaskChange>;

/** A line of a list. */
export const TaskCard = z.object({
  id: Id,
  title: z.string(),
  kind: z.enum(taskKinds),
  priority: z.enum(taskPriorities),
  party: z.object({ id: Id, kind: z.enum(partyKinds), name: z.string() }).nullable(),
  deal: z.object({ id: Id, title: z.string() }).nullable(),
  owner: UserRef.nullable(),
  word: z.enum(wordGivers).nullable(),
  repeat: RepeatRule.nullable(),
  state: z.enum(taskStates),
  stateAt: Instant,
  due: Due.nullable(),
  isOverdue: z.boolean(),
});
export type TaskCard = z.infer<typeof TaskCard>;

export const TaskEvent = z.object({
  id: Id,
  kind: z.enum(taskEventKinds),
  at: Instant,
  by: UserRef.nullable(),
  reason: z.string().nullable(),
  /** Of one that gives a day. */
  due: Due.nullable(),
});

export const Task = TaskCard.extend({
  note: z.string().nullable(),
  createdAt: Instant,
  createdBy: UserRef.nullable(),
  events: z.array(TaskEvent),
});
export type Task = z.infer<typeof Task>;

/** Parts of a day's work: late already, for the rest of today, later, and without a day. */
export const taskTimes = ['overdue', 'today', 'next', 'someday'] as const;

export const TaskFilter = z.strictObject({
  /** Open ones when left out. */
  states: z.array(z.enum(taskStates)).min(1).max(taskStates.length).optional(),
  time: z.enum(taskTimes).optional(),
  ownerId: Id.optional(),
  partyId: Id.optional(),
  dealId: Id.optional(),
  /** Promises alone: ours, theirs or all. */
  word: z.enum([...wordGivers, 'any']).optional(),
  /** Due from the first to the last of these days on the office's wall. */
  from: CivilDate.optional(),
  to: CivilDate.optional(),
});
export type TaskFilter = z.output<typeof TaskFilter>;

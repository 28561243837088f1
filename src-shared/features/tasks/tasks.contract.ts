// Tasks: made, done, put off, handed on, dropped, and the work of one day.

import { z } from 'zod';
import { command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { CappedCount, Cursor, Instant, Line, OptionalLine, PageLimit } from '../../core/schemas';
import { DueDraft, Task, TaskCard, TaskChange, TaskDraft, TaskFilter } from './task';

const done = z.object({ id: Id });
const about = ['tasks.party-not-found', 'tasks.deal-not-found', 'tasks.repeat-never'] as const;

/** By when they are due, those without a day last; or by when they ended, the latest first. */
export const taskOrders = ['due', 'ended'] as const;

const Part = z.object({ rows: z.array(TaskCard), count: CappedCount });

export const tasksContract = defineContract('tasks', {
  create: command({
    permission: 'tasks.write',
    input: TaskDraft,
    output: done,
    errors: [...about, 'tasks.owner-unknown', 'tasks.zone-unknown'],
  }),
  update: command({
    permission: 'tasks.write',
    input: z.strictObject({ id: Id, set: TaskChange }),
    output: done,
    errors: [...about, 'tasks.not-found'],
  }),
  /** Of one that repeats the next is made: `next`. */
  complete: command({
    permission: 'tasks.write',
    input: z.strictObject({ id: Id, at: Instant.optional(), note: OptionalLine }),
    output: done.extend({ next: Id.nullable() }),
    errors: ['tasks.not-found', 'tasks.not-open', 'tasks.in-the-future', 'tasks.before-its-time'],
  }),
  /** It will not be done. One that repeats ends with it, unless the others are still to come. */
  drop: command({
    permission: 'tasks.write',
    input: z.strictObject({ id: Id, reason: Line, othersStay: z.boolean().default(false) }),
    output: done.extend({ next: Id.nullable() }),
    errors: ['tasks.not-found', 'tasks.not-open'],
  }),
  reopen: command({
    permission: 'tasks.write',
    input: z.strictObject({ id: Id, reason: OptionalLine }),
    output: done,
    errors: ['tasks.not-found', 'tasks.open-already'],
  }),
  /** Another day, or none. */
  reschedule: command({
    permission: 'tasks.write',
    input: z.strictObject({ id: Id, due: DueDraft.nullable(), reason: OptionalLine }),
    output: done,
    errors: ['tasks.not-found', 'tasks.not-open', 'tasks.zone-unknown', 'tasks.repeats-from-a-day'],
  }),
  assign: command({
    permission: 'tasks.assign',
    input: z.strictObject({ ids: z.array(Id).min(1).max(200), ownerId: Id }),
    output: z.object({ assigned: z.number().int() }),
    errors: ['tasks.not-found', 'tasks.owner-unknown'],
  }),
  get: query({
    permission: 'tasks.read',
    input: done.strict(),
    output: Task,
    errors: ['tasks.not-found'],
  }),
  list: query({
    permission: 'tasks.read',
    input: z.strictObject({
      filter: TaskFilter.default({}),
      order: z.enum(taskOrders).default('due'),
      after: Cursor.optional(),
      limit: PageLimit,
    }),
    output: z.object({ rows: z.array(TaskCard), next: Cursor.nullable(), count: CappedCount }),
    errors: ['tasks.cursor-invalid'],
  }),
  /** Somebody's day, the reader's own when nobody is named: the first rows of each part, and what was done today. */
  day: query({
    permission: 'tasks.read',
    input: z.strictObject({ ownerId: Id.optional(), limit: PageLimit }),
    output: z.object({ overdue: Part, today: Part, next: Part, someday: Part, done: Part }),
    errors: [],
  }),
});

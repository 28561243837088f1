// The ledger of promises: every word given to somebody, or by them, and whether it was kept. A promise is a task with a word (`task.word`).

import { z } from 'zod';
import { wordGivers } from '../../catalogue';
import { command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { CappedCount, Cursor, Instant, Line, OptionalLine, PageLimit } from '../../core/schemas';
import { DueDraft, TaskCard, TaskFilter } from '../tasks/task';
import { taskOrders } from '../tasks/tasks.contract';

const done = z.object({ id: Id });
const Count = z.number().int();

/** Of one side: `late` ones are open, and their time has passed by more than the grace. */
export const Standing = z.object({ kept: Count, broken: Count, late: Count, open: Count });
export type Standing = z.infer<typeof Standing>;

/** Hours after its time in which a promise is late but not yet counted against whoever gave it. */
export const GRACE_HOURS = 24;

export const promisesContract = defineContract('promises', {
  create: command({
    permission: 'tasks.write',
    input: z.strictObject({
      title: Line,
      word: z.enum(wordGivers).default('ours'),
      partyId: Id,
      dealId: Id.nullish(),
      due: DueDraft,
      /** Who keeps it, or sees to it that the other side does; whoever makes it when left out. */
      ownerId: Id.optional(),
    }),
    output: done,
    errors: [
      'tasks.party-not-found',
      'tasks.deal-not-found',
      'tasks.owner-unknown',
      'tasks.zone-unknown',
      'tasks.repeat-never',
    ],
  }),
  /** Kept; broken, with the reason; or released: nobody holds to it any more. Only a person says so, never the clock. */
  resolve: command({
    permission: 'tasks.write',
    input: z.strictObject({
      id: Id,
      outcome: z.enum(['kept', 'broken', 'released']),
      at: Instant.optional(),
      reason: OptionalLine,
    }),
    output: done,
    errors: [
      'promises.not-found',
      'tasks.not-open',
      'tasks.in-the-future',
      'tasks.before-its-time',
      'promises.reason-needed',
    ],
  }),
  /** Another day was agreed on; the days before stay in its history. */
  renegotiate: command({
    permission: 'tasks.write',
    input: z.strictObject({ id: Id, due: DueDraft, reason: OptionalLine }),
    output: done,
    errors: ['promises.not-found', 'tasks.not-open', 'tasks.zone-unknown'],
  }),
  list: query({
    permission: 'tasks.read',
    input: z.strictObject({
      filter: TaskFilter.extend({ word: z.enum(wordGivers).optional() }).default({}),
      order: z.enum(taskOrders).default('due'),
      after: Cursor.optional(),
      limit: PageLimit,
    }),
    output: z.object({ rows: z.array(TaskCard), next: Cursor.nullable(), count: CappedCount }),
    errors: ['tasks.cursor-invalid'],
  }),
  /** How words were kept between the office and a party, of those that the reader sees. */
  standing: query({
    permission: 'tasks.read',
    input: z.strictObject({ partyId: Id }),
    output: z.object({ ours: Standing, theirs: Standing }),
    errors: [],
  }),
});

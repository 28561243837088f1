// Deals: made, changed, moved from stage to stage, listed and shown on a board.

import { z } from 'zod';
import { forecastCategories } from '../../catalogue';
import { command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { CappedCount, Cursor, Instant, OptionalLine, PageLimit } from '../../core/schemas';
import { Deal, DealCard, DealChange, DealDraft, DealFilter, DealPartyDraft, Sum } from './deal';

const done = z.object({ id: Id });
const Ids = z.array(Id).min(1).max(200);

export const dealSorts = ['expected', 'created', 'amount', 'stage-time'] as const;

export const StageTotal = z.object({
  currency: z.string(),
  count: z.number().int(),
  /** Deals of which nobody can say the amount are counted and add nothing. */
  sum: Sum,
  /** The sum by the odds of the stage, in whole minor units, halves upwards. */
  weighted: Sum,
});
export type StageTotal = z.infer<typeof StageTotal>;

export const BoardColumn = z.object({
  stageId: Id,
  count: z.number().int(),
  totals: z.array(StageTotal),
  cards: z.array(DealCard),
  /** Where `deals.list` goes on; null when all are here. */
  next: Cursor.nullable(),
});
export type BoardColumn = z.infer<typeof BoardColumn>;

export const dealsContract = defineContract('deals', {
  create: command({
    permission: 'deals.write',
    input: DealDraft,
    output: done,
    errors: [
      'deals.party-not-found',
      'deals.pipeline-not-found',
      'deals.stage-not-found',
      'deals.stage-closed',
      'deals.owner-unknown',
      'deals.needs',
    ],
  }),
  update: command({
    permission: 'deals.write',
    input: z.strictObject({ id: Id, set: DealChange }),
    output: done,
    errors: ['deals.not-found', 'deals.owner-unknown', 'deals.needs'],
  }),
  /**
   * To another stage of its pipeline. What the stage needs must be known, what it asks must be confirmed, an end that is lost wants a
   * reason. `fromStageId` says where the mover saw it; `at` a move that was made earlier and is written down now.
   */
  move: command({
    permission: 'deals.write',
    input: z.strictObject({
      id: Id,
      toStageId: Id,
      fromStageId: Id.optional(),
      at: Instant.optional(),
      /** That every criterion of the stage is met. */
      confirmed: z.boolean().default(false),
      lossReasonId: Id.optional(),
      reason: OptionalLine,
    }),
    output: done,
    errors: [
      'deals.not-found',
      'deals.stage-not-found',
      'deals.already-there',
      'deals.moved-meanwhile',
      'deals.needs',
      'deals.criteria',
      'deals.loss-reason-needed',
      'deals.loss-reason-unknown',
      'deals.in-the-future',
      'deals.before-its-time',
    ],
  }),
  /** What their owners say of them in the forecast. */
  categorise: command({
    permission: 'deals.write',
    input: z.strictObject({ ids: Ids, category: z.enum(forecastCategories) }),
    output: z.object({ changed: z.number().int() }),
    errors: ['deals.not-found'],
  }),
  get: query({
    permission: 'deals.read',
    input: done.strict(),
    output: Deal,
    errors: ['deals.not-found'],
  }),
  list: query({
    permission: 'deals.read',
    input: z.strictObject({
      filter: DealFilter.default({}),
      sort: z
        .strictObject({ by: z.enum(dealSorts), direction: z.enum(['ascending', 'descending']) })
        .default({ by: 'expected', direction: 'ascending' }),
      after: Cursor.optional(),
      limit: PageLimit,
    }),
    output: z.object({ rows: z.array(DealCard), next: Cursor.nullable(), count: CappedCount }),
    errors: ['deals.cursor-invalid'],
  }),
  /** The open stages of a pipeline with their first cards by expected day, and sums of all of them. */
  board: query({
    permission: 'deals.read',
    input: z.strictObject({
      pipelineId: Id,
      filter: DealFilter.omit({ pipelineId: true, stageId: true, states: true }).default({}),
      cards: z.number().int().min(1).max(100).default(50),
    }),
    output: z.object({ columns: z.array(BoardColumn) }),
    errors: ['deals.pipeline-not-found'],
  }),
  remove: command({
    permission: 'deals.write',
    input: z.strictObject({ ids: Ids }),
    output: z.object({ removed: z.number().int() }),
    errors: ['deals.not-found'],
  }),
  restore: command({
    permission: 'deals.write',
    input: z.strictObject({ ids: Ids }),
    output: z.object({ restored: z.number().int() }),
    errors: ['deals.not-found'],
  }),
  /** Somebody has a say in it, or another one than before. */
  setParty: command({
    permission: 'deals.write',
    input: DealPartyDraft.extend({ dealId: Id }),
    output: done,
    errors: ['deals.not-found', 'deals.party-not-found'],
  }),
  removeParty: command({
    permission: 'deals.write',
    input: z.strictObject({ id: Id }),
    output: done,
    errors: ['deals.party-not-found'],
  }),
  /** Nothing is expected of it for a while. */
  pause: command({
    permission: 'deals.write',
    input: z.strictObject({ id: Id, reason: OptionalLine }),
    output: done,
    errors: ['deals.not-found', 'deals.paused'],
  }),
  resume: command({
    permission: 'deals.write',
    input: z.strictObject({ id: Id }),
    output: done,
    errors: ['deals.not-found', 'deals.not-paused'],
  }),
});

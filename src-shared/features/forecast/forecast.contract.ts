// The forecast of a fiscal period: its figures, the deals behind each, what changed since a day, and how true earlier ones were.

import { z } from 'zod';
import { adjustedFigures } from '../../catalogue';
import { action, command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { CalendarName, CivilDate, Cursor, Line, PageLimit } from '../../core/schemas';
import { Currency } from '../pipelines/pipeline';
import { Sum } from '../deals/deal';
import { MOST_MINOR } from '../../locale/money';
import { StageOdds } from '../pipelines/odds';
import {
  AdjustmentView,
  changeReasons,
  Difference,
  Figures,
  ForecastChange,
  ForecastDeal,
  forecastTiles,
  PeriodView,
  PersonFigures,
} from './forecast';
import { PeriodKey } from './period';

/** Which deals are reckoned: the quarter of today when no period is named, in the office's calendar when none is. */
export const ForecastOf = z.strictObject({
  period: PeriodKey.optional(),
  calendar: CalendarName.optional(),
  pipelineId: Id.optional(),
  ownerId: Id.optional(),
});
export type ForecastOf = z.output<typeof ForecastOf>;

const outOfRange = 'forecast.period-out-of-range';

export const forecastContract = defineContract('forecast', {
  get: query({
    permission: 'deals.read',
    input: ForecastOf,
    output: z.object({
      period: PeriodView,
      today: CivilDate,
      /** The currency of most deals first. */
      figures: z.array(Figures),
      people: z.array(PersonFigures),
      stages: z.array(StageOdds),
      adjustments: z.array(AdjustmentView),
      /** The day of the last snapshot; null before the first. */
      snapshotOn: CivilDate.nullable(),
    }),
    errors: [outOfRange],
  }),
  /** The deals behind a figure, by the day they are expected or were won; behind what is weighted those too that do not count, with why. */
  deals: query({
    permission: 'deals.read',
    input: ForecastOf.extend({
      tile: z.enum(forecastTiles),
      currency: Currency,
      after: Cursor.optional(),
      limit: PageLimit,
    }),
    output: z.object({ rows: z.array(ForecastDeal), next: Cursor.nullable() }),
    errors: [outOfRange, 'forecast.cursor-invalid'],
  }),
  /** Writes down how every deal stands today; once a day, and by itself every night. */
  snapshot: action({
    permission: 'deals.read',
    input: z.strictObject({}),
    output: z.object({ jobId: Id }),
    errors: [],
  }),
  /** The days of which there is a snapshot, the latest first. */
  snapshots: query({
    permission: 'deals.read',
    input: z.strictObject({ limit: PageLimit }),
    output: z.object({ days: z.array(CivilDate) }),
    errors: [],
  }),
  /** What is weighted now, or at a later snapshot, less what it was at an earlier one, deal by deal; the parts add up to the difference. */
  compare: query({
    long: true,
    permission: 'deals.read',
    input: ForecastOf.extend({
      from: CivilDate,
      to: CivilDate.optional(),
      currency: Currency.optional(),
      limit: PageLimit,
    }),
    output: z.object({
      period: PeriodView,
      /** The days of the snapshots that stand for those asked for; `to` is null for now. */
      from: CivilDate,
      to: CivilDate.nullable(),
      currency: z.string(),
      currencies: z.array(z.string()),
      before: Sum,
      after: Sum,
      difference: Difference,
      reasons: z.array(z.object({ reason: z.enum(changeReasons), count: z.number().int(), change: Difference })),
      /** The largest first. */
      changes: z.array(ForecastChange),
      /** How many more there are. */
      more: z.number().int(),
    }),
    errors: [outOfRange, 'forecast.no-snapshot', 'forecast.days-turned'],
  }),
  /** A manager's own view beside the figure; 0 takes it back. The last one of somebody counts. */
  adjust: command({
    permission: 'forecast.manage',
    input: ForecastOf.extend({
      figure: z.enum(adjustedFigures),
      currency: Currency,
      /** Minor units. */
      delta: z.number().int().min(-MOST_MINOR).max(MOST_MINOR),
      reason: Line,
    }),
    output: z.object({ id: Id }),
    errors: [outOfRange, 'forecast.owner-unknown', 'forecast.pipeline-not-found'],
  }),
  /** What the first snapshot of earlier periods said, and what was won by their end. */
  accuracy: query({
    long: true,
    permission: 'deals.read',
    input: ForecastOf.extend({ currency: Currency.optional(), periods: z.number().int().min(1).max(12).default(8) }),
    output: z.object({
      currency: z.string(),
      periods: z.array(
        z.object({ period: PeriodView, snapshotOn: CivilDate, commit: Sum, best: Sum, weighted: Sum, won: Sum }),
      ),
      /** Of what was weighted, in hundredths of what was won: the mean of the differences, and of their sizes; null without any. */
      bias: z.number().int().nullable(),
      error: z.number().int().nullable(),
    }),
    errors: [outOfRange],
  }),
});

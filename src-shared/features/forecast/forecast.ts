// The figures of a forecast, and why a deal counts in one of them or does not.

import { z } from 'zod';
import { adjustedFigures } from '../../catalogue';
import { Id } from '../../core/ids';
import { CivilDate, Instant } from '../../core/schemas';
import { DealCard, Sum } from '../deals/deal';
import { UserRef } from '../parties/party';
import { CERTAIN } from '../pipelines/odds';
import { PeriodKey, periodSizes } from './period';

/** Minor units as digits, below nothing too. */
export const Difference = z.string().regex(/^-?\d+$/);

export const PeriodView = z.object({
  key: PeriodKey,
  calendar: z.enum(['gregory', 'umalqura', 'persian']),
  size: z.enum(periodSizes),
  from: CivilDate,
  to: CivilDate,
});

/** How many deals and what they come to; those of which nobody can say the amount are counted and add nothing. */
export const Amounts = z.object({ count: z.number().int(), unknown: z.number().int(), sum: Sum });
export type Amounts = z.infer<typeof Amounts>;

export const AdjustmentView = z.object({
  id: Id,
  figure: z.enum(adjustedFigures),
  currency: z.string(),
  delta: z.number().int(),
  reason: z.string(),
  at: Instant,
  by: UserRef.nullable(),
  /** Whether it is the reader's own, which is what is added to the figures. */
  own: z.boolean(),
});
export type AdjustmentView = z.infer<typeof AdjustmentView>;

/** Of one currency: currencies are never added together. */
export const Figures = z.object({
  currency: z.string(),
  won: Amounts,
  /** Open, expected from today on until the end of the period, by what their owners say; not slipped. */
  committed: Amounts,
  bestCase: Amounts,
  pipeline: Amounts,
  omitted: Amounts,
  /** Expected earlier in the period, and still open: in no other figure. */
  slipped: Amounts,
  /** Won, and what is committed. */
  commit: Sum,
  /** Commit, and the best case. */
  best: Sum,
  /** Won, and every open deal that counts by the odds of its stage. */
  weighted: Sum,
  /** Committed, best case and pipeline: what may still come. */
  open: Sum,
  /** Minor units; null without a goal. */
  goal: Sum.nullable(),
  /** Goal less weighted; below nothing when it is exceeded. */
  gap: Difference.nullable(),
  /** Open in hundredths of what is missing from the goal (goal less won); null without a goal, or when nothing is missing. */
  coverage: z.number().int().nullable(),
  /** With the reader's own adjustments; null where there is none. */
  adjusted: z.object({ commit: Sum.nullable(), best: Sum.nullable(), weighted: Sum.nullable() }),
});
export type Figures = z.infer<typeof Figures>;

export const PersonFigures = Figures.pick({
  currency: true,
  won: true,
  slipped: true,
  commit: true,
  best: true,
  weighted: true,
  goal: true,
}).extend({ owner: UserRef.nullable() });
export type PersonFigures = z.infer<typeof PersonFigures>;

export const forecastTiles = ['won', 'commit', 'best', 'weighted', 'slipped', 'omitted', 'open'] as const;
export type ForecastTile = (typeof forecastTiles)[number];

/** Why a deal of the period adds nothing to what is weighted. */
export const notCountedReasons = ['slipped', 'omitted', 'no-amount'] as const;

export const ForecastDeal = DealCard.extend({
  /** Ten-thousandths, of its stage. */
  odds: z.number().int().min(0).max(CERTAIN),
  /** Minor units: the amount by the odds; the amount itself of what is won; null where it is not counted. */
  counts: Sum.nullable(),
  why: z.enum(notCountedReasons).nullable(),
});
export type ForecastDeal = z.infer<typeof ForecastDeal>;

/** Why what is weighted is not what it was. */
export const changeReasons = [
  'new',
  'won',
  'lost',
  'removed',
  'moved-in',
  'moved-out',
  'omitted',
  'counted-again',
  'slipped',
  'rescheduled',
  'stage',
  'amount',
  'odds',
] as const;
export type ChangeReason = (typeof changeReasons)[number];

export const ForecastChange = z.object({
  deal: z.object({ id: Id, title: z.string(), party: z.string() }).nullable(),
  reason: z.enum(changeReasons),
  /** Minor units, of the currency compared. */
  change: Difference,
  fromStageId: Id.nullable(),
  toStageId: Id.nullable(),
  odds: z.object({ from: z.number().int().nullable(), to: z.number().int().nullable() }),
  amount: z.object({ from: z.number().int().nullable(), to: z.number().int().nullable() }),
});
export type ForecastChange = z.infer<typeof ForecastChange>;

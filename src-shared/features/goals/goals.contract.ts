// Goals: what somebody, a unit or the office is to reach in a fiscal period, and how far they are by the days that were worked.

import { z } from 'zod';
import { goalMetrics } from '../../catalogue';
import { command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { CalendarName, CivilDate, LongText } from '../../core/schemas';
import { MOST_MINOR } from '../../locale/money';
import { Difference, PeriodView } from '../forecast/forecast';
import { PeriodKey } from '../forecast/period';
import { UserRef } from '../parties/party';
import { Currency } from '../pipelines/pipeline';

export const paces = ['reached', 'ahead', 'on-pace', 'behind'] as const;

export const GoalView = z.object({
  id: Id,
  /** Nobody and no unit: the whole office. */
  owner: UserRef.nullable(),
  unit: z.object({ id: Id, name: z.string() }).nullable(),
  metric: z.enum(goalMetrics),
  period: PeriodView,
  target: z.number().int(),
  currency: z.string().nullable(),
  note: z.string().nullable(),
  mayChange: z.boolean(),
});
export type GoalView = z.infer<typeof GoalView>;

export const GoalProgress = GoalView.extend({
  /** Minor units, or how many. */
  reached: Difference,
  /** What the working days that have ended by today would have made of the target. */
  due: Difference,
  workedDays: z.number().int(),
  workingDays: z.number().int(),
  pace: z.enum(paces),
});
export type GoalProgress = z.infer<typeof GoalProgress>;

const Periods = { period: PeriodKey.optional(), calendar: CalendarName.optional() };

export const goalsContract = defineContract('goals', {
  /** One's own, or, for whoever manages them, somebody's, a unit's or the office's. The same goal again changes its target. */
  set: command({
    permission: 'deals.write',
    input: z.strictObject({
      ...Periods,
      ownerId: Id.nullish(),
      unitId: Id.nullish(),
      metric: z.enum(goalMetrics),
      target: z.number().int().min(1).max(MOST_MINOR),
      currency: Currency.optional(),
      note: LongText.nullish(),
    }),
    output: z.object({ id: Id }),
    errors: [
      'forecast.period-out-of-range',
      'goals.currency-needed',
      'goals.for-one',
      'goals.owner-unknown',
      'goals.unit-unknown',
      'goals.not-yours',
    ],
  }),
  remove: command({
    permission: 'deals.write',
    input: z.strictObject({ id: Id }),
    output: z.object({}),
    errors: ['goals.not-found', 'goals.not-yours'],
  }),
  list: query({
    permission: 'deals.read',
    input: z.strictObject({ ...Periods, ownerId: Id.optional() }),
    output: z.object({ period: PeriodView, goals: z.array(GoalView) }),
    errors: ['forecast.period-out-of-range'],
  }),
  progress: query({
    permission: 'deals.read',
    input: z.strictObject({ ...Periods, ownerId: Id.optional() }),
    output: z.object({ period: PeriodView, today: CivilDate, goals: z.array(GoalProgress) }),
    errors: ['forecast.period-out-of-range'],
  }),
});

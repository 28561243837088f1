// What a forecast or a goal is asked about: the period in the office’s or another calendar, and today on the office’s wall.

import type { ForecastOf } from '@shared/features/forecast/forecast.contract';
import { periodOf, periodWith, type Fiscal, type Period } from '@shared/features/forecast/period';
import type { Calendar } from '@shared/locale/language';
import type { Civil } from '@shared/locale/civil';
import { dayInZone } from '@shared/locale/zoned-time';
import type { QueryContext } from '../../core/context';
import type { ReadDb } from '../../db';
import { siteSettings } from '../settings';

export interface Asked {
  readonly period: Period;
  readonly fiscal: Fiscal;
  readonly today: Civil;
  readonly timeZone: string;
  readonly ownerId?: string | undefined;
  readonly pipelineId?: string | undefined;
}

/** Another calendar than the office's begins its year with its own first month. */
export function fiscalOf(db: ReadDb, calendar?: Calendar): Fiscal {
  const { fiscalCalendar, fiscalMonth } = siteSettings(db);
  const own = calendar ?? fiscalCalendar;
  return { calendar: own, startMonth: own === fiscalCalendar ? fiscalMonth : 1 };
}

/** Null for a period that the calendar cannot say. */
export function askedOf({ db, clock }: Pick<QueryContext, 'db' | 'clock'>, of: ForecastOf): Asked | null {
  const { timeZone } = siteSettings(db);
  const fiscal = fiscalOf(db, of.calendar);
  const today = dayInZone(clock.now(), timeZone);
  const period = of.period === undefined ? periodWith(today, 'quarter', fiscal) : periodOf(of.period, fiscal);
  if (period === null) return null;
  return { period, fiscal, today, timeZone, ownerId: of.ownerId, pipelineId: of.pipelineId };
}

// Fiscal periods: the years, quarters and months in which an office reckons, in any of three calendars.

import { z } from 'zod';
import type { Calendar } from '../../locale/language';
import { civilToParts, monthLength, partsToCivil, yearRange } from '../../locale/calendars';
import { type Civil } from '../../locale/civil';

/** 1405, 1405-Q1, 1405-M02: the fiscal year by the calendar's year it begins in, and the quarter or month of it. */
export const PeriodKey = z.string().regex(/^\d{4}(-(Q[1-4]|M(0[1-9]|1[0-2])))?$/, 'period');
export type PeriodKey = z.infer<typeof PeriodKey>;
export const periodSizes = ['year', 'quarter', 'month'] as const;
export type PeriodSize = (typeof periodSizes)[number];

export interface Fiscal {
  readonly calendar: Calendar;
  /** The month of the calendar with which a year begins, 1 to 12. */
  readonly startMonth: number;
}

export interface Period {
  readonly key: PeriodKey;
  readonly calendar: Calendar;
  readonly size: PeriodSize;
  /** First and last day. */
  readonly from: Civil;
  readonly to: Civil;
}

const monthsOf: Readonly<Record<PeriodSize, number>> = { year: 12, quarter: 3, month: 1 };

/** Null for what is no period, or lies beyond what the calendar can say. */
export function periodOf(key: string, fiscal: Fiscal): Period | null {
  const match = /^(\d{4})(?:-([QM])(\d{1,2}))?$/.exec(key);
  if (match === null || !PeriodKey.safeParse(key).success) return null;
  const size: PeriodSize = match[2] === undefined ? 'year' : match[2] === 'Q' ? 'quarter' : 'month';
  return periodAt({ year: Number(match[1]), index: match[3] === undefined ? 0 : Number(match[3]) - 1, size }, fiscal);
}

/** The period of a size in which a day lies; null where the calendar does not reach. */
export function periodWith(day: Civil, size: PeriodSize, fiscal: Fiscal): Period | null {
  const parts = civilToParts(day, fiscal.calendar);
  if (parts === null) return null;
  const month = (parts.month - fiscal.startMonth + 12) % 12;
  const year = parts.month < fiscal.startMonth ? parts.year - 1 : parts.year;
  return periodAt({ year, index: Math.floor(month / monthsOf[size]), size }, fiscal);
}

/** So many periods of the same size later, or earlier. */
export function movedPeriod({ from, size }: Period, by: number, fiscal: Fiscal): Period | null {
  const parts = civilToParts(from, fiscal.calendar);
  if (parts === null) return null;
  const months = parts.year * 12 + (parts.month - 1) + by * monthsOf[size];
  const day = partsToCivil({ year: Math.floor(months / 12), month: (months % 12) + 1, day: 1 }, fiscal.calendar);
  return day === null ? null : periodWith(day, size, fiscal);
}

function periodAt(
  { year, index, size }: { readonly year: number; readonly index: number; readonly size: PeriodSize },
  { calendar, startMonth }: Fiscal,
): Period | null {
  const months = monthsOf[size];
  const first = monthAfter(year, startMonth, index * months);
  const last = monthAfter(year, startMonth, index * months + months - 1);
  const [earliest, latest] = yearRange[calendar];
  if (first.year < earliest || last.year > latest) return null;
  const from = partsToCivil({ ...first, day: 1 }, calendar);
  const to = partsToCivil({ ...last, day: monthLength(last.year, last.month, calendar) }, calendar);
  if (from === null || to === null) return null;
  return { key: keyOf(year, index, size), calendar, size, from, to };
}

const monthAfter = (year: number, startMonth: number, months: number) => ({
  year: year + Math.floor((startMonth - 1 + months) / 12),
  month: ((startMonth - 1 + months) % 12) + 1,
});

const keyOf = (year: number, index: number, size: PeriodSize): PeriodKey =>
  `${String(year).padStart(4, '0')}${size === 'year' ? '' : size === 'quarter' ? `-Q${index + 1}` : `-M${String(index + 1).padStart(2, '0')}`}`;

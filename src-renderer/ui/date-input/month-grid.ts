// The weeks of a month in any of the three calendars, and the steps of the keyboard between days. Pure: days are civil dates.

import { civilToParts, monthLength, partsToCivil, yearRange } from '@shared/locale/calendars';
import { addDays, startOfWeek, weekdayOf } from '@shared/locale/civil';
import type { Civil } from '@shared/locale/civil';
import type { Calendar } from '@shared/locale/language';

export interface MonthPlace {
  readonly year: number;
  /** From 1. */
  readonly month: number;
}

/** The month that holds a day; for a day the calendar cannot name, the nearest month it can. */
export function monthOf(civil: Civil, calendar: Calendar): MonthPlace {
  const parts = civilToParts(civil, calendar);
  const [first, last] = yearRange[calendar];
  if (parts === null) return civil < '1950' ? { year: first, month: 1 } : { year: last, month: 12 };
  return { year: Math.min(last, Math.max(first, parts.year)), month: parts.month };
}

/** Null when the calendar ends before that month. */
export function addMonths({ year, month }: MonthPlace, count: number, calendar: Calendar): MonthPlace | null {
  const index = year * 12 + (month - 1) + count;
  const place = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  const [first, last] = yearRange[calendar];
  return place.year < first || place.year > last ? null : place;
}

/** The same day of another month, or that month's last day. */
export function dayInMonth(place: MonthPlace, day: number, calendar: Calendar): Civil | null {
  return partsToCivil({ ...place, day: Math.min(day, monthLength(place.year, place.month, calendar)) }, calendar);
}

/** Whole weeks; days of the months around are null. */
export function weeksOf(place: MonthPlace, calendar: Calendar, weekStart: number): (Civil | null)[][] {
  const first = dayInMonth(place, 1, calendar);
  if (first === null) return [];
  const blank = (weekdayOf(first) - weekStart + 7) % 7;
  const length = monthLength(place.year, place.month, calendar);
  return Array.from({ length: Math.ceil((blank + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => {
      const day = week * 7 + at - blank;
      return day >= 0 && day < length ? addDays(first, day) : null;
    }),
  );
}

export interface DayStep {
  readonly calendar: Calendar;
  readonly weekStart: number;
  readonly rightToLeft: boolean;
  readonly shift: boolean;
}

/** The day a key moves to from `day`; undefined for keys that do not move. */
export function dayAfterKey(key: string, day: Civil, step: DayStep): Civil | undefined {
  const forward = step.rightToLeft ? -1 : 1;
  const weekFirst = startOfWeek(day, step.weekStart);
  const moves: Readonly<Record<string, () => Civil | null>> = {
    ArrowRight: () => addDays(day, forward),
    ArrowLeft: () => addDays(day, -forward),
    ArrowDown: () => addDays(day, 7),
    ArrowUp: () => addDays(day, -7),
    Home: () => weekFirst,
    End: () => addDays(weekFirst, 6),
    PageDown: () => byMonths(day, step.shift ? 12 : 1, step.calendar),
    PageUp: () => byMonths(day, step.shift ? -12 : -1, step.calendar),
  };
  const to = moves[key]?.();
  return to === undefined || to === null || civilToParts(to, step.calendar) === null ? undefined : to;
}

function byMonths(day: Civil, count: number, calendar: Calendar): Civil | null {
  const place = addMonths(monthOf(day, calendar), count, calendar);
  return place === null ? null : dayInMonth(place, civilToParts(day, calendar)?.day ?? 1, calendar);
}

// One door to the three calendars: parts of a civil date and back, month lengths, the years each can answer for.
import { fromEpochDay, gregorianMonthLength, isGregorianDay, civilOf, toEpochDay } from '../civil';
import type { Civil } from '../civil';
import type { Calendar } from '../language';
import type { CalendarParts } from './parts';
import { persianEpochDay, persianMonthLength, persianParts } from './persian';
import { ummAlQuraEpochDay, ummAlQuraMonthLength, ummAlQuraParts } from './umm-al-qura';

/** Year, month and day in a calendar; null when the calendar has no answer (Umm al-Qura before 1343 and after 1500). */
export function civilToParts(civil: Civil, calendar: Calendar): CalendarParts | null {
  const epochDay = toEpochDay(civil);
  if (calendar === 'umalqura') return ummAlQuraParts(epochDay);
  if (calendar === 'persian') return persianParts(epochDay);
  return { year: Number(civil.slice(0, 4)), month: Number(civil.slice(5, 7)), day: Number(civil.slice(8, 10)) };
}

/** The civil date of a calendar's day; null when there is no such day. */
export function partsToCivil(parts: CalendarParts, calendar: Calendar): Civil | null {
  if (calendar === 'gregory') {
    return isGregorianDay(parts.year, parts.month, parts.day) ? civilOf(parts.year, parts.month, parts.day) : null;
  }
  const epochDay = calendar === 'umalqura' ? ummAlQuraEpochDay(parts) : persianEpochDay(parts);
  return epochDay === null ? null : fromEpochDay(epochDay);
}

/** Days in a month, counted from 1. */
export function monthLength(year: number, month: number, calendar: Calendar): number {
  if (calendar === 'umalqura') return ummAlQuraMonthLength(year, month);
  return calendar === 'persian' ? persianMonthLength(year, month) : gregorianMonthLength(year, month);
}

/** Whether a day of a month exists in at least one year: 29 February does, 31 Mehr does not. */
export function isDayOfSomeYear(calendar: Calendar, month: number, day: number): boolean {
  const longest = { gregory: gregorianMonthLength(2000, month), umalqura: 30, persian: month <= 6 ? 31 : 30 };
  return month >= 1 && month <= 12 && day >= 1 && day <= longest[calendar];
}

/** First and last year that typing and picking allow; the lunar table ends there, the others are wide enough for people. */
export const yearRange: Readonly<Record<Calendar, readonly [first: number, last: number]>> = {
  gregory: [1800, 2199],
  umalqura: [1343, 1500],
  persian: [1180, 1500],
};

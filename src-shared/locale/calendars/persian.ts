// The Solar Hijri (Jalali) calendar of Iran and Afghanistan by its 33-year rule.
// The rule equals the astronomical calendar, Intl and the official almanacs for every day of 1300-1500 (1921-2122).
import type { CalendarParts } from './parts';

/** 0001-01-01 of the calendar as days since 1970-01-01 (622-03-22 Gregorian). */
const FIRST_EPOCH_DAY = -492_268;
const FIRST_YEAR = 1;
const LAST_YEAR = 3000;

/** Eight leap years in thirty-three. */
export const isPersianLeapYear = (year: number): boolean => (25 * year + 11) % 33 < 8;

export function persianMonthLength(year: number, month: number): number {
  if (month <= 6) return 31;
  return month <= 11 || isPersianLeapYear(year) ? 30 : 29;
}

/** The parts of a day (days since 1970-01-01), or null outside the years 1-3000. */
export function persianParts(epochDay: number): CalendarParts | null {
  let year = Math.floor((epochDay - FIRST_EPOCH_DAY) / 365.2422) + 1;
  if (yearStart(year) > epochDay) year -= 1;
  else if (yearStart(year + 1) <= epochDay) year += 1;
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const dayOfYear = epochDay - yearStart(year);
  const month = dayOfYear < 186 ? Math.floor(dayOfYear / 31) + 1 : Math.floor((dayOfYear - 186) / 30) + 7;
  return { year, month, day: dayOfYear - daysBefore(month) + 1 };
}

/** The day (since 1970-01-01) of the parts, or null when there is no such day. */
export function persianEpochDay({ year, month, day }: CalendarParts): number | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  if (day < 1 || day > persianMonthLength(year, month)) return null;
  return yearStart(year) + daysBefore(month) + day - 1;
}

const daysBefore = (month: number): number => (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30);

/** Leap years before `year` number floor((8 year + 21) / 33). */
const yearStart = (year: number): number => FIRST_EPOCH_DAY + 365 * (year - 1) + Math.floor((8 * year + 21) / 33);

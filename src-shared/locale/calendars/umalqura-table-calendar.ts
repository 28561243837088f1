// The published Umm al-Qura table as a calendar that date pickers (react-aria) can use.
import { CalendarDate, IslamicCivilCalendar } from '@internationalized/date';
import type { AnyCalendarDate, CalendarIdentifier } from '@internationalized/date';
import { ummAlQuraEpochDay, ummAlQuraMonthLength, ummAlQuraParts } from './umm-al-qura';
import { FIRST_YEAR, LAST_YEAR } from './umm-al-qura-table';

/** 1970-01-01 as the Julian day the date library counts in. */
const UNIX_JULIAN_DAY = 2_440_588;

const inTable = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

/** Outside AH 1343-1500 it counts by the arithmetical lunar calendar, so that a picker never shows NaN; such days are refused on saving. */
export class UmalquraTableCalendar extends IslamicCivilCalendar {
  override identifier: CalendarIdentifier = 'islamic-umalqura';

  override fromJulianDay(julianDay: number): CalendarDate {
    const parts = ummAlQuraParts(julianDay - UNIX_JULIAN_DAY);
    if (parts) return new CalendarDate(this, parts.year, parts.month, parts.day);
    const { year, month, day } = super.fromJulianDay(julianDay);
    return new CalendarDate(this, year, month, day);
  }

  override toJulianDay(date: AnyCalendarDate): number {
    const monthStart = ummAlQuraEpochDay({ year: date.year, month: date.month, day: 1 });
    return monthStart === null ? super.toJulianDay(date) : monthStart + date.day - 1 + UNIX_JULIAN_DAY;
  }

  override getDaysInMonth(date: AnyCalendarDate): number {
    return inTable(date.year) ? ummAlQuraMonthLength(date.year, date.month) : super.getDaysInMonth(date);
  }

  override getDaysInYear(date: AnyCalendarDate): number {
    if (!inTable(date.year)) return super.getDaysInYear(date);
    let days = 0;
    for (let month = 1; month <= 12; month += 1) days += ummAlQuraMonthLength(date.year, month);
    return days;
  }

  override getMaximumDaysInMonth(): number {
    return 31;
  }
}

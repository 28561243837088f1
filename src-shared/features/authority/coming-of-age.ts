// The day on which somebody is as old as a rule says, in the calendar the rule counts in.

import { civilToParts, monthLength, partsToCivil } from '../../locale/calendars';
import { addDays, type Civil } from '../../locale/civil';
import type { Calendar } from '../../locale/language';

/**
 * The first day on which somebody born on `born` is `years` old, counted in `calendar`. Who was born on a day that the month of that
 * year does not have is it on the day after the month's last. What the Umm al-Qura table does not hold is counted in the Gregorian calendar.
 */
export function comesOfAgeOn(born: Civil, years: number, calendar: Calendar): Civil {
  const parts = civilToParts(born, calendar);
  const year = (parts?.year ?? 0) + years;
  if (parts === null || (calendar === 'umalqura' && year > LAST_TABLED)) return comesOfAgeOn(born, years, 'gregory');
  const last = monthLength(year, parts.month, calendar);
  const day = partsToCivil({ ...parts, year, day: Math.min(parts.day, last) }, calendar);
  if (day === null) throw new RangeError(`no such day in ${calendar}: ${year}-${parts.month}-${parts.day}`);
  return parts.day > last ? addDays(day, 1) : day;
}

const LAST_TABLED = 1500;

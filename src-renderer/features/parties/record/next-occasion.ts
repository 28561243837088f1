// When a yearly occasion comes next, in its own calendar. A day a month does not have falls on the month's last day.

import { civilToParts, monthLength, partsToCivil } from '@shared/locale/calendars';
import { daysBetween } from '@shared/locale/civil';
import type { Calendar } from '@shared/locale/language';

export interface YearlyDay {
  readonly calendar: Calendar;
  readonly month: number;
  readonly day: number;
}

export interface NextOccasion {
  readonly on: string;
  readonly inDays: number;
  /** The year of the occasion's own calendar in which it comes. */
  readonly year: number;
}

/** Null where the calendar has no answer (Umm al-Qura after 1500). */
export function nextOccasion({ calendar, month, day }: YearlyDay, today: string): NextOccasion | null {
  const now = civilToParts(today, calendar);
  if (now === null) return null;
  for (const year of [now.year, now.year + 1]) {
    const on = partsToCivil({ year, month, day: Math.min(day, monthLength(year, month, calendar)) }, calendar);
    if (on !== null && on >= today) return { on, inDays: daysBetween(today, on), year };
  }
  return null;
}

/** Of a date that a role sees in part only the year comes through. */
export const isYear = (on: string): boolean => on.length === 4;

/** Whole solar years lived on a day, whatever calendar the birth was written in. */
export function ageOn(bornOn: string, today: string): number | null {
  if (today < bornOn) return null;
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return today.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

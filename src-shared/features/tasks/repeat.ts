// When something comes back: every few days, on weekdays, on a day of the month or the year of one of the three calendars.
// All arithmetic is on whole days; the time of day stays with the task.

import { z } from 'zod';
import { CalendarName, CivilDate } from '../../core/schemas';
import { monthLength, partsToCivil, civilToParts, yearRange } from '../../locale/calendars/index';
import { addDays, startOfWeek, weekdayOf, type Civil } from '../../locale/civil';
import type { Calendar } from '../../locale/language';

/** 0 Sunday … 6 Saturday. */
const Weekday = z.number().int().min(0).max(6);
/** A day by its number (in a shorter month its last one), or the first to fourth, or last (-1), of a weekday. */
const MonthDay = z.union([
  z.strictObject({ day: z.number().int().min(1).max(31) }),
  z.strictObject({
    nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)]),
    weekday: Weekday,
  }),
]);
export type MonthDay = z.infer<typeof MonthDay>;

const terms = {
  every: z.number().int().min(1).max(999).default(1),
  /** No occurrence lies before it; spans are counted from it. */
  from: CivilDate,
  until: CivilDate.optional(),
  count: z.number().int().min(1).max(9999).optional(),
  /** What becomes of those whose day has passed when one is completed late: left out, or each made up for. */
  missed: z.enum(['skip', 'each']).default('skip'),
};

export const RepeatRule = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('day'), ...terms }),
  z.strictObject({ unit: z.literal('week'), weekdays: z.array(Weekday).min(1).max(7), weekStart: Weekday, ...terms }),
  z.strictObject({ unit: z.literal('month'), calendar: CalendarName, on: MonthDay, ...terms }),
  z.strictObject({
    unit: z.literal('year'),
    calendar: CalendarName,
    month: z.number().int().min(1).max(12),
    on: MonthDay,
    ...terms,
  }),
]);
export type RepeatRule = z.output<typeof RepeatRule>;

/** Its days in order, until it ends or its calendar does (the lunar table ends with AH 1500). */
export function* occurrences(rule: RepeatRule): Generator<Civil> {
  let left = rule.count ?? Infinity;
  for (const day of fitting(rule)) {
    if (day < rule.from) continue;
    if (left <= 0 || (rule.until !== undefined && day > rule.until)) return;
    left -= 1;
    yield day;
  }
}

/** The first of its days after one; null when it has ended by then. */
export function nextAfter(rule: RepeatRule, day: Civil): Civil | null {
  for (const one of occurrences(rule)) if (one > day) return one;
  return null;
}

/** Which comes after the one that was due on a day, when that is done today. */
export const nextDue = (rule: RepeatRule, due: Civil, today: Civil): Civil | null =>
  nextAfter(rule, rule.missed === 'skip' && due < today ? addDays(today, -1) : due);

function fitting(rule: RepeatRule): Iterable<Civil> {
  switch (rule.unit) {
    case 'day':
      return everyDays(rule.from, rule.every);
    case 'week':
      return everyWeeks(rule);
    case 'month':
      return everyMonths(rule, rule.every);
    case 'year':
      return everyMonths(rule, rule.every * MONTHS);
  }
}

/** Nobody plans beyond: in each calendar some decades more than the lunar table has. */
const LAST_DAY = '2199-12-31';
const MONTHS = 12;

function* everyDays(from: Civil, every: number): Generator<Civil> {
  for (let day = from; day <= LAST_DAY; day = addDays(day, every)) yield day;
}

function* everyWeeks({ from, every, weekdays, weekStart }: RepeatRule & { readonly unit: 'week' }): Generator<Civil> {
  const offsets = [...new Set(weekdays)].map((day) => (day - weekStart + 7) % 7).sort((one, other) => one - other);
  for (let week = startOfWeek(from, weekStart); week <= LAST_DAY; week = addDays(week, 7 * every))
    for (const offset of offsets) yield addDays(week, offset);
}

function* everyMonths(rule: RepeatRule & { readonly unit: 'month' | 'year' }, step: number): Generator<Civil> {
  const { calendar, from, on } = rule;
  const start = civilToParts(from, calendar);
  if (start === null) return;
  const month = rule.unit === 'year' ? rule.month : start.month;
  for (let index = start.year * MONTHS + month - 1; index < (yearRange[calendar][1] + 1) * MONTHS; index += step) {
    const day = dayOf({ calendar, year: Math.floor(index / MONTHS), month: (index % MONTHS) + 1 }, on);
    if (day !== null) yield day;
  }
}

interface Month {
  readonly calendar: Calendar;
  readonly year: number;
  readonly month: number;
}

function dayOf({ calendar, year, month }: Month, on: MonthDay): Civil | null {
  const length = monthLength(year, month, calendar);
  const at = (day: number): Civil | null => partsToCivil({ year, month, day }, calendar);
  if ('day' in on) return at(Math.min(on.day, length));
  if (on.nth === -1) {
    const last = at(length);
    return last === null ? null : addDays(last, -((weekdayOf(last) - on.weekday + 7) % 7));
  }
  const first = at(1);
  return first === null ? null : addDays(first, ((on.weekday - weekdayOf(first) + 7) % 7) + 7 * (on.nth - 1));
}

// How something comes back, as the form asks: the day of the week, month or year is that of the first day.

import type { MonthDay, RepeatRule } from '@shared/features/tasks/repeat';
import { civilToParts, monthLength } from '@shared/locale/calendars';
import { weekdayOf, type Civil } from '@shared/locale/civil';
import type { Calendar } from '@shared/locale/language';

export const repeatUnits = ['none', 'day', 'week', 'month', 'year'] as const;
/** By its number, by which of its weekday it is, or the last of the month or of its weekday. */
export const monthWays = ['day', 'nth', 'last-weekday', 'last-day'] as const;

export interface RepeatForm {
  readonly unit: (typeof repeatUnits)[number];
  readonly every: number | null;
  readonly weekdays: readonly number[];
  readonly calendar: Calendar;
  readonly way: (typeof monthWays)[number];
  readonly end: 'never' | 'until' | 'count';
  readonly until: Civil | null;
  readonly count: number | null;
  readonly makesUp: boolean;
}

export const noRepeat = (calendar: Calendar): RepeatForm => ({
  unit: 'none',
  every: 1,
  weekdays: [],
  calendar,
  way: 'day',
  end: 'never',
  until: null,
  count: null,
  makesUp: false,
});

const LAST_DAY = 31;
const LAST = -1;

/** The rule of a form; null for what does not come back, undefined while something is missing. */
export function ruleOf(form: RepeatForm, from: Civil, weekStart: number): RepeatRule | null | undefined {
  if (form.unit === 'none') return null;
  const { every, calendar, until, count } = form;
  if (every === null || (form.end === 'until' && until === null) || (form.end === 'count' && count === null))
    return undefined;
  const terms = {
    every,
    from,
    missed: form.makesUp ? ('each' as const) : ('skip' as const),
    ...(form.end === 'until' && until !== null ? { until } : {}),
    ...(form.end === 'count' && count !== null ? { count } : {}),
  };
  if (form.unit === 'day') return { unit: 'day', ...terms };
  if (form.unit === 'week')
    return {
      unit: 'week',
      weekStart,
      weekdays: form.weekdays.length === 0 ? [weekdayOf(from)] : [...form.weekdays],
      ...terms,
    };
  const parts = civilToParts(from, calendar);
  if (parts === null) return undefined;
  const on = dayOf(form.way, { ...parts, weekday: weekdayOf(from) });
  return form.unit === 'month'
    ? { unit: 'month', calendar, on, ...terms }
    : { unit: 'year', calendar, month: parts.month, on, ...terms };
}

function dayOf(way: RepeatForm['way'], { day, weekday }: { readonly day: number; readonly weekday: number }): MonthDay {
  if (way === 'last-day') return { day: LAST_DAY };
  if (way === 'day') return { day };
  const nth = Math.ceil(day / 7);
  return { nth: way === 'last-weekday' || nth > 4 ? LAST : (nth as 1 | 2 | 3 | 4), weekday };
}

/** Which ways fit a day: the last of its weekday or of the month only where it is that. */
export function waysFor(from: Civil, calendar: Calendar): readonly RepeatForm['way'][] {
  const parts = civilToParts(from, calendar);
  if (parts === null) return ['day'];
  const length = monthLength(parts.year, parts.month, calendar);
  return monthWays.filter((way) => {
    if (way === 'nth') return parts.day <= 28;
    if (way === 'last-weekday') return parts.day > length - 7;
    return way === 'day' || parts.day === length;
  });
}

export function formOf(rule: RepeatRule | null, calendar: Calendar): RepeatForm {
  if (rule === null) return noRepeat(calendar);
  const on = 'on' in rule ? rule.on : null;
  return {
    unit: rule.unit,
    every: rule.every,
    weekdays: rule.unit === 'week' ? rule.weekdays : [],
    calendar: 'calendar' in rule ? rule.calendar : calendar,
    way:
      on === null || ('day' in on && on.day < LAST_DAY)
        ? 'day'
        : 'day' in on
          ? 'last-day'
          : on.nth === LAST
            ? 'last-weekday'
            : 'nth',
    end: rule.until !== undefined ? 'until' : rule.count !== undefined ? 'count' : 'never',
    until: rule.until ?? null,
    count: rule.count ?? null,
    makesUp: rule.missed === 'each',
  };
}

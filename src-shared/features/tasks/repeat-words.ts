// A rule of coming back, said in words: "every year on 15 Ramadan", «آخرین پنجشنبه‌ی هر ماه شمسی».

import { monthNames, weekdayNames } from '../../locale/calendars/index';
import { formatCivilDate } from '../../locale/dates';
import { toDigits } from '../../locale/digits';
import type { Language } from '../../locale/language';
import { digitsFor, type WritingPreferences } from '../../locale/preferences';
import type { MonthDay, RepeatRule } from './repeat';

const parts = ['day', 'week', 'month', 'year-day', 'year-nth', 'on-day', 'on-last-day', 'until', 'count'] as const;
const ordinals = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' } as const;
export type RepeatWord =
  | `tasks.repeat.${(typeof parts)[number]}`
  | `tasks.repeat.nth-${(typeof ordinals)[keyof typeof ordinals]}`;
type Say = (id: RepeatWord, values?: Readonly<Record<string, string | number>>) => string;

export function repeatWords(rule: RepeatRule, say: Say, preferences: WritingPreferences): string {
  const sentence = spanWords(rule, say, preferences);
  const ends = [
    ...(rule.until === undefined ? [] : [say('tasks.repeat.until', { day: formatCivilDate(rule.until, preferences) })]),
    ...(rule.count === undefined ? [] : [say('tasks.repeat.count', { n: rule.count })]),
  ];
  return [sentence, ...ends].join(preferences.language === 'en' ? ', ' : '، ');
}

function spanWords(rule: RepeatRule, say: Say, preferences: WritingPreferences): string {
  const { language, country } = preferences;
  switch (rule.unit) {
    case 'day':
      return say('tasks.repeat.day', { n: rule.every });
    case 'week': {
      const order = rule.weekdays.toSorted(
        (one, other) => fromStart(one, rule.weekStart) - fromStart(other, rule.weekStart),
      );
      const days = order.map((day) => weekdayNames(language, 'long')[day] ?? '');
      return say('tasks.repeat.week', { n: rule.every, days: new Intl.ListFormat(language).format(days) });
    }
    case 'month':
      return say('tasks.repeat.month', {
        n: rule.every,
        choice: rule.calendar,
        on: dayWords(rule.on, say, preferences),
      });
    case 'year': {
      const month = monthNames(language, rule.calendar, country)[rule.month - 1] ?? '';
      const n = rule.every;
      if ('day' in rule.on) return say('tasks.repeat.year-day', { n, day: digits(rule.on.day, preferences), month });
      return say('tasks.repeat.year-nth', { n, month, on: dayWords(rule.on, say, preferences) });
    }
  }
}

const fromStart = (day: number, weekStart: number): number => (day - weekStart + 7) % 7;

function dayWords(on: MonthDay, say: Say, preferences: WritingPreferences): string {
  if ('nth' in on)
    return say(`tasks.repeat.nth-${ordinals[on.nth]}`, { weekday: indefinite(preferences.language)[on.weekday] ?? '' });
  return on.day > 30
    ? say('tasks.repeat.on-last-day')
    : say('tasks.repeat.on-day', { day: digits(on.day, preferences) });
}

/** Arabic says "آخر خميس": the names without their article are the short ones. */
const indefinite = (language: Language): readonly string[] =>
  weekdayNames(language, language === 'ar' ? 'short' : 'long');

const digits = (value: number, preferences: WritingPreferences): string =>
  toDigits(String(value), digitsFor(preferences));

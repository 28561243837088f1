// What comes back, held against a table of every day of twenty years, and said in three languages.
import { describe, expect, it } from 'vitest';
import { nextAfter, nextDue, occurrences, RepeatRule } from '@shared/features/tasks/repeat';
import { repeatWords, type RepeatWord } from '@shared/features/tasks/repeat-words';
import { civilToParts, monthLength } from '@shared/locale/calendars/index';
import { addDays, startOfWeek, toEpochDay, weekdayOf, type Civil } from '@shared/locale/civil';
import { languages } from '@shared/locale/language';
import { defaultPreferences } from '@shared/locale/preferences';
import { createTranslator } from '@shared/locale/translate';

const from = '2026-05-06';
const DAYS = 20 * 366;
const days = Array.from({ length: DAYS }, (_, index) => addDays(from, index));
const tables = Object.fromEntries(
  (['gregory', 'umalqura', 'persian'] as const).map((calendar) => [
    calendar,
    new Map(days.map((day) => [day, civilToParts(day, calendar)!])),
  ]),
);

const rule = (of: object): RepeatRule => RepeatRule.parse({ from, ...of });
const firstYears = (of: RepeatRule): Civil[] => {
  const found: Civil[] = [];
  for (const day of occurrences(of)) {
    if (day > days.at(-1)!) break;
    found.push(day);
  }
  return found;
};

/** The same rule, asked of one day. */
function fits(of: RepeatRule, day: Civil): boolean {
  if (of.unit === 'day') return (toEpochDay(day) - toEpochDay(of.from)) % of.every === 0;
  if (of.unit === 'week') {
    const weeks = (toEpochDay(startOfWeek(day, of.weekStart)) - toEpochDay(startOfWeek(of.from, of.weekStart))) / 7;
    return of.weekdays.includes(weekdayOf(day)) && weeks % of.every === 0;
  }
  const [here, begin] = [tables[of.calendar]!.get(day)!, tables[of.calendar]!.get(of.from)!];
  const months = (here.year - begin.year) * 12 + here.month - begin.month;
  const inMonth =
    of.unit === 'month'
      ? months % of.every === 0
      : here.month === of.month && (here.year - begin.year) % of.every === 0;
  if (!inMonth) return false;
  const length = monthLength(here.year, here.month, of.calendar);
  if ('day' in of.on) return here.day === of.on.day || (of.on.day > length && here.day === length);
  if (weekdayOf(day) !== of.on.weekday) return false;
  return of.on.nth === -1 ? here.day > length - 7 : Math.ceil(here.day / 7) === of.on.nth;
}

const calendars = ['gregory', 'umalqura', 'persian'] as const;
const monthDays = [
  { day: 1 },
  { day: 15 },
  { day: 29 },
  { day: 30 },
  { day: 31 },
  { nth: -1, weekday: 4 },
  { nth: 1, weekday: 5 },
  { nth: 4, weekday: 0 },
];
const rules = [
  ...[1, 2, 10, 365].map((every) => rule({ unit: 'day', every })),
  ...[0, 1, 6].flatMap((weekStart) =>
    [1, 2, 5].map((every) => rule({ unit: 'week', every, weekStart, weekdays: [0, 3, 6] })),
  ),
  ...calendars.flatMap((calendar) =>
    monthDays.flatMap((on) => [
      ...[1, 2, 7].map((every) => rule({ unit: 'month', calendar, every, on })),
      ...[1, 2].flatMap((every) => [2, 9, 12].map((month) => rule({ unit: 'year', calendar, every, month, on }))),
    ]),
  ),
];

describe('the days of a rule', () => {
  it('are those that a table of every day of twenty years has, in each calendar', () => {
    for (const one of rules) expect(firstYears(one), JSON.stringify(one)).toEqual(days.filter((day) => fits(one, day)));
  });

  it('“15 Ramadan every year” follows the published Umm al-Qura calendar', () => {
    const ramadan = rule({ unit: 'year', calendar: 'umalqura', month: 9, on: { day: 15 } });
    expect(firstYears(ramadan).slice(0, 4)).toEqual(['2027-02-22', '2028-02-11', '2029-01-30', '2030-01-19']);
  });

  it('“the last Thursday of every Jalali month” falls as it does on the wall', () => {
    const thursday = rule({ unit: 'month', calendar: 'persian', on: { nth: -1, weekday: 4 } });
    expect(firstYears(thursday).slice(0, 3)).toEqual(['2026-05-21', '2026-06-18', '2026-07-16']);
  });

  it('end with a day, with a number of times, and with the calendar', () => {
    expect(firstYears(rule({ unit: 'day', until: '2026-05-08' }))).toEqual([from, '2026-05-07', '2026-05-08']);
    expect(firstYears(rule({ unit: 'week', weekdays: [3], weekStart: 0, count: 2 }))).toEqual([from, '2026-05-13']);
    const late = rule({ unit: 'year', calendar: 'umalqura', month: 9, on: { day: 30 }, from: '2070-01-01' });
    expect([...occurrences(late)].length).toBeLessThan(10);
    expect(nextAfter(late, '2077-12-31')).toBeNull();
  });
});

describe('what comes after one that is done late', () => {
  const weekly = { unit: 'week', weekdays: [3], weekStart: 0 };
  it('is the first that has not passed, or the very next where each is made up for', () => {
    expect(nextDue(rule(weekly), from, '2026-06-01')).toBe('2026-06-03');
    expect(nextDue(rule(weekly), from, '2026-06-03')).toBe('2026-06-03');
    expect(nextDue(rule({ ...weekly, missed: 'each' }), from, '2026-06-01')).toBe('2026-05-13');
    expect(nextDue(rule(weekly), '2026-05-13', from)).toBe('2026-05-20');
  });
});

describe('a rule in words', () => {
  const said = (of: object): string[] =>
    languages.map((language) => {
      const preferences = defaultPreferences(language, language === 'fa' ? 'IR' : 'AE');
      const translate = createTranslator(language);
      return repeatWords(rule(of), (id: RepeatWord, values) => translate(id, values), preferences);
    });

  it('is said in Arabic, Persian and English', () => {
    expect(said({ unit: 'year', calendar: 'umalqura', month: 9, on: { day: 15 } })).toEqual([
      '15 رمضان من كل سنة',
      '۱۵ رمضان هر سال',
      'Every year on 15 Ramadan',
    ]);
    expect(said({ unit: 'month', calendar: 'persian', on: { nth: -1, weekday: 4 } })).toEqual([
      'آخر خميس من كل شهر (شمسي)',
      'آخرین پنجشنبه هر ماه شمسی',
      'Every Jalali month on the last Thursday',
    ]);
    expect(said({ unit: 'day', every: 3, count: 5 })).toEqual([
      'كل 3 أيام، 5 مرات',
      'هر ۳ روز، ۵ بار',
      'Every 3 days, 5 times',
    ]);
    expect(said({ unit: 'week', every: 2, weekdays: [0, 2], weekStart: 6 })[2]).toBe(
      'Every 2 weeks on Sunday and Tuesday',
    );
  });
});

// The calendars against published facts and independent implementations, day by day.
import { createCalendar } from '@internationalized/date';
import { describe, expect, test } from 'vitest';
import { civilToParts, monthLength, monthNames, partsToCivil, weekdayNames, yearRange } from '@shared/locale/calendars';
import {
  addDays,
  compareCivil,
  daysBetween,
  fromEpochDay,
  isCivilDate,
  startOfWeek,
  toEpochDay,
  weekdayOf,
} from '@shared/locale/civil';
import { calendars, languages } from '@shared/locale/language';
import { monthStarts, recentMonthStarts } from './umm-al-qura.facts';

describe('Umm al-Qura', () => {
  test.each(monthStarts)('the published first day of %s is %s', (hijri, civil) => {
    const [year = 0, month = 0] = hijri.split('-').map(Number);
    expect(partsToCivil({ year, month, day: 1 }, 'umalqura')).toBe(civil);
    expect(civilToParts(civil, 'umalqura')).toEqual({ year, month, day: 1 });
  });

  test('every month of 1420 begins as Intl says, which is right for the years 1420-1450', () => {
    for (const [hijri, civil] of recentMonthStarts()) {
      const [year = 0, month = 0] = hijri.split('-').map(Number);
      expect(partsToCivil({ year, month, day: 1 }, 'umalqura')).toBe(civil);
    }
  });

  test('every day of 1343-1500 goes there and back, and the next day follows', () => {
    let before = { year: 1342, month: 12, day: 30 };
    for (let day = toEpochDay('1924-08-01'); day <= toEpochDay('2077-11-16'); day += 1) {
      const civil = fromEpochDay(day);
      const parts = civilToParts(civil, 'umalqura') ?? { year: 0, month: 0, day: 0 };
      if (partsToCivil(parts, 'umalqura') !== civil) throw new Error(civil);
      const follows =
        parts.day === before.day + 1 || (parts.day === 1 && (parts.month === before.month + 1 || parts.month === 1));
      if (!follows || parts.day > monthLength(parts.year, parts.month, 'umalqura')) throw new Error(civil);
      before = parts;
    }
    expect(before).toEqual({ year: 1500, month: 12, day: 30 });
  });

  test('outside the table there is no answer', () => {
    expect(civilToParts('1924-07-31', 'umalqura')).toBeNull();
    expect(civilToParts('2077-11-17', 'umalqura')).toBeNull();
    for (const parts of [
      { year: 1342, month: 1, day: 1 },
      { year: 1501, month: 1, day: 1 },
      { year: 1447, month: 13, day: 1 },
      { year: 1447, month: 1, day: 31 },
    ]) {
      expect(partsToCivil(parts, 'umalqura')).toBeNull();
    }
  });
});

describe('Jalali', () => {
  test('every day of 1300-1450 is the one Intl names, there and back', () => {
    const intl = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
    for (let day = toEpochDay('1921-03-21'); day <= toEpochDay('2072-03-19'); day += 1) {
      const civil = fromEpochDay(day);
      const parts = civilToParts(civil, 'persian') ?? { year: 0, month: 0, day: 0 };
      const named = Object.fromEntries(
        intl.formatToParts(day * 86_400_000).map(({ type, value }) => [type, Number(value)]),
      );
      if (named['year'] !== parts.year || named['month'] !== parts.month || named['day'] !== parts.day)
        throw new Error(civil);
      if (partsToCivil(parts, 'persian') !== civil) throw new Error(civil);
    }
  });

  test('every day of 1200-1500 is the one the date library names', () => {
    const library = createCalendar('persian');
    for (let day = toEpochDay('1821-03-21'); day <= toEpochDay('2122-03-20'); day += 1) {
      const { year, month, day: date } = library.fromJulianDay(day + 2_440_588);
      const parts = civilToParts(fromEpochDay(day), 'persian');
      if (parts?.year !== year || parts.month !== month || parts.day !== date) throw new Error(fromEpochDay(day));
    }
  });

  test('known days', () => {
    expect(partsToCivil({ year: 1405, month: 1, day: 1 }, 'persian')).toBe('2026-03-21');
    expect(partsToCivil({ year: 1357, month: 11, day: 22 }, 'persian')).toBe('1979-02-11');
    expect(partsToCivil({ year: 1403, month: 12, day: 30 }, 'persian')).toBe('2025-03-20');
    expect(partsToCivil({ year: 1404, month: 12, day: 30 }, 'persian')).toBeNull();
  });
});

describe('civil dates', () => {
  test('only days that exist are civil dates', () => {
    for (const good of ['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) expect(isCivilDate(good)).toBe(true);
    for (const bad of [
      '2023-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '2026-04-31',
      '26-01-01',
      '',
      '0000-01-01',
      '2026-01-01T00:00',
    ]) {
      expect(isCivilDate(bad)).toBe(false);
    }
  });

  test('days are added and counted over month and year ends', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2025-12-31', '2026-01-02')).toBe(2);
    expect(compareCivil('2025-12-31', '2026-01-01')).toBeLessThan(0);
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  });

  test('weekdays and weeks', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('1924-08-01')).toBe(5);
    expect(startOfWeek('2026-11-23', 6)).toBe('2026-11-21');
    expect(startOfWeek('2026-11-23', 1)).toBe('2026-11-23');
    expect(startOfWeek('2026-11-23', 0)).toBe('2026-11-22');
  });

  test('each language names twelve months of each calendar and seven weekdays, all different', () => {
    for (const language of languages) {
      for (const calendar of calendars)
        for (const country of ['', 'IQ', 'DZ', 'MA'])
          expect(new Set(monthNames(language, calendar, country)).size).toBe(12);
      expect(new Set(weekdayNames(language, 'long')).size).toBe(7);
    }
    expect(yearRange.umalqura).toEqual([1343, 1500]);
  });
});

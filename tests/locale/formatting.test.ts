// Dates, times and numbers as readers of three languages, calendars and digit sets expect them.
import { describe, expect, test } from 'vitest';
import { formatCivilDate, formatInstant, formatRelative, formatTime } from '@shared/locale/dates';
import { dayInZone } from '@shared/locale/zoned-time';
import type { DateStyle } from '@shared/locale/dates';
import { digitsOf, toDigits, toLatinDigits } from '@shared/locale/digits';
import type { Calendar, Digits, Language } from '@shared/locale/language';
import { formatNumber, parseNumber } from '@shared/locale/numbers';
import { defaultPreferences } from '@shared/locale/preferences';
import type { Preferences } from '@shared/locale/preferences';
import { SiteSettings, UserSettings } from '@shared/features/settings/settings.contract';
import { defaultSite, defaultUserSettings } from '@shared/features/settings/site-defaults';

const preferences = (language: Language, country: string, rest: Partial<Preferences> = {}): Preferences => ({
  ...defaultPreferences(language, country),
  ...rest,
});

const golden: readonly (readonly [Language, string, Calendar, Digits | 'auto', DateStyle, string])[] = [
  ['fa', 'IR', 'persian', 'auto', 'numeric', '۱۴۰۵/۰۱/۰۱'],
  ['fa', 'IR', 'persian', 'auto', 'medium', '۱ فروردین ۱۴۰۵'],
  ['fa', 'IR', 'persian', 'auto', 'long', '۱ فروردین ۱۴۰۵'],
  ['fa', 'IR', 'persian', 'auto', 'full', 'شنبه ۱ فروردین ۱۴۰۵'],
  ['fa', 'IR', 'persian', 'latn', 'full', 'شنبه 1 فروردین 1405'],
  ['fa', 'IR', 'gregory', 'auto', 'numeric', '۲۰۲۶/۰۳/۲۱'],
  ['fa', 'IR', 'gregory', 'auto', 'long', '۲۱ مارس ۲۰۲۶'],
  ['fa', 'IR', 'umalqura', 'auto', 'medium', '۲ شوال ۱۴۴۷'],
  ['fa', 'IR', 'umalqura', 'auto', 'long', '۲ شوال ۱۴۴۷ ه.ق'],
  ['ar', 'SA', 'umalqura', 'auto', 'numeric', '٠٢\u200f/١٠\u200f/١٤٤٧'],
  ['ar', 'SA', 'umalqura', 'auto', 'medium', '٢ شوال ١٤٤٧'],
  ['ar', 'SA', 'umalqura', 'auto', 'long', '٢ شوال ١٤٤٧ هـ'],
  ['ar', 'SA', 'umalqura', 'auto', 'full', 'السبت، ٢ شوال ١٤٤٧ هـ'],
  ['ar', 'SA', 'gregory', 'auto', 'full', 'السبت، ٢١ مارس ٢٠٢٦'],
  ['ar', 'AE', 'gregory', 'auto', 'full', 'السبت، 21 مارس 2026'],
  ['ar', 'AE', 'gregory', 'arabext', 'numeric', '۲۱\u200f/۰۳\u200f/۲۰۲۶'],
  ['ar', 'IQ', 'gregory', 'auto', 'medium', '٢١ آذار ٢٠٢٦'],
  ['ar', 'SA', 'persian', 'auto', 'long', '١ فروردين ١٤٠٥ هـ.ش'],
  ['en', 'GB', 'gregory', 'auto', 'numeric', '21/03/2026'],
  ['en', 'GB', 'gregory', 'auto', 'medium', '21 Mar 2026'],
  ['en', 'GB', 'gregory', 'auto', 'long', '21 March 2026'],
  ['en', 'GB', 'gregory', 'auto', 'full', 'Saturday, 21 March 2026'],
  ['en', 'SA', 'umalqura', 'auto', 'full', 'Saturday, 2 Shawwal 1447 AH'],
  ['en', 'IR', 'persian', 'arab', 'long', '١ Farvardin ١٤٠٥ SH'],
];

describe('civil dates in words', () => {
  test.each(golden)('%s %s %s %s %s: %s', (language, country, calendar, digits, style, text) => {
    expect(formatCivilDate('2026-03-21', preferences(language, country, { calendar, digits }), style)).toBe(text);
  });

  test('a second calendar is written on request', () => {
    expect(formatCivilDate('2026-03-21', preferences('ar', 'SA', { calendar: 'gregory' }))).toBe('٢١ مارس ٢٠٢٦');
  });

  test('a day outside the lunar table is written in the Gregorian calendar', () => {
    expect(formatCivilDate('1920-05-01', preferences('ar', 'SA'), 'medium')).toBe('١ مايو ١٩٢٠');
    expect(formatCivilDate('2090-05-01', preferences('en', 'SA', { calendar: 'umalqura' }), 'medium')).toBe(
      '1 May 2090',
    );
  });
});

describe('instants', () => {
  const at = Date.UTC(2026, 2, 20, 21, 5);

  test("the day and hour are those of the reader's time zone", () => {
    expect(dayInZone(at, 'Asia/Riyadh')).toBe('2026-03-21');
    expect(dayInZone(at, 'UTC')).toBe('2026-03-20');
    expect(dayInZone(Date.UTC(924, 5, 1), 'UTC')).toBe('0924-06-01');
    expect(formatTime(at, preferences('fa', 'IR'))).toBe('۰۰:۳۵');
    expect(formatTime(at, preferences('en', 'GB'))).toBe('21:05');
  });

  test('date and time together', () => {
    expect(formatInstant(at, preferences('fa', 'IR'))).toBe('۱ فروردین ۱۴۰۵، ۰۰:۳۵');
    expect(formatInstant(at, preferences('en', 'GB'), 'long')).toBe('20 March 2026, 21:05');
    expect(formatInstant(at, preferences('ar', 'SA', { hourCycle: 'h23' }))).toBe('٢ شوال ١٤٤٧، ٠٠:٠٥');
    expect(formatTime(at, preferences('ar', 'SA'))).toBe('١٢:٠٥ ص');
  });

  test('how long ago, in the words of each language', () => {
    const now = Date.UTC(2026, 2, 21, 12);
    const minute = 60_000;
    const day = 86_400_000;
    expect(formatRelative(now - 10_000, now, preferences('en', 'GB'))).toBe('now');
    expect(formatRelative(now - 3 * minute, now, preferences('en', 'GB'))).toBe('3 minutes ago');
    expect(formatRelative(now + 120 * minute, now, preferences('en', 'GB'))).toBe('in 2 hours');
    expect(formatRelative(now - day, now, preferences('en', 'GB'))).toBe('yesterday');
    expect(formatRelative(now - 13 * 60 * minute, now, preferences('en', 'GB'))).toBe('yesterday');
    expect(formatRelative(now - 30 * day, now, preferences('en', 'GB'))).toBe('19 Feb 2026');
    expect(formatRelative(now - 3 * minute, now, preferences('fa', 'IR'))).toBe('۳ دقیقه پیش');
    expect(formatRelative(now - day, now, preferences('fa', 'IR'))).toBe('دیروز');
    expect(formatRelative(now - 3 * minute, now, preferences('ar', 'SA'))).toBe('قبل ٣ دقائق');
    expect(formatRelative(now - day, now, preferences('ar', 'AE'))).toBe('أمس');
  });
});

describe('digits and numbers', () => {
  test('digits change sets and nothing else changes', () => {
    expect(toLatinDigits('الغرفة ٠١٢٣٤٥٦٧٨٩ / ۰۱۲۳۴۵۶۷۸۹ / ０９')).toBe('الغرفة 0123456789 / 0123456789 / 09');
    expect(toDigits('a1b٢c۳', 'arab')).toBe('a١b٢c٣');
    expect(toDigits('a1b٢c۳', 'arabext')).toBe('a۱b۲c۳');
    expect(toDigits('a1b٢c۳', 'latn')).toBe('a1b2c3');
  });

  test('automatic digits follow language and country', () => {
    expect(digitsOf('auto', 'fa', 'IR')).toBe('arabext');
    expect(digitsOf('auto', 'ar', 'SA')).toBe('arab');
    expect(digitsOf('auto', 'ar', 'AE')).toBe('latn');
    expect(digitsOf('auto', 'en', 'SA')).toBe('latn');
    expect(digitsOf('arab', 'en', 'SA')).toBe('arab');
  });

  test.each([
    ['123.5', 123.5],
    ['۱۲۳٫۵', 123.5],
    ['١٢٣٫٥', 123.5],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['۱٬۲۳۴٫۵', 1234.5],
    ['١٬٢٣٤', 1234],
    ['۱۲/۵', 12.5],
    ['12,5', 12.5],
    ['1,234', 1234],
    ['1.234', 1.234],
    ['1.234.567', 1_234_567],
    ['12,34,567.5', 1_234_567.5],
    ['1 234 567', 1_234_567],
    ["1'234", 1234],
    ['-5', -5],
    ['\u22125', -5],
    ['\u200e-5\u200e', -5],
    ['+7', 7],
    ['.5', 0.5],
    ['٥،٥', 5.5],
    ['0', 0],
  ])('%s is read as %d', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test.each([
    '',
    ' ',
    'abc',
    '1a',
    '1.2.3',
    '1,2,3',
    '--1',
    '1-',
    '1,23.4.5',
    '٫',
    '.',
    '1/2/3',
    '1٫2٫3',
    '9'.repeat(400),
    'Infinity',
    '0x10',
    '1e5',
  ])('%j is no number', (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  test('numbers are written in the digits of the reader, and read back', () => {
    expect(formatNumber(1234.5, preferences('fa', 'IR'))).toBe('۱٬۲۳۴٫۵');
    expect(formatNumber(1234.5, preferences('ar', 'SA'))).toBe('١٬٢٣٤٫٥');
    expect(formatNumber(1234.5, preferences('ar', 'AE'))).toBe('1,234.5');
    expect(formatNumber(1234.5, preferences('en', 'GB'))).toBe('1,234.5');
    for (const language of ['ar', 'fa', 'en'] as const) {
      for (const digits of ['latn', 'arab', 'arabext'] as const) {
        for (const value of [0, -1, 12.5, 1234.5, -98_765_432.25]) {
          expect(parseNumber(formatNumber(value, preferences(language, 'SA', { digits })))).toBe(value);
        }
      }
    }
  });
});

describe('defaults', () => {
  test('each country starts with its own week, weekend and calendar', () => {
    expect(defaultPreferences('ar', 'SA')).toMatchObject({
      calendar: 'umalqura',
      secondaryCalendar: 'gregory',
      weekStart: 0,
      weekend: [5, 6],
      timeZone: 'Asia/Riyadh',
    });
    expect(defaultPreferences('ar', 'AE')).toMatchObject({
      calendar: 'gregory',
      secondaryCalendar: 'umalqura',
      weekStart: 1,
      weekend: [6, 0],
    });
    expect(defaultPreferences('ar', 'EG')).toMatchObject({ calendar: 'gregory', weekStart: 6, weekend: [5, 6] });
    expect(defaultPreferences('fa', 'IR')).toMatchObject({
      calendar: 'persian',
      weekStart: 6,
      weekend: [5],
      hourCycle: 'h23',
    });
    expect(defaultPreferences('fa', 'AE')).toMatchObject({ calendar: 'persian', secondaryCalendar: 'gregory' });
    expect(defaultPreferences('en', 'XX')).toMatchObject({
      calendar: 'gregory',
      secondaryCalendar: null,
      timeZone: 'UTC',
    });
  });

  test('every default is a valid preference with a known time zone', () => {
    for (const country of [
      'SA',
      'AE',
      'BH',
      'KW',
      'OM',
      'QA',
      'YE',
      'EG',
      'IQ',
      'JO',
      'SY',
      'PS',
      'LB',
      'SD',
      'LY',
      'TN',
      'DZ',
      'MA',
      'IR',
      'AF',
      'TR',
      'PK',
      'GB',
      'XX',
    ]) {
      for (const language of ['ar', 'fa', 'en'] as const) {
        const chosen = defaultPreferences(language, country);
        expect(SiteSettings.parse(defaultSite(language, country)).weekend).toEqual(chosen.weekend);
        expect(UserSettings.parse(defaultUserSettings(language, country)).calendar).toBe(chosen.calendar);
        expect(() => new Intl.DateTimeFormat('en', { timeZone: chosen.timeZone })).not.toThrow();
      }
    }
  });
});

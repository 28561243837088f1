// Every way people here type a date must reach the same day.
import { describe, expect, test } from 'vitest';
import { formatCivilDate } from '@shared/locale/dates';
import type { Calendar, Language } from '@shared/locale/language';
import { calendars, languages } from '@shared/locale/language';
import { parseCivilDate, parseYearlyDay } from '@shared/locale/parse-date';
import { defaultPreferences } from '@shared/locale/preferences';

const today = '2026-11-23';

const read = (text: string, calendar: Calendar, language: Language): string | null => {
  const found = parseCivilDate(text, { calendar, language, today });
  return found && `${found.civil} ${found.calendar}`;
};

/** [text, reader's calendar, language, civil date, calendar found] */
const cases: readonly (readonly [string, Calendar, Language, string, Calendar])[] = [
  ['2026-03-21', 'gregory', 'en', '2026-03-21', 'gregory'],
  ['2026-03-21T14:05:00Z', 'umalqura', 'ar', '2026-03-21', 'gregory'],
  ['2026-03-21 14:05', 'persian', 'fa', '2026-03-21', 'gregory'],
  ['21/03/2026', 'gregory', 'en', '2026-03-21', 'gregory'],
  ['21/3/2026 2:05 PM', 'gregory', 'en', '2026-03-21', 'gregory'],
  ['03/21/2026', 'gregory', 'en', '2026-03-21', 'gregory'],
  ['5/6/2026', 'gregory', 'en', '2026-06-05', 'gregory'],
  ['٢١/٠٣/٢٠٢٦', 'gregory', 'ar', '2026-03-21', 'gregory'],
  ['٢١\u200f/٠٣\u200f/٢٠٢٦', 'umalqura', 'ar', '2026-03-21', 'gregory'],
  ['۲۰۲۶/۰۳/۲۱', 'persian', 'fa', '2026-03-21', 'gregory'],
  ['21.3.26', 'gregory', 'en', '2026-03-21', 'gregory'],
  ['21-3-46', 'gregory', 'en', '2046-03-21', 'gregory'],
  ['21-3-47', 'gregory', 'en', '1947-03-21', 'gregory'],
  ['20260321', 'persian', 'fa', '2026-03-21', 'gregory'],
  ['21 March 2026', 'persian', 'en', '2026-03-21', 'gregory'],
  ['21 Mar 2026', 'gregory', 'en', '2026-03-21', 'gregory'],
  ['21mar2026', 'gregory', 'en', '2026-03-21', 'gregory'],
  ['March 21, 2026', 'gregory', 'en', '2026-03-21', 'gregory'],
  ['Sat, 21st of March 2026', 'gregory', 'en', '2026-03-21', 'gregory'],
  ['2026 March 21', 'gregory', 'en', '2026-03-21', 'gregory'],
  ['21 march', 'gregory', 'en', '2026-03-21', 'gregory'],
  ['21/3', 'gregory', 'ar', '2026-03-21', 'gregory'],
  ['٢١ مارس ٢٠٢٦', 'umalqura', 'ar', '2026-03-21', 'gregory'],
  ['السبت، ٢١ آذار ٢٠٢٦', 'gregory', 'ar', '2026-03-21', 'gregory'],
  ['1 كانون الثاني 2026', 'gregory', 'ar', '2026-01-01', 'gregory'],
  ['١ تشرين الأول ٢٠٢٦ م', 'gregory', 'ar', '2026-10-01', 'gregory'],
  ['۲۱ مارس ۲۰۲۶', 'persian', 'fa', '2026-03-21', 'gregory'],
  ['۵ ژوئیه ۱۹۷۹', 'persian', 'fa', '1979-07-05', 'gregory'],
  ['۱۴۰۵/۰۱/۰۱', 'persian', 'fa', '2026-03-21', 'persian'],
  ['1405/1/1', 'persian', 'en', '2026-03-21', 'persian'],
  ['1/1/1405', 'persian', 'en', '2026-03-21', 'persian'],
  ['1405-01-01', 'gregory', 'fa', '2026-03-21', 'persian'],
  ['05/1/1', 'persian', 'fa', '2026-03-21', 'persian'],
  ['۶۰/۱/۱', 'persian', 'fa', '1981-03-21', 'persian'],
  ['1/1', 'persian', 'fa', '2026-03-21', 'persian'],
  ['14050101', 'persian', 'fa', '2026-03-21', 'persian'],
  ['۱ فروردین ۱۴۰۵', 'gregory', 'en', '2026-03-21', 'persian'],
  ['شنبه ۱ فروردین‌ماه ۱۴۰۵', 'persian', 'fa', '2026-03-21', 'persian'],
  ['۱ فروردین', 'persian', 'fa', '2026-03-21', 'persian'],
  ['1 Farvardin 1405', 'gregory', 'en', '2026-03-21', 'persian'],
  ['۱۴۰۵ فروردین ۱', 'persian', 'fa', '2026-03-21', 'persian'],
  ['١ فروردين ١٤٠٥ هـ.ش', 'umalqura', 'ar', '2026-03-21', 'persian'],
  ['1405/1/1 ش', 'umalqura', 'ar', '2026-03-21', 'persian'],
  ['٢ شوال ١٤٤٧', 'gregory', 'ar', '2026-03-21', 'umalqura'],
  ['السبت، ٢ شوال ١٤٤٧ هـ', 'umalqura', 'ar', '2026-03-21', 'umalqura'],
  ['2/10/1447', 'umalqura', 'ar', '2026-03-21', 'umalqura'],
  ['1447/10/2', 'gregory', 'ar', '2026-03-21', 'umalqura'],
  ['2/10/1447 هـ', 'persian', 'fa', '2026-03-21', 'umalqura'],
  ['2 Shawwal 1447 AH', 'gregory', 'en', '2026-03-21', 'umalqura'],
  ['۲ شوال ۱۴۴۷', 'persian', 'fa', '2026-03-21', 'umalqura'],
  ['1 ربيع الأول 1448', 'umalqura', 'ar', '2026-08-14', 'umalqura'],
  ['1 ربیع‌الاول 1448', 'persian', 'fa', '2026-08-14', 'umalqura'],
  ['1 Rabi al-Awwal 1448', 'umalqura', 'en', '2026-08-14', 'umalqura'],
  ['9 ذو الحجة 1447', 'umalqura', 'ar', '2026-05-26', 'umalqura'],
  ['9 ذي الحجة 1447', 'umalqura', 'ar', '2026-05-26', 'umalqura'],
  ['9 ذیحجه 1447', 'persian', 'fa', '2026-05-26', 'umalqura'],
  ['9 Dhul-Hijjah 1447', 'umalqura', 'en', '2026-05-26', 'umalqura'],
  ['اليوم', 'umalqura', 'ar', today, 'umalqura'],
  ['امروز', 'persian', 'fa', today, 'persian'],
  ['Today', 'gregory', 'en', today, 'gregory'],
  ['أمس', 'gregory', 'ar', '2026-11-22', 'gregory'],
  ['دیروز', 'persian', 'fa', '2026-11-22', 'persian'],
  ['yesterday', 'gregory', 'en', '2026-11-22', 'gregory'],
  ['غداً', 'gregory', 'ar', '2026-11-24', 'gregory'],
  ['فردا', 'persian', 'fa', '2026-11-24', 'persian'],
  ['tomorrow', 'gregory', 'en', '2026-11-24', 'gregory'],
  ['پس‌فردا', 'persian', 'fa', '2026-11-25', 'persian'],
  ['أول أمس', 'umalqura', 'ar', '2026-11-21', 'umalqura'],
];

const refused: readonly (readonly [string, Calendar, Language])[] = [
  ['', 'gregory', 'en'],
  ['abc', 'gregory', 'en'],
  ['21', 'gregory', 'en'],
  ['2026', 'gregory', 'en'],
  ['March 2026', 'gregory', 'en'],
  ['30/02/2026', 'gregory', 'en'],
  ['31/11/2026', 'gregory', 'en'],
  ['13/13/2026', 'gregory', 'en'],
  ['1404/12/30', 'persian', 'fa'],
  ['31/1/1447', 'umalqura', 'ar'],
  ['1/1/1342', 'umalqura', 'ar'],
  ['1/1/1501', 'umalqura', 'ar'],
  ['1447/1/1', 'gregory', 'en'],
  ['2026/1', 'gregory', 'en'],
  ['1/2/3/4', 'gregory', 'en'],
  ['12345678901', 'gregory', 'en'],
  ['call 21/3/2026', 'gregory', 'en'],
  ['405/1/1', 'persian', 'fa'],
  ['9999-01-01', 'gregory', 'en'],
  ['x'.repeat(5000), 'gregory', 'en'],
];

describe('reading a typed date', () => {
  test.each(cases)('%s (%s, %s) is %s %s', (text, calendar, language, civil, found) => {
    expect(read(text, calendar, language)).toBe(`${civil} ${found}`);
  });

  test.each(refused)('%s (%s, %s) is no date', (text, calendar, language) => {
    expect(read(text, calendar, language)).toBeNull();
  });

  test('the text as typed is kept', () => {
    expect(parseCivilDate(' ۱ فروردین ۱۴۰۵ ', { calendar: 'persian', language: 'fa', today })?.text).toBe(
      '۱ فروردین ۱۴۰۵',
    );
  });

  test('whatever the program writes, it reads back, in every language, calendar, digit set and style', () => {
    const failed: string[] = [];
    for (const language of languages) {
      for (const calendar of calendars) {
        for (const digits of ['latn', 'arab', 'arabext'] as const) {
          const preferences = { ...defaultPreferences(language, 'SA'), digits, calendar };
          for (const style of ['numeric', 'medium', 'long', 'full'] as const) {
            for (let day = 1; day <= 28; day += 3) {
              for (let month = 1; month <= 12; month += 1) {
                const civil = `1990-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
                const text = formatCivilDate(civil, preferences, style);
                if (read(text, calendar, language) !== `${civil} ${calendar}`)
                  failed.push(`${text} ${calendar} ${language} ${style}`);
              }
            }
          }
        }
      }
    }
    expect(failed).toEqual([]);
  });
});

describe('a day that comes back every year', () => {
  const yearly = (text: string, calendar: Calendar = 'gregory', language: Language = 'en') =>
    parseYearlyDay(text, { calendar, language, today });

  test.each([
    ['12 Ramadan', { calendar: 'umalqura', month: 9, day: 12, year: null }],
    ['١٢ رمضان ١٤٤٠', { calendar: 'umalqura', month: 9, day: 12, year: 1440 }],
    ['۳۰ رمضان', { calendar: 'umalqura', month: 9, day: 30, year: null }],
    ['29 February', { calendar: 'gregory', month: 2, day: 29, year: null }],
    ['29 February 2024', { calendar: 'gregory', month: 2, day: 29, year: 2024 }],
    ['۳۰ اسفند', { calendar: 'persian', month: 12, day: 30, year: null }],
    ['5/3', { calendar: 'gregory', month: 3, day: 5, year: null }],
  ])('“%s” keeps its calendar, and has a year only where one is written', (text, expected) => {
    expect(yearly(text)).toEqual(expected);
  });

  test('two numbers are read in the calendar of the field, month first in the Persian one', () => {
    expect(yearly('9/12', 'umalqura', 'ar')).toMatchObject({ calendar: 'umalqura', month: 12, day: 9 });
    expect(yearly('۹/۱۲', 'persian', 'fa')).toMatchObject({ calendar: 'persian', month: 9, day: 12 });
  });

  test.each(['31 November', '30 February', '۳۱ مهر', '29 February 2023', '31 Ramadan', 'soon', '0/3', ''])(
    '“%s” is no day of any year',
    (text) => {
      expect(yearly(text)).toBeNull();
    },
  );
});

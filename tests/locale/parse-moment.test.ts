// When something happened, as a person in a hurry writes it, in three languages and any digits.
import { describe, expect, test } from 'vitest';
import { formatInstant } from '@shared/locale/dates';
import { calendars, languages } from '@shared/locale/language';
import { momentOf, parseClock, parseMoment } from '@shared/locale/parse-moment';
import type { MomentReading } from '@shared/locale/parse-moment';
import { defaultPreferences } from '@shared/locale/preferences';

/** Wednesday 6 May 2026, 10:14 in Riyadh (UTC+3, no summer time). */
const now = Date.UTC(2026, 4, 6, 7, 14);
const riyadh: MomentReading = { now, timeZone: 'Asia/Riyadh', calendar: 'gregory', language: 'ar' };
const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 4, day, hour - 3, minute);

describe('words', () => {
  test.each([
    ['', now],
    ['الآن', now],
    ['now', now],
    ['اکنون', now],
    ['16:00', at(6, 16)],
    ['١٦:٣٠', at(6, 16, 30)],
    ['۹:۰۵', at(6, 9, 5)],
    ['4pm', at(6, 16)],
    ['4:15 pm', at(6, 16, 15)],
    ['12 am', at(6, 0)],
    ['٤ م', at(6, 16)],
    ['٩ ص', at(6, 9)],
    ['أمس 16:00', at(5, 16)],
    ['امس ٤ م', at(5, 16)],
    ['أمس الساعة 9', at(5, 9)],
    ['yesterday 16:00', at(5, 16)],
    ['yesterday 9', at(5, 9)],
    ['دیروز ۱۶', at(5, 16)],
    ['دیروز ساعت ۱۶', at(5, 16)],
    ['پریروز ۸:۳۰', at(4, 8, 30)],
    ['أول أمس ٨ ص', at(4, 8)],
    ['today 8:00', at(6, 8)],
    ['اليوم', now],
    ['yesterday', at(5, 12)],
  ])('“%s” is understood', (text, expected) => {
    expect(parseMoment(text, riyadh)).toBe(expected);
  });

  test.each([
    ['3 hours ago', 3 * 3_600_000],
    ['20 min ago', 20 * 60_000],
    ['قبل ساعة', 3_600_000],
    ['قبل ٣ ساعات', 3 * 3_600_000],
    ['منذ ٢٠ دقيقة', 20 * 60_000],
    ['۲۰ دقیقه پیش', 20 * 60_000],
    ['۳ ساعت پیش', 3 * 3_600_000],
    ['2 days ago', 2 * 86_400_000],
  ])('“%s” counts back from now', (text, back) => {
    expect(parseMoment(text, riyadh)).toBe(now - back);
  });
});

describe('dates', () => {
  test('a date without a time is noon, so that no time zone moves it to another day', () => {
    expect(parseMoment('2026-05-02', riyadh)).toBe(at(2, 12));
  });

  test('a date with a time', () => {
    expect(parseMoment('2/5/2026 9:30', riyadh)).toBe(at(2, 9, 30));
    expect(parseMoment('2026/05/02 ١٦:٠٠', riyadh)).toBe(at(2, 16));
  });

  test('a Jalali date is read by a reader of that calendar', () => {
    const tehran: MomentReading = { now, timeZone: 'Asia/Tehran', calendar: 'persian', language: 'fa' };
    expect(parseMoment('۱۴۰۵/۲/۱۲ ۱۶:۰۰', tehran)).toBe(Date.UTC(2026, 4, 2, 12, 30));
  });

  test('the day is the office’s day, not the one in Greenwich', () => {
    const lateEvening: MomentReading = { ...riyadh, now: Date.UTC(2026, 4, 6, 22, 0) };
    expect(parseMoment('today 00:30', lateEvening)).toBe(Date.UTC(2026, 4, 6, 21, 30));
  });

  test('a time is right on the day the clocks change', () => {
    const berlin: MomentReading = {
      now: Date.UTC(2026, 2, 29, 12),
      timeZone: 'Europe/Berlin',
      calendar: 'gregory',
      language: 'en',
    };
    expect(parseMoment('1:30', berlin)).toBe(Date.UTC(2026, 2, 29, 0, 30));
    expect(parseMoment('4:00', berlin)).toBe(Date.UTC(2026, 2, 29, 2, 0));
  });
});

test.each(['soon', 'قريبا', '25:00', '9:75', '16', 'yesterday at noonish', '31/2/2026'])(
  '“%s” is refused rather than guessed',
  (text) => {
    expect(parseMoment(text, riyadh)).toBeNull();
  },
);

describe('what the program writes', () => {
  const afternoon = Date.UTC(2026, 4, 2, 13, 7);
  test.each(languages)('is read back as the same minute in every calendar, digit set and clock (%s)', (language) => {
    for (const calendar of calendars)
      for (const digits of ['latn', 'arab', 'arabext'] as const)
        for (const hourCycle of ['h12', 'h23'] as const)
          for (const style of ['numeric', 'medium', 'long', 'full'] as const)
            for (const at of [afternoon, afternoon - 8 * 3_600_000, Date.UTC(2026, 1, 3, 21, 30)]) {
              const own = {
                ...defaultPreferences(language, 'SA'),
                calendar,
                digits,
                hourCycle,
                timeZone: 'Asia/Riyadh',
              };
              const text = formatInstant(at, own, style);
              expect(parseMoment(text, { now, timeZone: 'Asia/Riyadh', calendar, language }), text).toBe(at);
            }
  });
});

test('a calendar chosen for a field reads what stands in it, whatever the reader’s own is', () => {
  const reader: MomentReading = { ...riyadh, language: 'en' };
  expect(momentOf({ text: '12/2/1405 9:30', calendar: null }, reader)).toBeNull();
  expect(momentOf({ text: '12/2/1405 9:30', calendar: 'persian' }, reader)).toBe(at(2, 9, 30));
});

test.each([
  ['16', 16 * 60],
  ['16:30', 16 * 60 + 30],
  ['٤ م', 16 * 60],
  ['۴:۰۵ ب.ظ.', 16 * 60 + 5],
  ['12:00 AM', 0],
])('“%s” is a time of day', (text, minutes) => {
  expect(parseClock(text)).toBe(minutes);
});

test.each(['', '24:00', '2/5', 'noonish', '9:75'])('“%s” is no time of day', (text) => {
  expect(parseClock(text)).toBeNull();
});

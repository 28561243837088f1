// When something happened, as a person in a hurry writes it, in three languages and any digits.
import { describe, expect, test } from 'vitest';
import { readTime } from '../../../src-renderer/features/activities/activity-time';
import type { TimeReader } from '../../../src-renderer/features/activities/activity-time';

/** Wednesday 6 May 2026, 10:14 in Riyadh (UTC+3, no summer time). */
const now = Date.UTC(2026, 4, 6, 7, 14);
const riyadh: TimeReader = { now, timeZone: 'Asia/Riyadh', calendar: 'gregory', language: 'ar' };
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
    expect(readTime(text, riyadh)).toBe(expected);
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
    expect(readTime(text, riyadh)).toBe(now - back);
  });
});

describe('dates', () => {
  test('a date without a time is noon, so that no time zone moves it to another day', () => {
    expect(readTime('2026-05-02', riyadh)).toBe(at(2, 12));
  });

  test('a date with a time', () => {
    expect(readTime('2/5/2026 9:30', riyadh)).toBe(at(2, 9, 30));
    expect(readTime('2026/05/02 ١٦:٠٠', riyadh)).toBe(at(2, 16));
  });

  test('a Jalali date is read by a reader of that calendar', () => {
    const tehran: TimeReader = { now, timeZone: 'Asia/Tehran', calendar: 'persian', language: 'fa' };
    expect(readTime('۱۴۰۵/۲/۱۲ ۱۶:۰۰', tehran)).toBe(Date.UTC(2026, 4, 2, 12, 30));
  });

  test('the day is the office’s day, not the one in Greenwich', () => {
    const lateEvening: TimeReader = { ...riyadh, now: Date.UTC(2026, 4, 6, 22, 0) };
    expect(readTime('today 00:30', lateEvening)).toBe(Date.UTC(2026, 4, 6, 21, 30));
  });

  test('a time is right on the day the clocks change', () => {
    const berlin: TimeReader = {
      now: Date.UTC(2026, 2, 29, 12),
      timeZone: 'Europe/Berlin',
      calendar: 'gregory',
      language: 'en',
    };
    expect(readTime('1:30', berlin)).toBe(Date.UTC(2026, 2, 29, 0, 30));
    expect(readTime('4:00', berlin)).toBe(Date.UTC(2026, 2, 29, 2, 0));
  });
});

test.each(['soon', 'قريبا', '25:00', '9:75', '16', 'yesterday at noonish', '31/2/2026'])(
  '“%s” is refused rather than guessed',
  (text) => {
    expect(readTime(text, riyadh)).toBeNull();
  },
);

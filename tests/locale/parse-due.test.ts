// Until when something is promised, as people write it in a hurry, in three languages and calendars and any digits.
import { describe, expect, it } from 'vitest';
import { leadingDue, parseDue } from '@shared/locale/parse-due';
import type { MomentReading } from '@shared/locale/parse-moment';

/** Wednesday 6 May 2026, 10:14 in Riyadh. */
const reading: MomentReading = {
  now: Date.UTC(2026, 4, 6, 7, 14),
  timeZone: 'Asia/Riyadh',
  calendar: 'umalqura',
  language: 'ar',
};
const due = (text: string, more: Partial<MomentReading> = {}): string | null => {
  const read = parseDue(text, { ...reading, ...more });
  if (read === null) return null;
  const { on, minutes } = read;
  return minutes === null ? on : `${on} ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

describe('until when', () => {
  it.each([
    ['tomorrow 10', '2026-05-07 10:00'],
    ['غدا 10', '2026-05-07 10:00'],
    ['غداً الساعة ٤ م', '2026-05-07 16:00'],
    ['فردا ۱۰', '2026-05-07 10:00'],
    ['پس‌فردا ۹:۳۰', '2026-05-08 9:30'],
    ['بعد غد', '2026-05-08'],
    ['today at 4 pm', '2026-05-06 16:00'],
    ['امروز', '2026-05-06'],
    ['Thursday', '2026-05-07'],
    ['next wednesday 9', '2026-05-13 9:00'],
    ['الأحد القادم', '2026-05-10'],
    ['یوم الخميس ٨:١٥', '2026-05-07 8:15'],
    ['سه شنبه ۱۶', '2026-05-12 16:00'],
    ['in 3 days', '2026-05-09'],
    ['بعد يومين', '2026-05-08'],
    ['بعد ساعة', '2026-05-06 11:14'],
    ['۲ هفته دیگر', '2026-05-20'],
    ['هفته آینده', '2026-05-13'],
    ['next week', '2026-05-13'],
    ['16:30', '2026-05-06 16:30'],
    ['9:00', '2026-05-07 9:00'],
    ['15 Ramadan', '2027-02-22'],
    ['١٥ رمضان ١٠', '2027-02-22 10:00'],
    ['7 May 11:00', '2026-05-07 11:00'],
    ['1405/03/01', '2026-05-22'],
  ])('“%s” is %s', (text, expected) => {
    expect(due(text, /[0-9]{4}\//.test(text) ? { calendar: 'persian', language: 'fa' } : {})).toBe(expected);
  });

  it('what has passed, and what says nothing of time, is none', () => {
    for (const text of ['', 'اتصال', 'call', '10', 'yesterday', '2020-01-01', '5']) expect(due(text), text).toBeNull();
  });

  it('is taken from the beginning, and what follows is what is to be done', () => {
    for (const [text, rest] of [
      ['غدا 10 اتصال', 'اتصال'],
      ['فردا ۱۰ تماس با امل', 'تماس با امل'],
      ['tomorrow 10 call Amal', 'call Amal'],
    ] as const)
      expect(leadingDue(text, reading)).toEqual({ due: { on: '2026-05-07', minutes: 600 }, rest });
    expect(leadingDue('call 10 people', reading)).toEqual({ due: null, rest: 'call 10 people' });
    expect(leadingDue('15 رمضان 9 إرسال الزكاة', reading).rest).toBe('إرسال الزكاة');
  });
});

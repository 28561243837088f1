// Picking a day: the weeks of a month and the steps of the keyboard, in three calendars and both directions.
import { expect, test } from 'vitest';
import { calendars } from '@shared/locale/language';
import { addMonths, dayAfterKey, monthOf, weeksOf } from '../../src-renderer/ui/date-input/month-grid';

const step = { calendar: 'gregory', weekStart: 6, rightToLeft: false, shift: false } as const;

test.each(calendars)(
  'every day of a month stands once, in whole weeks from the office’s first day (%s)',
  (calendar) => {
    const weeks = weeksOf(monthOf('2026-11-23', calendar), calendar, 6);
    const days = weeks.flat().filter((day) => day !== null);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(new Set(days).size).toBe(days.length);
    expect(days).toContain('2026-11-23');
    expect(new Date(`${weeks[1]?.[0]}T00:00:00Z`).getUTCDay()).toBe(6);
  },
);

test('the arrow that points forward is the left one in Arabic and Persian', () => {
  expect(dayAfterKey('ArrowLeft', '2026-11-23', { ...step, rightToLeft: true })).toBe('2026-11-24');
  expect(dayAfterKey('ArrowLeft', '2026-11-23', step)).toBe('2026-11-22');
});

test('a month on from the last day of a long month is the last day of the next', () => {
  expect(dayAfterKey('PageDown', '2026-01-31', step)).toBe('2026-02-28');
});

test('a year on is the same day of the lunar year, as the Umm al-Qura table counts it', () => {
  expect(dayAfterKey('PageDown', '2024-07-07', { ...step, calendar: 'umalqura', shift: true })).toBe('2025-06-26');
});

test('a calendar that ends offers no month beyond its end', () => {
  expect(addMonths({ year: 1500, month: 12 }, 1, 'umalqura')).toBeNull();
});

// When a scheduled job is due, on the wall of the office.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRunAfter, type Schedule } from '@shared/features/jobs/schedule';

const at = (text: string): number => Date.parse(text);
const daily: Schedule = { every: 'daily', minuteOfDay: 150, weekDay: 5, monthDay: 1 };
const next = (schedule: Partial<Schedule>, after: string, zone: string): string =>
  new Date(nextRunAfter({ ...daily, ...schedule }, at(after), zone)!).toISOString();

describe('the next time', () => {
  it('is the hour on the wall, today or tomorrow', () => {
    expect(next({}, '2026-05-06T07:14:00Z', 'Asia/Riyadh')).toBe('2026-05-06T23:30:00.000Z');
    expect(next({}, '2026-05-06T23:30:00Z', 'Asia/Riyadh')).toBe('2026-05-07T23:30:00.000Z');
    expect(next({}, '2026-05-06T07:14:00Z', 'Asia/Tehran')).toBe('2026-05-06T23:00:00.000Z');
  });

  it('is the day of the week or of the month', () => {
    expect(next({ every: 'weekly' }, '2026-05-06T07:14:00Z', 'Asia/Riyadh')).toBe('2026-05-07T23:30:00.000Z');
    expect(next({ every: 'monthly', monthDay: 5 }, '2026-05-06T07:14:00Z', 'Asia/Riyadh')).toBe(
      '2026-06-04T23:30:00.000Z',
    );
    expect(next({ every: 'hourly' }, '2026-05-06T07:14:00Z', 'Asia/Riyadh')).toBe('2026-05-06T07:30:00.000Z');
    expect(nextRunAfter({ ...daily, every: 'never' }, 0, 'UTC')).toBeNull();
  });

  it('always comes, is later than now, and never further away than its step', () => {
    const longest = { hourly: 3_600_000, daily: 26 * 3_600_000, weekly: 170 * 3_600_000, monthly: 32 * 86_400_000 };
    fc.assert(
      fc.property(
        fc.constantFrom('hourly', 'daily', 'weekly', 'monthly'),
        fc.integer({ min: at('2020-01-01T00:00Z'), max: at('2040-01-01T00:00Z') }),
        fc.record({
          minuteOfDay: fc.integer({ min: 0, max: 1439 }),
          weekDay: fc.integer({ min: 0, max: 6 }),
          monthDay: fc.integer({ min: 1, max: 28 }),
        }),
        fc.constantFrom('Asia/Riyadh', 'Asia/Tehran', 'Africa/Cairo', 'Europe/London', 'America/New_York', 'UTC'),
        (every, after, days, zone) => {
          const due = nextRunAfter({ every, ...days }, after, zone)!;
          expect(due).toBeGreaterThan(after);
          expect(due - after).toBeLessThanOrEqual(longest[every]);
        },
      ),
    );
  });
});

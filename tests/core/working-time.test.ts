// Working days and minutes against a counter that looks at every minute.

import { describe, expect, it } from 'vitest';
import { shiftsOn, isWorkingDay, OfficeHours, sightedParts, usualHours } from '@shared/core/office-hours';
import type { WorkingTimes } from '@shared/core/office-hours';
import { parseShifts, shiftText } from '@shared/core/shift-text';
import {
  addWorkingDays,
  addWorkingMinutes,
  workingDaysIn,
  workingMinutesBefore,
  workingMinutesBetween,
} from '@shared/core/working-time';
import { addDays } from '@shared/locale/civil';
import { dayInZone, instantOfLocal, minutesOfDay } from '@shared/locale/zoned-time';
import { chanceFrom } from '../support/chance';

const MINUTE = 60_000;
const zones = ['Asia/Riyadh', 'Asia/Tehran', 'Africa/Cairo', 'Asia/Beirut', 'Europe/London', 'Asia/Kabul'];
const shift = (text: string) => parseShifts(text)!;
const ramadan: WorkingTimes = {
  timeZone: 'Asia/Riyadh',
  weekend: [5, 6],
  officeHours: {
    ...usualHours,
    seasons: [{ calendar: 'umalqura', month: 9, shifts: shift('10-12:30, 13:30-16') }],
  },
};
const riyadh = (local: string): number => instantOfLocal(local, 'Asia/Riyadh')!;
const due = (times: WorkingTimes, from: string, hours: number): string => {
  const at = addWorkingMinutes(times, riyadh(from), hours * 60)!;
  return new Date(at + 3 * 60 * MINUTE).toISOString().slice(0, 16);
};

describe('working time', () => {
  it('follows the hours of Ramadan, from the day the moon was seen', () => {
    expect(due(ramadan, '2026-02-18T15:00', 2)).toBe('2026-02-19T11:00');
    expect(due(ramadan, '2026-02-18T15:00', 8)).toBe('2026-02-22T12:00');
    const paused = [riyadh('2026-02-19T11:30'), riyadh('2026-02-22T10:30')] as const;
    expect(workingMinutesBetween(ramadan, ...paused)).toBe(240);
    const sighted = { ...ramadan, officeHours: { ...ramadan.officeHours, moon: [{ year: 1447, month: 9, days: 1 }] } };
    expect(due(sighted, '2026-02-18T15:00', 2)).toBe('2026-02-18T17:00');
    expect(sightedParts(sighted.officeHours, '2026-02-18', 'umalqura')).toEqual({ year: 1447, month: 8, day: 30 });
    const early = { ...ramadan.officeHours, moon: [{ year: 1447, month: 9, days: -1 }] };
    expect(sightedParts(early, '2026-02-17', 'umalqura')).toEqual({ year: 1447, month: 9, day: 1 });
    expect(sightedParts(early, '2026-02-18', 'umalqura')).toEqual({ year: 1447, month: 9, day: 2 });
  });

  it('knows days off of one year and of every year, and puts them before all hours', () => {
    const times: WorkingTimes = {
      timeZone: 'Asia/Tehran',
      weekend: [5],
      officeHours: {
        ...usualHours,
        weekdays: [{ weekday: 4, shifts: shift('8-13') }],
        holidays: [
          { name: 'نوروز', repeats: 'yearly', calendar: 'persian', month: 1, day: 1, days: 4 },
          { name: 'انتقال المكتب', repeats: 'never', from: '2026-05-03', to: '2026-05-04' },
        ],
      },
    };
    expect(workingDaysIn(times, '2026-03-21', '2026-03-24')).toBe(0);
    expect(isWorkingDay(times, '2026-03-25')).toBe(true);
    expect(isWorkingDay(times, '2027-03-23')).toBe(false);
    expect(isWorkingDay(times, '2026-05-04')).toBe(false);
    expect(isWorkingDay(times, '2026-05-05')).toBe(true);
    expect(shiftText(shiftsOn(times, '2026-05-07'))).toBe('08:00–13:00');
    expect(addWorkingDays(times, '2026-04-30', 1)).toBe('2026-05-02');
    expect(addWorkingDays(times, '2026-05-02', 1)).toBe('2026-05-05');
    expect(addWorkingDays(times, '2026-05-05', -1)).toBe('2026-05-02');
    expect(addWorkingDays(times, '2026-05-03', 0)).toBe('2026-05-05');
    expect(addWorkingDays({ ...times, weekend: [0, 1, 2, 3, 4, 5, 6] }, '2026-05-03', 1)).toBeNull();
    const never = { ...times, officeHours: { ...usualHours, daily: [] } };
    expect(addWorkingMinutes(never, 0, 1)).toBeNull();
  });

  it('agrees with a counter of minutes, in every zone, over changes of clocks and seasons', () => {
    const seed = Number(process.env['DIWAN_SEED']) || 20_261_128;
    const chance = chanceFrom(seed);
    for (let round = 0; round < 20; round += 1) {
      const { times, zone, from, to } = aStretch(chance);
      const worked = minutesWorked(times, from, to);
      const where = `seed ${seed}, round ${round}, ${zone}`;
      expect(workingMinutesBetween(times, from, to), where).toBe(worked.length);
      const days = workingDaysIn(times, dayInZone(from, zone), dayInZone(to, zone));
      expect(days, where).toBe(daysWorked(times, dayInZone(from, zone), dayInZone(to, zone)));
      if (worked.length === 0) continue;
      const wanted = 1 + Math.floor(chance() * worked.length);
      expect(addWorkingMinutes(times, from, wanted), where).toBe(worked[wanted - 1]! + MINUTE);
      expect(workingMinutesBefore(times, to, wanted), where).toBe(worked.at(-wanted));
    }
  });
});

describe('hours as they are typed', () => {
  it.each([
    ['8-13, 16:30-20', '08:00–13:00, 16:30–20:00'],
    ['٨-١٣، ١٦٫٣٠-٢٠', '08:00–13:00, 16:30–20:00'],
    ['۸ تا ۱۳؛ ۱۶:۳۰ تا ۲۴', '08:00–13:00, 16:30–24:00'],
    ['9 to 17', '09:00–17:00'],
    ['', ''],
  ])('%s is read', (typed, shown) => {
    expect(shiftText(parseShifts(typed)!)).toBe(shown);
    expect(parseShifts(shown)).toEqual(parseShifts(typed));
  });

  it.each(['8', '13-8', '8-13, 12-14', '8-25', '8:70-9', 'always'])('%s is not', (typed) => {
    expect(parseShifts(typed)).toBeNull();
  });

  it('is stored only in order', () => {
    const overlapping = { ...usualHours, daily: [...shift('8-13'), ...shift('12-14')] };
    expect(OfficeHours.safeParse(overlapping).success).toBe(false);
    expect(OfficeHours.safeParse(usualHours).success).toBe(true);
  });
});

/** Some office somewhere, and some days of it, starting and ending at any minute. */
function aStretch(chance: () => number) {
  const upTo = (count: number): number => Math.floor(chance() * count);
  const someShifts = () => {
    const [a = 0, b = 0, c = 0, d = 0] = [0, 0, 0, 0].map(() => 240 + upTo(1140)).sort((x, y) => x - y);
    const shifts = [
      { from: a, to: b },
      { from: c, to: chance() < 0.2 ? 1440 : d },
    ];
    return shifts.filter((one) => one.to > one.from).slice(0, upTo(3));
  };
  const zone = zones[upTo(zones.length)]!;
  const from = Date.UTC(2025, upTo(24), 1 + upTo(28)) + upTo(1440) * MINUTE;
  const day = dayInZone(from, zone);
  const times: WorkingTimes = {
    timeZone: zone,
    weekend: [upTo(7), upTo(7)].slice(0, upTo(3)),
    officeHours: {
      daily: someShifts(),
      weekdays: [{ weekday: upTo(7), shifts: someShifts() }],
      seasons: [{ calendar: 'umalqura', month: 1 + upTo(12), shifts: someShifts() }],
      holidays: [{ name: 'x', repeats: 'never', from: addDays(day, 2), to: addDays(day, 2 + upTo(2)) }],
      moon: [],
    },
  };
  return { times, zone, from, to: from + upTo(9 * 1440) * MINUTE };
}

/** The instant at which each minute that is worked begins. */
function minutesWorked(times: WorkingTimes, from: number, to: number): number[] {
  const worked: number[] = [];
  for (let at = from; at < to; at += MINUTE) {
    const minute = minutesOfDay(at, times.timeZone);
    if (shiftsOn(times, dayInZone(at, times.timeZone)).some((one) => minute >= one.from && minute < one.to))
      worked.push(at);
  }
  return worked;
}

function daysWorked(times: WorkingTimes, from: string, to: string): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) count += shiftsOn(times, day).length > 0 ? 1 : 0;
  return count;
}

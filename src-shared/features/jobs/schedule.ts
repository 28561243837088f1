// When a scheduled job is due: a civil hour on the office's wall, every hour, day, week or month.

import { dayInZone } from '../../locale/zoned-time';
import { instantInZone } from '../../locale/zoned-time';

export const scheduleSteps = ['never', 'hourly', 'daily', 'weekly', 'monthly'] as const;

export interface Schedule {
  readonly every: (typeof scheduleSteps)[number];
  /** Minutes since midnight, 0 to 1439; of an hourly schedule only the minute within the hour counts. */
  readonly minuteOfDay: number;
  /** 0 Sunday … 6 Saturday, of a weekly schedule. */
  readonly weekDay: number;
  /** 1 to 28, of a monthly schedule in the Gregorian calendar: a day that every month has. */
  readonly monthDay: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A month and the day on which the clocks change. */
const DAYS_AHEAD = 33;

/** The first instant after `after` (ms UTC) at which the schedule is due; null when it never is. */
export function nextRunAfter(schedule: Schedule, after: number, timeZone: string): number | null {
  const { every, minuteOfDay } = schedule;
  if (every === 'never') return null;
  if (every === 'hourly') {
    const due = Math.floor(after / HOUR) * HOUR + (minuteOfDay % 60) * 60_000;
    return due > after ? due : due + HOUR;
  }
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = dayInZone(after + ahead * DAY, timeZone);
    const due = instantInZone(day, minuteOfDay, timeZone);
    if (due > after && isDay(schedule, day)) return due;
  }
  return null;
}

function isDay({ every, weekDay, monthDay }: Schedule, day: string): boolean {
  if (every === 'weekly') return new Date(`${day}T00:00:00Z`).getUTCDay() === weekDay;
  return every !== 'monthly' || Number(day.slice(8)) === monthDay;
}

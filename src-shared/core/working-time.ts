// Counting in working days and working minutes, by the office's hours.

import { addDays, toEpochDay, type Civil } from '../locale/civil';
import { dayInZone, instantInZone } from '../locale/zoned-time';
import { isWorkingDay, shiftsOn, type WorkingTimes } from './office-hours';

const MINUTE = 60_000;
/** An office that does not work for so long never does: the answer is null then. */
const FAR = 3660;

/** The n-th working day after a day; before it when n is below 0. 0: the day itself, or the next one that is worked. */
export function addWorkingDays(times: WorkingTimes, day: Civil, count: number): Civil | null {
  const step = count < 0 ? -1 : 1;
  let at = day;
  let left = Math.abs(count);
  for (let idle = 0; idle < FAR;) {
    if (left === 0 && isWorkingDay(times, at)) return at;
    at = addDays(at, step);
    const works = isWorkingDay(times, at);
    if (works && left > 0) left -= 1;
    idle = works ? 0 : idle + 1;
  }
  return null;
}

/** How many days of a stretch are worked; both ends count. 0 when it ends before it begins. */
export function workingDaysIn(times: WorkingTimes, from: Civil, to: Civil): number {
  let count = 0;
  for (let day = from, left = toEpochDay(to) - toEpochDay(from); left >= 0; day = addDays(day, 1), left -= 1) {
    if (isWorkingDay(times, day)) count += 1;
  }
  return count;
}

/** The instant (ms UTC) at which so many minutes were worked since another; at once for 0. */
export function addWorkingMinutes(times: WorkingTimes, at: number, minutes: number): number | null {
  let left = minutes * MINUTE;
  if (left <= 0) return at;
  let day = dayInZone(at, times.timeZone);
  for (let idle = 0; idle < FAR; day = addDays(day, 1)) {
    const stretches = worked(times, day, at);
    for (const { from, to } of stretches) {
      if (to - from >= left) return from + left;
      left -= to - from;
    }
    idle = stretches.length > 0 ? 0 : idle + 1;
  }
  return null;
}

/** The instant (ms UTC) since which so many minutes were worked until another. */
export function workingMinutesBefore(times: WorkingTimes, at: number, minutes: number): number | null {
  let left = minutes * MINUTE;
  let day = dayInZone(at, times.timeZone);
  for (let idle = 0; idle < FAR; day = addDays(day, -1)) {
    const stretches = worked(times, day, -Infinity);
    for (const { from, to } of stretches.toReversed()) {
      const length = Math.min(to, at) - from;
      if (length >= left) return Math.min(to, at) - left;
      left -= Math.max(0, length);
    }
    idle = stretches.length > 0 ? 0 : idle + 1;
  }
  return null;
}

/** Minutes worked between two instants; 0 when the second is not later. Parts of a minute count as such. */
export function workingMinutesBetween(times: WorkingTimes, from: number, to: number): number {
  let sum = 0;
  const last = to > from ? dayInZone(to, times.timeZone) : '';
  for (let day = dayInZone(from, times.timeZone); day <= last; day = addDays(day, 1)) {
    for (const stretch of worked(times, day, from)) sum += Math.max(0, Math.min(stretch.to, to) - stretch.from);
  }
  return sum / MINUTE;
}

/** A day's hours as instants, without what lies before `since`. */
const worked = (times: WorkingTimes, day: Civil, since: number) =>
  shiftsOn(times, day)
    .map(({ from, to }) => ({
      from: Math.max(since, instantInZone(day, from, times.timeZone)),
      to: instantInZone(day, to, times.timeZone),
    }))
    .filter(({ from, to }) => to > from);

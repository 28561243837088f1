// Between instants and the wall of a time zone: which day and minute it is somewhere, and when a time on the wall was.

import type { Civil } from './civil';

const MINUTE = 60_000;
const DAY = 86_400_000;
const LOCAL = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** One formatter per zone in use: making one costs a thousand times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat>();
const MOST_ZONES = 50;

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The civil date on the wall of an IANA zone at an instant (ms UTC). */
export const dayInZone = (at: number, timeZone: string): Civil =>
  new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 10);

/** Minutes since midnight on the wall. */
export function minutesOfDay(at: number, timeZone: string): number {
  const wall = at + offsetAt(at, timeZone);
  return Math.floor((((wall % DAY) + DAY) % DAY) / MINUTE);
}

/** The instant (ms UTC) of a civil date and minutes since midnight on the wall; a time that clocks skip is taken an hour later. */
export function instantInZone(civil: Civil, minutes: number, timeZone: string): number {
  return instantOnWall(Date.parse(`${civil}T00:00:00Z`) + minutes * MINUTE, timeZone);
}

/** Milliseconds UTC of `YYYY-MM-DD[THH:MM[:SS]]` in an IANA zone; null when the text is no such time. */
export function instantOfLocal(local: string, timeZone: string): number | null {
  const match = LOCAL.exec(local);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0)) as number[];
  const wall = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  const date = new Date(wall);
  if (date.getUTCDate() !== day || date.getUTCMonth() + 1 !== month || date.getUTCHours() !== hour) return null;
  if ((minute ?? 0) > 59 || (second ?? 0) > 59) return null;
  return instantOnWall(wall, timeZone);
}

/** A time that a change of clocks skips is taken an hour later, one that comes twice is taken the first time. */
function instantOnWall(wall: number, timeZone: string): number {
  const earlier = wall - offsetAt(wall - DAY, timeZone);
  const later = wall - offsetAt(wall + DAY, timeZone);
  const fits = [earlier, later].filter((instant) => instant + offsetAt(instant, timeZone) === wall);
  return fits.length > 0 ? Math.min(...fits) : earlier;
}

/** Milliseconds the wall of the zone is ahead of UTC at an instant. */
export function offsetAt(at: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  if (formats.size >= MOST_ZONES) formats.clear();
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
}

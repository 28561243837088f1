// Days and instants as tables show them: on the wall of the office, in the calendar that was asked for.

import { civilToParts } from '@shared/locale/calendars';
import type { Calendar } from '@shared/locale/language';
import { offsetAt } from '@shared/locale/zoned-time';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Clocks change at quarters of an hour at the finest. */
const QUARTER = 15 * MINUTE;
const REMEMBERED = 50_000;
/** Days from 1899-12-30, where spreadsheets begin to count, to 1970-01-01. */
const SERIAL_OF_EPOCH = 25_569;
/** Excel believes that 1900 was a leap year: before March of it the same number is another day in other programs. */
const FIRST_SERIAL = 61;

/** `2026-05-16T10:14:00+03:00`; milliseconds only when there are any. */
export type Wall = (at: number) => { readonly local: number; readonly offset: number };

export function wallOf(timeZone: string): Wall {
  const offsets = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      offset = offsetAt(at, timeZone);
      if (offsets.size >= REMEMBERED) offsets.clear();
      offsets.set(quarter, offset);
    }
    return { local: at + offset, offset };
  };
}

const two = (number: number): string => String(number).padStart(2, '0');

export function instantText(at: number, wall: Wall): string {
  const { local, offset } = wall(at);
  const text = new Date(local).toISOString();
  const [sign, minutes] = [offset < 0 ? '-' : '+', Math.abs(Math.round(offset / MINUTE))];
  const zone = `${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return (at % 1000 === 0 ? text.slice(0, -5) : text.slice(0, -1)) + zone;
}

/** `1405-02-26`; the Gregorian day where the calendar has no answer. */
export function dayText(civil: string, calendar: Calendar): string {
  const parts = calendar === 'gregory' ? null : civilToParts(civil, calendar);
  return parts === null ? civil : `${String(parts.year).padStart(4, '0')}-${two(parts.month)}-${two(parts.day)}`;
}

/** `1405-02-26 10:14`. */
export function wallText(at: number, wall: Wall, calendar: Calendar): string {
  const text = new Date(wall(at).local).toISOString();
  return `${dayText(text.slice(0, 10), calendar)} ${text.slice(11, 16)}`;
}

/** The day as a spreadsheet counts it; null where spreadsheets disagree. */
export function daySerial(civil: string): number | null {
  const serial = Date.parse(`${civil}T00:00:00Z`) / DAY + SERIAL_OF_EPOCH;
  return Number.isInteger(serial) && serial >= FIRST_SERIAL ? serial : null;
}

export function instantSerial(at: number, wall: Wall): number | null {
  const serial = wall(at).local / DAY + SERIAL_OF_EPOCH;
  return serial >= FIRST_SERIAL ? serial : null;
}

// Days and instants as tables show them: on the wall of the office, in the calendar that was asked for.

import { civilToParts } from '@shared/locale/calendars';
import type { Calendar } from '@shared/locale/language';
import { offsetAt } from '@shared/locale/zoned-time';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** No zone has changed its clocks twice within three days: the shortest time between was four, in Freetown in 1939. */
const SPAN = 3 * DAY;
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
  const ofQuarter = remembered((quarter) => offsetAt(quarter * QUARTER, timeZone));
  /** NaN for a span in which the clocks change. */
  const through = (span: number): ((at: number) => number) => {
    const known = remembered((number) => {
      const [first, last] = [ofQuarter((number * span) / QUARTER), ofQuarter(((number + 1) * span) / QUARTER)];
      return first === last ? first : Number.NaN;
    });
    return (at) => known(Math.floor(at / span));
  };
  const [ofSpan, ofDay] = [through(SPAN), through(DAY)];
  return (at) => {
    let offset = ofSpan(at);
    if (Number.isNaN(offset)) offset = ofDay(at);
    // On a day when the clocks change it depends on the hour.
    if (Number.isNaN(offset)) offset = ofQuarter(Math.floor(at / QUARTER));
    return { local: at + offset, offset };
  };
}

function remembered<Value>(work: (key: number) => Value): (key: number) => Value {
  const known = new Map<number, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = work(key);
      if (known.size >= REMEMBERED) known.clear();
      known.set(key, value);
    }
    return value;
  };
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));

/** Of a day counted from 1970-01-01. */
const isoDay = remembered((day) => new Date(day * DAY).toISOString().slice(0, -'T00:00:00.000Z'.length));

/** `+03:00`. */
const zoneText = remembered((offset) => {
  const minutes = Math.abs(Math.round(offset / MINUTE));
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
});
/** `10:14`, of the minutes of a day. */
const hourText = remembered((minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`);

export function instantText(at: number, wall: Wall): string {
  const { local, offset } = wall(at);
  const day = Math.floor(local / DAY);
  const time = local - day * DAY;
  const second = Math.floor(time / 1000);
  const fraction = time % 1000 === 0 ? '' : `.${String(time % 1000).padStart(3, '0')}`;
  return `${isoDay(day)}T${hourText(Math.floor(second / 60))}:${two(second % 60)}${fraction}${zoneText(offset)}`;
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

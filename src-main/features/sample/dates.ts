// Invented dates, with the calendar people think in and the text as they would have typed it.

import type { EnteredDate } from '@shared/core/schemas';
import { civilToParts, type CalendarParts } from '@shared/locale/calendars';
import type { SeededRandom } from './random';

type CalendarName = EnteredDate['calendar'];

const DAY = 86_400_000;
/** Days are counted from 1920-01-01; no invented person is older. */
const FIRST_DAY = Date.UTC(1920, 0, 1) / DAY;
const LAST_YEAR = 2040;

/** Civil dates by day number, each worked out once. */
export interface DateBook {
  /** YYYY-MM-DD, Gregorian. */
  on(day: number): string;
  entered(day: number, calendar: CalendarName, random: SeededRandom): EnteredDate;
  /** Year, month and day of the date in another calendar. */
  parts(day: number, calendar: CalendarName): CalendarParts;
}

/** The number of a Gregorian day in the book; `month` is 1–12. */
export const dayNumber = (year: number, month: number, day: number): number =>
  Math.floor(Date.UTC(year, month - 1, day) / DAY) - FIRST_DAY;

/** The day on which an instant falls in UTC. */
export const dayOfInstant = (at: number): number => Math.floor(at / DAY) - FIRST_DAY;

/** Midnight UTC at which the day begins. */
export const instantOfDay = (day: number): number => (day + FIRST_DAY) * DAY;

export function createDateBook(): DateBook {
  const iso: string[] = Array.from({ length: dayNumber(LAST_YEAR, 1, 1) });
  const texts: Record<string, Map<number, EnteredDate>> = {};
  const on = (day: number): string => (iso[day] ??= new Date(instantOfDay(day)).toISOString().slice(0, 10));
  const parts = (day: number, calendar: CalendarName): CalendarParts => {
    const found = civilToParts(on(day), calendar);
    if (found === null) throw new Error(`day ${day} is outside the ${calendar} calendar`);
    return found;
  };
  return {
    on,
    parts,
    entered(day, calendar, random) {
      const shape = random.below(SHAPES);
      const known = (texts[calendar + shape] ??= new Map<number, EnteredDate>());
      const found = known.get(day);
      if (found !== undefined) return found;
      const made = { on: on(day), calendar, text: typedDate(parts(day, calendar), calendar, shape) };
      known.set(day, made);
      return made;
    },
  };
}

const SHAPES = 3;

function typedDate(date: CalendarParts, calendar: CalendarName, shape: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  if (calendar === 'persian') {
    const text =
      shape === 2 ? `${date.year}/${date.month}/${date.day}` : `${date.year}/${two(date.month)}/${two(date.day)}`;
    return shape === 0 ? text : inPersianDigits(text);
  }
  if (calendar === 'umalqura') {
    if (shape === 0) return `${date.day}/${date.month}/${date.year} هـ`;
    return inArabicDigits(`${date.year}/${two(date.month)}/${two(date.day)}`);
  }
  if (shape === 0) return `${date.year}-${two(date.month)}-${two(date.day)}`;
  return `${two(date.day)}/${two(date.month)}/${date.year}`;
}

const ARABIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

export const inArabicDigits = (text: string): string => inDigits(text, ARABIC_ZERO);
export const inPersianDigits = (text: string): string => inDigits(text, PERSIAN_ZERO);

function inDigits(text: string, zero: number): string {
  let result = '';
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    result += code >= 48 && code <= 57 ? String.fromCharCode(zero + code - 48) : text[place];
  }
  return result;
}

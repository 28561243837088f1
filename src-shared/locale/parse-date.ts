// Reads a date as people type it: any digits, any separators, month names of three calendars in three languages.
import { civilToParts, isDayOfSomeYear, partsToCivil, yearRange } from './calendars/convert';
import { addDays } from './civil';
import type { Civil } from './civil';
import { buildDateWords, dateWordKey } from './date-words';
import type { DateWords } from './date-words';
import { toLatinDigits } from './digits';
import type { Calendar, Language } from './language';

export interface ReadDate {
  civil: Civil;
  /** The calendar the text was written in. */
  calendar: Calendar;
  /** The text as typed, trimmed. */
  text: string;
}

export interface DateReading {
  /** The reader's calendar: settles what the text leaves open. */
  calendar: Calendar;
  language: Language;
  today: Civil;
}

/**
 * The date a text means, or null. What is not written is settled so:
 * - a month name or an era names the calendar; else a year of 1700 and more is Gregorian; a year of 1180-1500 belongs to the
 *   reader's lunar or solar calendar, for readers of the Gregorian one to the language's (fa solar, ar lunar, en neither);
 * - a year of three or four digits shows its own place; three short numbers are year month day in the Persian calendar and
 *   day month year elsewhere; a "month" above 12 changes places with the day;
 * - a year of two digits is the latest that lies at most twenty years ahead of today;
 * - a missing year is this year; a single number is no date unless it is YYYYMMDD.
 */
export function parseCivilDate(text: string, reading: DateReading): ReadDate | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX_LENGTH) return null;
  const offset = words().offsets.get(dateWordKey(trimmed));
  if (offset !== undefined) return { civil: addDays(reading.today, offset), calendar: reading.calendar, text: trimmed };
  const place = readPlaces(trimmed, reading);
  if (!place) return null;
  const year = place.year === '' ? yearOf(reading.today, place.calendar) : fullYear(place, reading.today);
  const civil = year === null ? null : partsToCivil({ year, month: place.month, day: place.day }, place.calendar);
  return civil === null ? null : { civil, calendar: place.calendar, text: trimmed };
}

/** A day of every year, as a calendar numbers it. */
export interface ReadYearlyDay {
  calendar: Calendar;
  month: number;
  day: number;
  /** Null when none was written: the day comes back every year and nobody said since when. */
  year: number | null;
}

/** The same reading for a day that comes back every year: a missing year stays missing, and 29 February needs none. */
export function parseYearlyDay(text: string, reading: DateReading): ReadYearlyDay | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX_LENGTH) return null;
  const place = readPlaces(trimmed, reading);
  if (!place) return null;
  const { calendar, month, day } = place;
  const year = place.year === '' ? null : fullYear(place, reading.today);
  const exists =
    year === null
      ? place.year === '' && isDayOfSomeYear(calendar, month, day)
      : partsToCivil({ year, month, day }, calendar) !== null;
  return exists ? { calendar, month, day, year } : null;
}

const MAX_LENGTH = 100;

const yearOf = (today: Civil, calendar: Calendar): number | null => civilToParts(today, calendar)?.year ?? null;

function readPlaces(text: string, reading: DateReading): Places | null {
  const tokens = tokensOf(text);
  return tokens && placesOf(tokens, reading);
}

/** Built on first use, because most processes never read a date. */
const wordsMemo: DateWords[] = [];
function words(): DateWords {
  const known = wordsMemo[0] ?? buildDateWords();
  wordsMemo[0] = known;
  return known;
}

interface Tokens {
  numbers: readonly string[];
  month: { calendar: Calendar; month: number } | null;
  era: Calendar | null;
}

/** Numbers and known words of a text; null when a word is unknown. */
function tokensOf(text: string): Tokens | null {
  const plain = toLatinDigits(text).replace(invisible, '').replace(timeOfDay, '');
  const numbers = plain.match(/\d+/g) ?? [];
  const written = plain
    .replace(ordinals, '')
    .replace(/\u200cماه/g, ' ماه')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .split(/[\d/\-.,،؛;:()\u2010-\u2015]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  let month: Tokens['month'] = null;
  let era: Calendar | null = null;
  for (const part of regroup(written)) {
    const named = words().months.get(part);
    if (named && month) return null;
    if (named) month = named;
    else if (words().eras.has(part)) era = laterEra(era, words().eras.get(part) ?? 'gregory');
    else if (!words().noise.has(part)) return null;
  }
  return { numbers, month, era };
}

const invisible = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** A time after the date, as spreadsheets and other programs export it. */
const timeOfDay = /(?<=\d)(?:[T\s,]+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?|[صم]|z|[+-]\d{2}:?\d{2})?$/i;
const ordinals = /(?<=\d)(?:st|nd|rd|th)\b/gi;

/** هـ.ش is two letters, of which the second says which Hijri calendar. */
const laterEra = (known: Calendar | null, next: Calendar): Calendar => (known === 'persian' ? known : next);

/** Known words of each written part: the part whole, else its words one by one, joining neighbours into names. */
function regroup(parts: readonly string[]): string[] {
  return parts.flatMap((part) => (isKnown(dateWordKey(part)) ? [dateWordKey(part)] : splitKnown(part.split(/\s+/))));
}

function splitKnown(pieces: readonly string[]): string[] {
  const found: string[] = [];
  for (let from = 0; from < pieces.length;) {
    let to = pieces.length;
    while (to > from + 1 && !isKnown(dateWordKey(pieces.slice(from, to).join(' ')))) to -= 1;
    found.push(dateWordKey(pieces.slice(from, to).join(' ')));
    from = to;
  }
  return found;
}

const isKnown = (key: string): boolean => words().months.has(key) || words().eras.has(key) || words().noise.has(key);

interface Places {
  calendar: Calendar;
  /** As written: two digits or four; empty when none is. */
  year: string;
  month: number;
  day: number;
}

function placesOf({ numbers, month, era }: Tokens, reading: DateReading): Places | null {
  const split =
    numbers.length === 1 && numbers[0]?.length === 8
      ? [numbers[0].slice(0, 4), numbers[0].slice(4, 6), numbers[0].slice(6)]
      : numbers;
  if (split.some((number) => number.length > 4)) return null;
  if (month) return namedPlaces(split, month);
  if (split.length === 2) return shortPlaces(split, era ?? reading.calendar);
  if (split.length !== 3) return null;
  const [first = '', second = '', third = ''] = split;
  const calendarOf = (year: string): Calendar | null => era ?? calendarByYear(year, reading);
  if (isYear(second)) return null;
  if (isYear(first) && isYear(third)) return null;
  if (isYear(first)) return ordered(calendarOf(first), [first, second, third]);
  if (isYear(third)) return swapped(calendarOf(third), [third, second, first]);
  const calendar = era ?? reading.calendar;
  return calendar === 'persian' ? ordered(calendar, [first, second, third]) : swapped(calendar, [third, second, first]);
}

const isYear = (number: string): boolean => number.length >= 3;

function namedPlaces(numbers: readonly string[], named: { calendar: Calendar; month: number }): Places | null {
  const [first = '', second] = numbers;
  if (numbers.length === 0 || numbers.length > 2 || (isYear(first) && second === undefined)) return null;
  const yearFirst = second !== undefined && (isYear(first) || (Number(first) > 31 && !isYear(second)));
  const year = second === undefined ? '' : yearFirst ? first : second;
  return { calendar: named.calendar, year, month: named.month, day: Number(yearFirst ? second : first) };
}

/** Day and month: month first where dates begin with the year. */
function shortPlaces(numbers: readonly string[], calendar: Calendar): Places | null {
  const [first = '', second = ''] = numbers;
  if (isYear(first) || isYear(second)) return null;
  return calendar === 'persian' ? ordered(calendar, ['', first, second]) : swapped(calendar, ['', second, first]);
}

type Written = readonly [year: string, month: string, day: string];

const ordered = (calendar: Calendar | null, [year, month, day]: Written): Places | null =>
  calendar === null ? null : { calendar, year, month: Number(month), day: Number(day) };

/** 03/21/2026 can only be the twenty-first of March. */
function swapped(calendar: Calendar | null, written: Written): Places | null {
  const [year, month, day] = written;
  return Number(month) > 12 && Number(day) <= 12
    ? ordered(calendar, [year, day, month])
    : ordered(calendar, [year, month, day]);
}

function calendarByYear(year: string, { calendar, language }: DateReading): Calendar | null {
  const value = Number(year);
  if (value >= 1700) return 'gregory';
  if (calendar !== 'gregory') return calendar;
  return language === 'en' ? null : language === 'fa' ? 'persian' : 'umalqura';
}

/** The year in full and inside what the calendar can answer for, or null. */
function fullYear({ year, calendar }: Places, today: Civil): number | null {
  if (year === '' || year.length === 3) return null;
  const written = Number(year);
  const current = civilToParts(today, calendar)?.year ?? 0;
  const latest = current + 20;
  const value = year.length <= 2 ? latest - ((((latest - written) % 100) + 100) % 100) : written;
  const [first, last] = yearRange[calendar];
  return value >= first && value <= last ? value : null;
}

// Dates as files hold them: parts in any order, two-digit years, times behind them, Gregorian ones in a Jalali column.

import { toLatinDigits } from '../../../locale/digits';
import type { Calendar, Language } from '../../../locale/language';
import { parseCivilDate } from '../../../locale/parse-date';
import type { DateOrder } from './mapping-context';

export type DateReading = {
  readonly calendar: Calendar;
  readonly language: Language;
  readonly today: string;
  readonly order: DateOrder;
  /** The last day that is believed; today when left out. */
  readonly latest?: string;
};
export type DateParts = { readonly year: number; readonly month: number; readonly day: number };
/** `on` is the Gregorian civil date, `parts` those of the calendar it was written in when it was written in numbers. */
export type ReadDate = {
  readonly on: string;
  readonly calendar: Calendar;
  readonly text: string;
  readonly parts: DateParts | null;
};

/** Years from here on are Gregorian whatever the column's calendar: no living person's Jalali or Hijri year is as high. */
const FIRST_CERTAIN_GREGORIAN = 1700;
const EARLIEST = '1850-01-01';
const LONGEST_TEXT = 100;

/** Null when the text is no date, one after the last believed day, or one before 1850. */
export function readDate(written: string, reading: DateReading): ReadDate | null {
  const text = written.slice(0, LONGEST_TEXT);
  const bare = withoutTime(toLatinDigits(text));
  const parts = numericParts(bare, reading);
  const calendar = parts && parts.year >= FIRST_CERTAIN_GREGORIAN ? 'gregory' : reading.calendar;
  if (!parts && !namesYear(bare)) return null;
  const asked = parts ? isoText(parts) : bare;
  const parsed = parseCivilDate(asked, { calendar, language: reading.language, today: reading.today });
  if (!parsed || parsed.civil > (reading.latest ?? reading.today) || parsed.civil < EARLIEST) return null;
  return { on: parsed.civil, calendar: parsed.calendar, text, parts };
}

/** A date in words must say its year: the reader of dates would put this one, and nobody means that in a file. */
function namesYear(text: string): boolean {
  const numbers = text.match(/\d+/g) ?? [];
  return numbers.length === 1
    ? numbers[0]?.length === 8
    : numbers.length > 1 && (numbers.length > 2 || /\p{L}{2}/u.test(text));
}

/** Times of day behind a date, as databases and spreadsheets write them. */
function withoutTime(text: string): string {
  return text
    .trim()
    .replace(
      /[T\s]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[AaPp]\.?[Mm]\.?|[صم]|ق\.ظ|ب\.ظ)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/u,
      '',
    )
    .trim();
}

/** Year, month and day of a date in numbers, null for any other text. */
export function numericParts(
  text: string,
  reading: Pick<DateReading, 'calendar' | 'order' | 'today'>,
): DateParts | null {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return partsOf(compact[1], compact[2], compact[3]);
  const match = /^(\d{1,4})\s*[/\-.\s\u066B،,_]\s*(\d{1,2})\s*[/\-.\s\u066B،,_]\s*(\d{1,4})$/.exec(text);
  if (!match) return null;
  const [, first = '', second = '', third = ''] = match;
  if (first.length > 2) return partsOf(first, second, third);
  if (third.length > 2) return yearLast([first, second], third, reading.order);
  const order = reading.calendar === 'gregory' ? reading.order : yearFirstIfItMustBe(first, third, reading.order);
  const year = order === 'ymd' ? first : third;
  const full = String(fullYear(Number(year), reading));
  return order === 'ymd' ? partsOf(full, second, third) : yearLast([first, second], full, order);
}

function yearLast([first, second]: [string, string], year: string, order: DateOrder): DateParts | null {
  const monthFirst = Number(second) > 12 || (order === 'mdy' && Number(first) <= 12);
  return monthFirst ? partsOf(year, first, second) : partsOf(year, second, first);
}

/** 65/05/12 can only begin with the year; 12/05/65 can only end with it; else the order of the column holds. */
function yearFirstIfItMustBe(first: string, third: string, order: DateOrder): DateOrder {
  if (Number(first) > 31) return 'ymd';
  return Number(third) > 31 && order === 'ymd' ? 'dmy' : order;
}

/** The latest year with these last two digits that is not in the future of its calendar. */
function fullYear(twoDigits: number, { calendar, today }: Pick<DateReading, 'calendar' | 'today'>): number {
  const gregorian = Number(today.slice(0, 4));
  // Jalali years trail by 621 or 622; Hijri years are shorter by eleven days (CLDR: 1 Muharram 1448 is 16 June 2026).
  const now =
    calendar === 'gregory'
      ? gregorian
      : calendar === 'persian'
        ? gregorian - 621
        : Math.round((gregorian - 622) * 1.030684);
  const century = Math.floor(now / 100) * 100;
  return century + twoDigits <= now ? century + twoDigits : century - 100 + twoDigits;
}

function partsOf(year = '', month = '', day = ''): DateParts | null {
  const parts = { year: Number(year), month: Number(month), day: Number(day) };
  return parts.month >= 1 && parts.month <= 12 && parts.day >= 1 && parts.day <= 31 && parts.year > 0 ? parts : null;
}

function isoText({ year, month, day }: DateParts): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

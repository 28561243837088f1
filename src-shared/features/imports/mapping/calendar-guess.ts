// Which calendar and order of parts the dates of a column are in, and how samples read in each, so that a person can judge.

import { toLatinDigits } from '../../../locale/digits';
import type { Calendar, Language } from '../../../locale/language';
import { calendars } from '../../../locale/language';
import { fold } from '../../../text/fold';
import type { DateOrder } from './mapping-context';
import { numericParts, readDate } from './read-date';

export type CalendarQuestion = {
  readonly values: readonly string[];
  readonly header: string;
  readonly language: Language;
  readonly today: string;
  readonly country: string;
};
export type CalendarGuess = { readonly calendar: Calendar; readonly order: DateOrder; readonly confidence: number };

/** Years up to which a date of the past can be Jalali, given a Gregorian year. */
const jalaliYear = (today: string): number => Number(today.slice(0, 4)) - 621;

export function guessCalendar(question: CalendarQuestion): CalendarGuess {
  const order = guessOrder(question.values);
  const parts = question.values.flatMap(
    (value) => numericParts(bare(value), { calendar: 'gregory', order, today: question.today }) ?? [],
  );
  const old = parts.filter((part) => part.year >= 1250 && part.year <= 1500);
  if (old.length * 2 <= parts.length)
    return { calendar: 'gregory', order, confidence: parts.length === 0 ? 0.4 : 0.95 };
  // Jalali's first six months have 31 days; Hijri months have 30 at most.
  const jalaliOnly = old.some((part) => part.day === 31);
  // A Hijri year of the last decades lies in the Jalali future.
  const hijriOnly = old.some((part) => part.year > jalaliYear(question.today));
  if (jalaliOnly !== hijriOnly) return { calendar: jalaliOnly ? 'persian' : 'umalqura', order, confidence: 0.97 };
  return { calendar: calendarByWords(question), order, confidence: 0.7 };
}

function calendarByWords({ header, language, country, values }: CalendarQuestion): Calendar {
  const text = fold(`${header} ${values.slice(0, 5).join(' ')}`);
  if (/هجري|قمري|hijri|umalqura/.test(text.replaceAll('ی', 'ي'))) return /شمس/.test(text) ? 'persian' : 'umalqura';
  if (/شمس|جلال|jalali|shamsi|تولد/.test(text)) return 'persian';
  if (country === 'IR' || country === 'AF') return 'persian';
  return language === 'fa' ? 'persian' : 'umalqura';
}

/** Year first when it is written first; month first only when some second part cannot be a month. */
export function guessOrder(values: readonly string[]): DateOrder {
  const split = values.flatMap((value) => {
    const match = /^(\d{1,4})[/\-.\s](\d{1,2})[/\-.\s](\d{1,4})$/.exec(bare(value));
    return match ? [{ first: match[1] ?? '', second: Number(match[2]), third: match[3] ?? '' }] : [];
  });
  const yearFirst = split.filter(({ first, third }) => first.length > 2 || (Number(first) > 31 && third.length <= 2));
  if (split.length > 0 && yearFirst.length * 2 >= split.length) return 'ymd';
  const dayFirst = split.some(({ first }) => first.length <= 2 && Number(first) > 12 && Number(first) <= 31);
  return !dayFirst && split.some(({ second }) => second > 12) ? 'mdy' : 'dmy';
}

function bare(value: string): string {
  return toLatinDigits(value)
    .trim()
    .replace(/[T\s]+\d{1,2}:\d{2}.*$/, '');
}

export type DateSample = { text: string } & Record<Calendar, string | null>;

/** How each of a few values reads in each calendar: Gregorian civil dates, null where it cannot be. */
export function dateSamples(
  values: readonly string[],
  { language, today, latest = today }: Pick<CalendarQuestion, 'language' | 'today'> & { readonly latest?: string },
): DateSample[] {
  const order = guessOrder(values);
  return [...new Set(values)].slice(0, 3).map((text) => {
    const read = (calendar: Calendar): string | null => {
      const date = readDate(text, { calendar, language, today, latest, order });
      return date && (date.calendar === calendar || date.calendar === 'gregory') ? date.on : null;
    };
    const [gregory, umalqura, persian] = calendars.map(read);
    return { text, gregory: gregory ?? null, umalqura: umalqura ?? null, persian: persian ?? null };
  });
}

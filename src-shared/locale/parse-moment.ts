// When something happened, as a person in a hurry writes it: "now", "yesterday 16:00", "أمس ٤ م", "دیروز ۱۶", "2/5 9:30", "3 hours ago".

import { dayInZone } from './zoned-time';
import { toLatinDigits } from './digits';
import type { Calendar } from './language';
import { parseCivilDate } from './parse-date';
import type { DateReading } from './parse-date';
import { instantInZone, minutesOfDay } from './zoned-time';

export interface MomentReading extends Omit<DateReading, 'today'> {
  /** Milliseconds UTC. */
  readonly now: number;
  readonly timeZone: string;
}

/** As it stands in a field: the words, and the calendar chosen to read them by (null: the reader's own). */
export interface TypedMoment {
  readonly text: string;
  readonly calendar: Calendar | null;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const nowWords = ['now', 'الان', 'الحين', 'اكنون', 'حالا'];
const dayWords: Readonly<Record<string, number>> = {
  today: 0,
  اليوم: 0,
  امروز: 0,
  yesterday: 1,
  امس: 1,
  البارحه: 1,
  ديروز: 1,
  ديشب: 1,
  'اول امس': 2,
  پريروز: 2,
};
export const unitWords: readonly (readonly [RegExp, number])[] = [
  [/^(m|min|mins|minute|minutes|دقيقه|دقائق|دقيقتين)$/, MINUTE],
  [/^(h|hr|hrs|hour|hours|ساعه|ساعات|ساعت)$/, HOUR],
  [/^(d|day|days|يوم|ايام|روز)$/, DAY],
  [/^(w|week|weeks|اسبوع|اسابيع|هفته)$/, 7 * DAY],
];
const agoWords = /^(ago|قبل|منذ|پيش)$/;
const clockPattern =
  /(?:^|\s)(\d{1,2})(?:[:.٫](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|ص|م|ق\.?ظ\.?|ب\.?ظ\.?|صبح|عصر|شب|صباحا|مساء)?(?=\s|$)/;

/** The same for what stands in a field. */
export const momentOf = ({ text, calendar }: TypedMoment, reading: MomentReading): number | null =>
  parseMoment(text, calendar === null ? reading : { ...reading, calendar });

/** A time of day alone, "16:30", "٤ م" or "16", in minutes since midnight; null when it is none. */
export function parseClock(text: string): number | null {
  const { rest, minutes } = takeClock(`today ${simplified(text)}`, namesDay);
  return rest === 'today' ? minutes : null;
}

/** The instant (ms UTC), or null when the words are not understood. */
export function parseMoment(text: string, reading: MomentReading): number | null {
  const words = simplified(text);
  if (words === '' || nowWords.includes(words)) return reading.now;
  const ago = spanAgo(words);
  if (ago !== null) return reading.now - ago;
  const { rest, minutes } = takeClock(words, namesDay);
  const today = dayInZone(reading.now, reading.timeZone);
  if (rest === '') return minutes === null ? null : instantInZone(today, minutes, reading.timeZone);
  const back = dayWords[rest];
  const day =
    back === undefined
      ? parseCivilDate(rest, { ...reading, today })?.civil
      : dayInZone(reading.now - back * DAY, reading.timeZone);
  if (day === undefined) return null;
  return instantInZone(
    day,
    minutes ?? (day === today ? minutesOfDay(reading.now, reading.timeZone) : 12 * 60),
    reading.timeZone,
  );
}

/** One spelling for the letters and digits that differ between Arabic and Persian typing. */
export function simplified(text: string): string {
  return toLatinDigits(text)
    .trim()
    .toLowerCase()
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى|ی/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ة/g, 'ه')
    .replace(/[،,]/g, ' ')
    .replace(/(?:^|\s)(at|الساعه|ساعت(?=\s*\d))\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function spanAgo(words: string): number | null {
  const parts = words.split(' ');
  if (!parts.some((part) => agoWords.test(part))) return null;
  const [first = '', second = ''] = parts.filter((part) => !agoWords.test(part));
  const amount = /^\d{1,4}$/.test(first) ? Number(first) : 1;
  const unit = unitWords.find(([pattern]) => pattern.test(amount === 1 && !/^\d/.test(first) ? first : second));
  return unit === undefined ? null : amount * unit[1];
}

/** Takes the time of day out of the words; minutes since midnight. A bare number counts only beside a day. */
export function takeClock(words: string, isDay: (rest: string) => boolean): { rest: string; minutes: number | null } {
  const found = [...words.matchAll(new RegExp(clockPattern, 'g'))].at(-1);
  if (found === undefined) return { rest: words, minutes: null };
  const [whole, hours = '', minutes, half] = found;
  const bare = minutes === undefined && half === undefined;
  const rest = (words.slice(0, found.index) + words.slice(found.index + whole.length)).trim();
  const hour = hourOf(Number(hours), half);
  if (hour > 23 || Number(minutes ?? 0) > 59 || (bare && !isDay(rest))) return { rest: words, minutes: null };
  return { rest, minutes: hour * 60 + Number(minutes ?? 0) };
}

/** "yesterday 16" holds a time of day; "5 November" does not. */
const namesDay = (words: string): boolean => dayWords[words] !== undefined || /^\d+[-/.]\d+/.test(words);

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  const afternoon = /^(pm|p\.m\.|م|ب|عصر|شب|مساء)/.test(half);
  if (afternoon) return hour < 12 ? hour + 12 : hour;
  return hour === 12 ? 0 : hour;
}

// How numbers, dates and times are written for one reader. Calendars and digits are always named, never left to a locale's default.

import type { Calendar } from '@shared/locale/language';
import type { LocaleSettings } from './format';

export type DateStyle = 'short' | 'medium' | 'long' | 'full';

export interface Format {
  /** A civil date 'YYYY-MM-DD' in the reader's calendar, or in the one given. */
  date(civil: string, options?: { style?: DateStyle; calendar?: Calendar }): string;
  /** An instant (ms UTC) in the office's time zone. */
  instant(at: number, options?: { style?: DateStyle; time?: boolean; calendar?: Calendar }): string;
  time(at: number): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** "3 minutes ago", up to a week; then the date. */
  relative(at: number, now: number): string;
  /** The digits inside a text, in the reader's digits. */
  digits(text: string): string;
  /** 0 Sunday … 6 Saturday. */
  weekday(day: number, style?: 'long' | 'short' | 'narrow'): string;
  list(items: readonly string[]): string;
}

const intlCalendar: Readonly<Record<Calendar, string>> = {
  gregory: 'gregory',
  umalqura: 'islamic-umalqura',
  persian: 'persian',
};

const zeroOf = { latn: 0x30, arab: 0x660, arabext: 0x6f0 } as const;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Sunday, to name the days of the week from. */
const SUNDAY = Date.UTC(2023, 0, 1);

export function createFormat(settings: LocaleSettings): Format {
  const tag = (calendar: Calendar): string => `${settings.language}-u-ca-${intlCalendar[calendar]}-nu-${settings.digits}`;
  const numbers = `${settings.language}-u-nu-${settings.digits}`;
  const dateStyle = (style: DateStyle): Intl.DateTimeFormatOptions =>
    style === 'short'
      ? { year: 'numeric', month: '2-digit', day: '2-digit' }
      : style === 'full'
        ? { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }
        : { year: 'numeric', month: style === 'long' ? 'long' : 'short', day: 'numeric' };
  const write = (at: number, calendar: Calendar, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(tag(calendar), options).format(at);
  const clock = { hour: 'numeric', minute: '2-digit', hourCycle: settings.hourCycle, timeZone: settings.timeZone } as const;
  const format: Format = {
    date: (civil, { style = 'medium', calendar = settings.calendar } = {}) =>
      write(Date.parse(`${civil}T00:00:00Z`), calendar, { ...dateStyle(style), timeZone: 'UTC' }),
    instant: (at, { style = 'medium', time = true, calendar = settings.calendar } = {}) => {
      const date = write(at, calendar, { ...dateStyle(style), timeZone: settings.timeZone });
      return time ? `${date} · ${format.time(at)}` : date;
    },
    time: (at) => new Intl.DateTimeFormat(numbers, clock).format(at),
    number: (value, options) => new Intl.NumberFormat(numbers, options).format(value),
    relative: (at, now) => {
      const [amount, unit] = spanOf(at - now);
      if (unit === undefined) return format.instant(at, { time: false });
      return new Intl.RelativeTimeFormat(numbers, { numeric: 'auto' }).format(amount, unit);
    },
    digits: (text) => text.replace(/[0-9]/g, (digit) => String.fromCodePoint(zeroOf[settings.digits] + Number(digit))),
    weekday: (day, style = 'long') =>
      new Intl.DateTimeFormat(numbers, { weekday: style, timeZone: 'UTC' }).format(SUNDAY + day * DAY),
    list: (items) => new Intl.ListFormat(settings.language, { type: 'conjunction' }).format(items),
  };
  return format;
}

function spanOf(span: number): [number, Intl.RelativeTimeFormatUnit | undefined] {
  const size = Math.abs(span);
  if (size < MINUTE) return [0, 'minute'];
  if (size < HOUR) return [Math.round(span / MINUTE), 'minute'];
  if (size < DAY) return [Math.round(span / HOUR), 'hour'];
  if (size < 7 * DAY) return [Math.round(span / DAY), 'day'];
  return [0, undefined];
}

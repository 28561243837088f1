// How numbers, dates and times are written for one reader: the rules of src-shared/locale with the reader's settings filled in.

import { weekdayNames } from '@shared/locale/calendars';
import { formatCivilDate, formatRelative, formatTime } from '@shared/locale/dates';
import type { DateStyle } from '@shared/locale/dates';
import { formatMoney } from '@shared/locale/money';
import { dayInZone } from '@shared/locale/zoned-time';
import { toDigits } from '@shared/locale/digits';
import type { Calendar, Digits, Language } from '@shared/locale/language';

export type { DateStyle } from '@shared/locale/dates';

/** The reader's choices, resolved: nothing here is 'auto'. */
export interface LocaleSettings {
  readonly language: Language;
  readonly digits: Digits;
  readonly calendar: Calendar;
  readonly secondaryCalendar: Calendar | null;
  readonly hourCycle: 'h12' | 'h23';
  readonly country: string;
  /** 0 Sunday … 6 Saturday. */
  readonly weekStart: number;
  readonly weekend: readonly number[];
  /** IANA name. */
  readonly timeZone: string;
}

export interface Format {
  /** A civil date 'YYYY-MM-DD' in the reader's calendar, or in the one given; a year alone stays the Gregorian one. */
  date(civil: string, options?: { style?: DateStyle; calendar?: Calendar }): string;
  /** An instant (ms UTC) in the office's time zone. */
  instant(at: number, options?: { style?: DateStyle; time?: boolean; calendar?: Calendar }): string;
  time(at: number): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** Minor units, as text where a sum may be more than a number holds. */
  money(minor: number | string, currency: string): string;
  /** The name of a currency by its ISO 4217 code. */
  currency(code: string): string;
  /** "3 minutes ago", up to a week; then the date. */
  relative(at: number, now: number): string;
  /** The digits inside a text, in the reader's digits. */
  digits(text: string): string;
  /** 0 Sunday … 6 Saturday. */
  weekday(day: number, style?: 'long' | 'short' | 'narrow'): string;
  list(items: readonly string[]): string;
  /** The civil date of an instant in the office's time zone. */
  civilOf(at: number): string;
}

/** All that a role may be shown of a date. */
const yearAlone = /^\d{4}$/;

export function createFormat(settings: LocaleSettings): Format {
  const numbers = `${settings.language}-u-nu-${settings.digits}`;
  const separator = settings.language === 'en' ? ', ' : '، ';
  const format: Format = {
    date: (civil, { style, calendar = settings.calendar } = {}) =>
      yearAlone.test(civil)
        ? toDigits(civil, settings.digits)
        : formatCivilDate(civil, { ...settings, calendar }, style),
    instant: (at, { style, time = true, calendar = settings.calendar } = {}) => {
      const date = formatCivilDate(format.civilOf(at), { ...settings, calendar }, style);
      return time ? date + separator + format.time(at) : date;
    },
    time: (at) => formatTime(at, settings),
    number: (value, options) => new Intl.NumberFormat(numbers, options).format(value),
    money: (minor, currency) => formatMoney(minor, currency, settings),
    currency: (code) => new Intl.DisplayNames(settings.language, { type: 'currency' }).of(code) ?? code,
    relative: (at, now) => formatRelative(at, now, settings),
    digits: (text) => toDigits(text, settings.digits),
    weekday: (day, style = 'long') => weekdayNames(settings.language, style)[day] ?? '',
    list: (items) => new Intl.ListFormat(settings.language, { type: 'conjunction' }).format(items),
    civilOf: (at) => dayInZone(at, settings.timeZone),
  };
  return format;
}

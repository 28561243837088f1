// Dates and times as a reader of each language writes them, in any of the three calendars and three digit sets.
// Own patterns: CLDR's Persian ones put the year first in words, and Intl's lunar calendar is a day off (see calendars/).
import { civilToParts } from './calendars/convert';
import { monthNames, shortMonthNames, weekdayNames } from './calendars/month-names';
import type { CalendarParts } from './calendars/parts';
import { daysBetween, weekdayOf } from './civil';
import type { Civil } from './civil';
import { toDigits } from './digits';
import type { Calendar } from './language';
import { digitsFor } from './preferences';
import type { WritingPreferences } from './preferences';
import { dayInZone } from './zoned-time';

/** numeric 21/03/2026 · medium 21 Mar 2026 · long 21 March 2026 · full Saturday, 21 March 2026 */
export type DateStyle = 'numeric' | 'medium' | 'long' | 'full';

/**
 * A civil date in the calendar of the preferences; `{ ...preferences, calendar }` for another one. A day the Umm al-Qura table does not hold (before AH 1343,
 * after 1500) is written in the Gregorian calendar. Arabic numeric dates hold right-to-left marks, as CLDR's do.
 */
export function formatCivilDate(civil: Civil, preferences: WritingPreferences, style: DateStyle = 'medium'): string {
  const { calendar } = preferences;
  const parts = civilToParts(civil, calendar);
  if (!parts) return formatCivilDate(civil, { ...preferences, calendar: 'gregory' }, style);
  const text =
    style === 'numeric' ? numericDate(parts, preferences) : wordedDate({ civil, parts, calendar, style }, preferences);
  return toDigits(text, digitsFor(preferences));
}

/** An instant (ms UTC) as date and time in the reader's time zone. */
export function formatInstant(ms: number, preferences: WritingPreferences, style: DateStyle = 'medium'): string {
  const separator = preferences.language === 'en' ? ', ' : '، ';
  return (
    formatCivilDate(dayInZone(ms, preferences.timeZone), preferences, style) + separator + formatTime(ms, preferences)
  );
}

/** The time of day of an instant (ms UTC) in the reader's time zone. */
export function formatTime(ms: number, preferences: WritingPreferences): string {
  const { language, timeZone, hourCycle } = preferences;
  const key = `${language}|${digitsFor(preferences)}|${timeZone}|${hourCycle}`;
  const make = (): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-${digitsFor(preferences)}`, {
      hour: hourCycle === 'h23' ? '2-digit' : 'numeric',
      minute: '2-digit',
      hourCycle,
      timeZone,
    });
  return remembered(timeFormats, key, make).format(ms);
}

/** "3 minutes ago", "yesterday", "in 2 hours"; beyond six days the date. Days are counted on the reader's calendar, not in hours. */
export function formatRelative(ms: number, now: number, preferences: WritingPreferences): string {
  const relative = new Intl.RelativeTimeFormat(`${preferences.language}-u-nu-${digitsFor(preferences)}`, {
    numeric: 'auto',
  });
  const seconds = Math.round((ms - now) / 1000);
  if (Math.abs(seconds) < 45) return relative.format(0, 'second');
  const minutes = Math.round(seconds / 60);
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  const days = daysBetween(dayInZone(now, preferences.timeZone), dayInZone(ms, preferences.timeZone));
  if (days === 0) return relative.format(Math.round(minutes / 60), 'hour');
  return Math.abs(days) < 7
    ? relative.format(days, 'day')
    : formatCivilDate(dayInZone(ms, preferences.timeZone), preferences);
}

/** Pure memo: making a DateTimeFormat costs a thousand times what using it does. One entry per zone and locale in use. */
const timeFormats = new Map<string, Intl.DateTimeFormat>();

function remembered(
  formats: Map<string, Intl.DateTimeFormat>,
  key: string,
  make: () => Intl.DateTimeFormat,
): Intl.DateTimeFormat {
  const known = formats.get(key);
  if (known) return known;
  const made = make();
  formats.set(key, made);
  return made;
}

/** Persian writes year/month/day; Arabic and English day/month/year, Arabic from right to left. */
function numericDate({ year, month, day }: CalendarParts, { language }: WritingPreferences): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const fourYear = String(year).padStart(4, '0');
  if (language === 'fa') return `${fourYear}/${two(month)}/${two(day)}`;
  return language === 'ar'
    ? `${two(day)}\u200f/${two(month)}\u200f/${fourYear}`
    : `${two(day)}/${two(month)}/${fourYear}`;
}

interface WordedDate {
  civil: Civil;
  parts: CalendarParts;
  calendar: Calendar;
  style: 'medium' | 'long' | 'full';
}

function wordedDate({ civil, parts, calendar, style }: WordedDate, { language, country }: WritingPreferences): string {
  const names =
    style === 'medium' ? shortMonthNames(language, calendar, country) : monthNames(language, calendar, country);
  const era = style === 'medium' ? '' : eras[language][calendar];
  const date = `${parts.day} ${names[parts.month - 1] ?? ''} ${parts.year}${era}`;
  if (style !== 'full') return date;
  return weekdayNames(language, 'long')[weekdayOf(civil)] + weekdaySeparators[language] + date;
}

const weekdaySeparators = { ar: '، ', fa: ' ', en: ', ' } as const;

/** Named where the year alone would leave the calendar in doubt. */
const eras = {
  ar: { gregory: '', umalqura: ' هـ', persian: ' هـ.ش' },
  fa: { gregory: '', umalqura: ' ه.ق', persian: '' },
  en: { gregory: '', umalqura: ' AH', persian: ' SH' },
} as const;

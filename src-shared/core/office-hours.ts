// When the office works: hours of a day, other hours in some weekdays or months (Ramadan), days off, and the moon as it was sighted.

import { z } from 'zod';
import { civilToParts, partsToCivil } from '../locale/calendars';
import type { CalendarParts } from '../locale/calendars';
import { addDays, weekdayOf, type Civil } from '../locale/civil';
import type { Calendar } from '../locale/language';
import { CalendarName, CivilDate, Line } from './schemas';

const MIDNIGHT = 1440;
const MOST_SHIFTS = 4;

const TimeOfDay = z.number().int().min(0).max(MIDNIGHT);
const isInOrder = (shifts: readonly Shift[]): boolean =>
  shifts.every(({ from, to }, index) => from < to && from >= (shifts[index - 1]?.to ?? 0));

/** Minutes since midnight on the office's wall; `to` is the first minute that is not worked any more. */
const Shift = z.strictObject({ from: TimeOfDay, to: TimeOfDay });
export type Shift = z.infer<typeof Shift>;

/** In order, without overlap; none: not worked. */
const Shifts = z.array(Shift).max(MOST_SHIFTS).refine(isInOrder, 'shifts in order');

const Month = z.number().int().min(1).max(12);

/** Off once, from a day to a day, both included; or every year, for some days from a day of a calendar on. */
const Holiday = z.discriminatedUnion('repeats', [
  z.strictObject({ name: Line, repeats: z.literal('never'), from: CivilDate, to: CivilDate }),
  z.strictObject({
    name: Line,
    repeats: z.literal('yearly'),
    calendar: CalendarName,
    month: Month,
    day: z.number().int().min(1).max(31),
    days: z.number().int().min(1).max(31),
  }),
]);
export type Holiday = z.infer<typeof Holiday>;

export const OfficeHours = z.strictObject({
  /** Of a working day for which nothing else is said. */
  daily: Shifts,
  /** 0 Sunday … 6 Saturday. */
  weekdays: z.array(z.strictObject({ weekday: z.number().int().min(0).max(6), shifts: Shifts })).max(7),
  /** In a month of a calendar every working day has these hours. */
  seasons: z.array(z.strictObject({ calendar: CalendarName, month: Month, shifts: Shifts })).max(36),
  holidays: z.array(Holiday).max(200),
  /** By how many days a Hijri month began later (or earlier, below 0) than the table of Umm al-Qura says. */
  moon: z
    .array(z.strictObject({ year: z.number().int(), month: Month, days: z.number().int().min(-2).max(2) }))
    .max(50),
});
export type OfficeHours = z.infer<typeof OfficeHours>;

/** What decides when an office works; the settings of the site are such. */
export interface WorkingTimes {
  readonly officeHours: OfficeHours;
  /** IANA name. */
  readonly timeZone: string;
  /** 0 Sunday … 6 Saturday. */
  readonly weekend: readonly number[];
}

/** Until an office says otherwise. */
export const usualHours: OfficeHours = {
  daily: [{ from: 8 * 60, to: 17 * 60 }],
  weekdays: [],
  seasons: [],
  holidays: [],
  moon: [],
};

/** The hours of a civil date. A day off comes first, then the weekend, the month, the weekday. */
export function shiftsOn(times: WorkingTimes, day: Civil): readonly Shift[] {
  const { officeHours: hours, weekend } = times;
  const weekday = weekdayOf(day);
  if (weekend.includes(weekday) || holidayOn(hours, day) !== null) return [];
  const season = hours.seasons.find(({ calendar, month }) => sightedParts(hours, day, calendar)?.month === month);
  return season?.shifts ?? hours.weekdays.find((one) => one.weekday === weekday)?.shifts ?? hours.daily;
}

export const isWorkingDay = (times: WorkingTimes, day: Civil): boolean => shiftsOn(times, day).length > 0;

/** Why nobody works on a day that is no weekend. */
export const holidayOn = (hours: OfficeHours, day: Civil): Holiday | null =>
  hours.holidays.find((holiday) =>
    holiday.repeats === 'never' ? day >= holiday.from && day <= holiday.to : isYearlyDayOff(hours, holiday, day),
  ) ?? null;

function isYearlyDayOff(hours: OfficeHours, holiday: Extract<Holiday, { repeats: 'yearly' }>, day: Civil): boolean {
  for (let back = 0; back < holiday.days; back += 1) {
    const parts = sightedParts(hours, addDays(day, -back), holiday.calendar);
    if (parts?.month === holiday.month && parts.day === holiday.day) return true;
  }
  return false;
}

/** Year, month and day in a calendar; Hijri months begin when the office says that the moon was seen. */
export function sightedParts(hours: OfficeHours, day: Civil, calendar: Calendar): CalendarParts | null {
  const printed = civilToParts(day, calendar);
  if (printed === null || calendar !== 'umalqura' || hours.moon.length === 0) return printed;
  for (const month of [next(printed), printed, previous(printed)]) {
    const begins = beginOf(hours, month);
    if (begins !== null && day >= begins) return { ...month, day: daysFrom(begins, day) };
  }
  return printed;
}

function beginOf({ moon }: OfficeHours, { year, month }: CalendarParts): Civil | null {
  const printed = partsToCivil({ year, month, day: 1 }, 'umalqura');
  const later = moon.find((one) => one.year === year && one.month === month)?.days ?? 0;
  return printed === null ? null : addDays(printed, later);
}

const daysFrom = (begins: Civil, day: Civil): number => (Date.parse(day) - Date.parse(begins)) / 86_400_000 + 1;
const next = ({ year, month }: CalendarParts): CalendarParts =>
  month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
const previous = ({ year, month }: CalendarParts): CalendarParts =>
  month === 1 ? { year: year - 1, month: 12, day: 1 } : { year, month: month - 1, day: 1 };

// Civil dates: Gregorian 'YYYY-MM-DD' text, a day on the wall that no time zone moves. All arithmetic is on whole days.

/** 'YYYY-MM-DD', proleptic Gregorian, years 0001-9999. */
export type Civil = string;

/** Days since 1970-01-01. */
export type EpochDay = number;

const MS_PER_DAY = 86_400_000;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists. */
export function isCivilDate(text: string): boolean {
  const match = shape.exec(text);
  if (!match) return false;
  return isGregorianDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

export const isGregorianDay = (year: number, month: number, day: number): boolean =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= gregorianMonthLength(year, month);

export function gregorianMonthLength(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Throws RangeError for a text that is no civil date: callers hold validated dates. */
export function toEpochDay(civil: Civil): EpochDay {
  if (!isCivilDate(civil)) throw new RangeError(`not a civil date: ${civil}`);
  return Date.parse(`${civil}T00:00:00Z`) / MS_PER_DAY;
}

export const fromEpochDay = (day: EpochDay): Civil => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

export const civilOf = (year: number, month: number, day: number): Civil =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export const addDays = (civil: Civil, days: number): Civil => fromEpochDay(toEpochDay(civil) + days);

/** Days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: Civil, to: Civil): number => toEpochDay(to) - toEpochDay(from);

/** Negative, zero or positive, for sorting. */
export const compareCivil = (left: Civil, right: Civil): number => (left < right ? -1 : left > right ? 1 : 0);

/** 0 Sunday … 6 Saturday. 1970-01-01 was a Thursday. */
export const weekdayOf = (civil: Civil): number => (((toEpochDay(civil) + 4) % 7) + 7) % 7;

/** The first day of the week that holds the date; `weekStart` 0 Sunday … 6 Saturday. */
export const startOfWeek = (civil: Civil, weekStart: number): Civil =>
  addDays(civil, -((weekdayOf(civil) - weekStart + 7) % 7));

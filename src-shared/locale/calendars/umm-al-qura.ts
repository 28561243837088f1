// The Umm al-Qura calendar by its published table, AH 1343-1500.
import { FIRST_EPOCH_DAY, FIRST_YEAR, LAST_YEAR, monthBits, oddMonths } from './umm-al-qura-table';
import type { CalendarParts } from './parts';

/** Months of a year have 28 to 31 days; outside 1343-1500 the nearest year of the table answers. */
export function ummAlQuraMonthLength(year: number, month: number): number {
  const inside = Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR);
  const odd = oddMonths.find(([oddYear, oddMonth]) => oddYear === inside && oddMonth === month);
  if (odd) return odd[2];
  const bits = Number.parseInt(monthBits[inside - FIRST_YEAR] ?? '000', 16);
  return (bits >> (12 - month)) & 1 ? 30 : 29;
}

export function ummAlQuraYearLength(year: number): number {
  let days = 0;
  for (let month = 1; month <= 12; month += 1) days += ummAlQuraMonthLength(year, month);
  return days;
}

/** The parts of a day (days since 1970-01-01), or null outside the table. */
export function ummAlQuraParts(epochDay: number): CalendarParts | null {
  if (epochDay < FIRST_EPOCH_DAY || epochDay >= yearStart(LAST_YEAR + 1)) return null;
  // The mean lunar year has 354.367 days; the estimate is off by one year at most.
  let year = Math.min(FIRST_YEAR + Math.floor((epochDay - FIRST_EPOCH_DAY) / 354.367), LAST_YEAR);
  while (yearStart(year) > epochDay) year -= 1;
  while (yearStart(year + 1) <= epochDay) year += 1;
  let month = 1;
  let rest = epochDay - yearStart(year);
  while (rest >= ummAlQuraMonthLength(year, month)) {
    rest -= ummAlQuraMonthLength(year, month);
    month += 1;
  }
  return { year, month, day: rest + 1 };
}

/** The day (since 1970-01-01) of the parts, or null when no such day is in the table. */
export function ummAlQuraEpochDay({ year, month, day }: CalendarParts): number | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  if (day < 1 || day > ummAlQuraMonthLength(year, month)) return null;
  let start = yearStart(year);
  for (let before = 1; before < month; before += 1) start += ummAlQuraMonthLength(year, before);
  return start + day - 1;
}

const yearStart = (year: number): number => yearStarts()[year - FIRST_YEAR] ?? Number.NaN;

const startsOfYears: number[] = [];

/** First day of every year of the table and of the year after it; counted when first asked, which most starts never do. */
function yearStarts(): readonly number[] {
  if (startsOfYears.length === 0) {
    let start = FIRST_EPOCH_DAY;
    startsOfYears.push(start);
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) startsOfYears.push((start += ummAlQuraYearLength(year)));
  }
  return startsOfYears;
}

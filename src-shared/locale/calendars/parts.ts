// Year, month and day in one of the three calendars.

/** Months and days count from 1. */
export interface CalendarParts {
  year: number;
  month: number;
  day: number;
}

// The public face of the calendars.
export { civilToParts, isDayOfSomeYear, monthLength, partsToCivil, yearRange } from './convert';
export { monthNames, shortMonthNames, weekdayNames } from './month-names';
export type { CalendarParts } from './parts';

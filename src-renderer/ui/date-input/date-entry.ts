// What a field of a day is at one moment, and what can be done with it: the same for dates, moments and yearly days.

import type { Civil } from '@shared/locale/civil';
import type { Calendar } from '@shared/locale/language';
import type { ReactNode } from 'react';

export interface DateEntry {
  /** What stands in the line. */
  readonly shown: string;
  /** Said when the line is left with something that is no date; null while it is one. */
  readonly unreadable: string | null;
  readonly calendar: Calendar;
  /** Where the calendar opens; null at today. */
  readonly day: Civil | null;
  readonly today: Civil;
  type(text: string): void;
  pick(day: Civil): void;
  /** Another calendar: the same day in it. */
  swap(calendar: Calendar): void;
  clear(): void;
  leave(): void;
}

/** Under the days of the calendar: for the day in focus, and how to pick it. */
export type CalendarFoot = (shown: Civil, pick: () => void) => ReactNode;

// An earlier moment as it is typed: a day and a time of day on the office's wall.

import { toLatinDigits } from '@shared/locale/digits';
import { instantInZone } from '@shared/locale/instant-in-zone';
import type { EnteredDate } from '@shared/core/schemas';

export interface Moment {
  readonly day: EnteredDate | null;
  /** `14:05`, in any digits. */
  readonly time: string;
}

/** ms UTC; null when it is no moment. */
export function instantOf({ day, time }: Moment, timeZone: string): number | null {
  const clock = /^([01]?\d|2[0-3])(?:[:.٫]([0-5]\d))?$/.exec(toLatinDigits(time).trim());
  if (day === null || clock === null) return null;
  return instantInZone(day.on, Number(clock[1]) * 60 + Number(clock[2] ?? 0), timeZone);
}

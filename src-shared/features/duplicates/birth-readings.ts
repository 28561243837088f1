// Every day a stored birth date may have been meant to be: day and month turned round, or another calendar's year read as Gregorian.

import { partsToCivil } from '../../locale/calendars';
import { fromEpochDay, isCivilDate, toEpochDay } from '../../locale/civil';

export type BirthSlip = 'day-month' | 'calendar';

export interface BirthReading {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly slip: BirthSlip | null;
}

export interface BirthReadings {
  readonly on: string;
  /** As stored first. */
  readonly readings: readonly BirthReading[];
  /** Days of which two dates share one when either is a slip of the other; as a rule a single one. */
  readonly meetingDays: readonly number[];
}

/** Years of the Persian and Hijri calendars in which living people were born; as Gregorian years they are nobody's. */
const isForeignYear = (year: number): boolean => year >= 1280 && year <= 1460;

/** null for a text that is no civil date. */
export function birthReadings(on: string): BirthReadings | null {
  if (!isCivilDate(on)) return null;
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  const readings: BirthReading[] = [{ day: toEpochDay(on), slip: null }];
  const add = (civil: string | null, slip: BirthSlip): void => {
    if (civil !== null) readings.push({ day: toEpochDay(civil), slip });
  };
  if (isForeignYear(year)) {
    for (const calendar of ['persian', 'umalqura'] as const) {
      add(partsToCivil({ year, month, day }, calendar), 'calendar');
      if (day !== month && day <= 12) add(partsToCivil({ year, month: day, day: month }, calendar), 'calendar');
    }
  } else if (day !== month && day <= 12) {
    add(partsToCivil({ year, month: day, day: month }, 'gregory'), 'day-month');
  }
  return { on, readings, meetingDays: meetingDays(on, readings) };
}

/** Of a day and the same with day and month turned round, the earlier; around what another calendar gave, its neighbours, too. */
function meetingDays(on: string, readings: readonly BirthReading[]): readonly number[] {
  const stored = turnedDay(on);
  const around = [-2, -1, 0, 1, 2];
  const converted = readings.filter(({ slip }) => slip === 'calendar');
  const near = converted.flatMap(({ day }) => around.map((by) => turnedDay(fromEpochDay(day + by))));
  return [...new Set([stored, ...near])];
}

function turnedDay(on: string): number {
  const turned = `${on.slice(0, 5)}${on.slice(8, 10)}-${on.slice(5, 7)}`;
  const first = isCivilDate(turned) && turned < on ? turned : on;
  return toEpochDay(first);
}

export type BirthAgreement = 'same' | 'slip-day-month' | 'slip-calendar' | 'near' | 'differs';

/** Two days apart is what sightings of the moon and calendar tables leave between two conversions of one Hijri date. */
const CALENDAR_DAYS = 2;

export function compareBirths(left: BirthReadings, right: BirthReadings): BirthAgreement {
  const stored = (left.readings[0]?.day ?? 0) - (right.readings[0]?.day ?? 0);
  if (stored === 0) return 'same';
  for (const one of left.readings) {
    for (const other of right.readings) {
      if (one.slip === null && other.slip === null) continue;
      const apart = Math.abs(one.day - other.day);
      const isCalendar = one.slip === 'calendar' || other.slip === 'calendar';
      if (isCalendar ? apart <= CALENDAR_DAYS : apart === 0 && (one.slip === null || other.slip === null))
        return isCalendar ? 'slip-calendar' : 'slip-day-month';
    }
  }
  return Math.abs(stored) <= CALENDAR_DAYS || sharedParts(left.on, right.on) === 2 ? 'near' : 'differs';
}

/** How many of year, month and day are written alike. */
function sharedParts(left: string, right: string): number {
  const other = right.split('-');
  return left.split('-').filter((part, index) => part === other[index]).length;
}

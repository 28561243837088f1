// Until when, as a person in a hurry writes it ("tomorrow 10", "15 رمضان", "پنجشنبه"), or a day picked from the calendar, with a time of day
// beside it or without. The words are the value.

import { instantInZone } from '@shared/locale/zoned-time';
import type { Civil } from '@shared/locale/civil';
import type { Calendar } from '@shared/locale/language';
import { parseDue, type ReadDue } from '@shared/locale/parse-due';
import type { TypedMoment } from '@shared/locale/parse-moment';
import type { ReactNode } from 'react';
import type { FieldProps } from '../fields';
import { useFormat } from '../format';
import { useT } from '../words';
import { ClockField } from './ClockField';
import { DateFrame } from './DateFrame';
import type { DateEntry } from './date-entry';
import { DateHint } from './DateHint';
import { useMomentReading } from './MomentInput';

export interface DueInputProps extends Omit<FieldProps, 'hint'> {
  readonly value: TypedMoment;
  readonly onChange: (value: TypedMoment) => void;
  /** Said while nothing is typed; afterwards what was understood is. */
  readonly hint?: ReactNode;
}

const NINE = 9 * 60;

export function DueInput({ value, onChange, hint, ...rest }: DueInputProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const write = useDueWriting();
  const reading = useMomentReading();
  const calendar = value.calendar ?? reading.calendar;
  const empty = value.text.trim() === '';
  const due = useReadDue(value);
  const put = (on: Civil, minutes: number | null, into: Calendar): void =>
    onChange({ text: write({ on, minutes }, into), calendar: into });
  const today = format.civilOf(reading.now);
  const entry: DateEntry = {
    shown: value.text,
    unreadable:
      empty || due !== null
        ? null
        : t('common.moment-unreadable', { example: write({ on: today, minutes: NINE }, calendar) }),
    calendar,
    day: due?.on ?? null,
    today,
    type: (text) => onChange({ ...value, text }),
    pick: (on) => put(on, due?.minutes ?? null, calendar),
    swap: (into) => (due === null ? onChange({ ...value, calendar: into }) : put(due.on, due.minutes, into)),
    clear: () => onChange({ text: '', calendar: null }),
    leave: () => undefined,
  };
  const at = due === null || due.minutes === null ? undefined : instantInZone(due.on, due.minutes, reading.timeZone);
  return (
    <DateFrame
      {...rest}
      entry={entry}
      hint={due === null ? empty && hint : <DateHint day={due.on} calendar={calendar} at={at} />}
      foot={(shown, pick) => (
        <ClockField
          minutes={due?.minutes ?? NINE}
          onChange={(minutes) => put(due?.on ?? shown, minutes, calendar)}
          onEnter={pick}
        />
      )}
    />
  );
}

/** What typed words mean in the reader's calendar and the office's zone; null when nothing is typed or understood. */
export function useReadDue({ text, calendar }: TypedMoment): ReadDue | null {
  const reading = useMomentReading();
  return parseDue(text, calendar === null ? reading : { ...reading, calendar });
}

/** Writes a day, or a moment of it, so that it is read back as the same. */
export function useDueWriting(): (due: ReadDue, calendar: Calendar) => string {
  const format = useFormat();
  const { timeZone } = useMomentReading();
  return ({ on, minutes }, calendar) => {
    const day = format.date(on, { style: 'long', calendar });
    return minutes === null ? day : `${day} ${format.time(instantInZone(on, minutes, timeZone))}`;
  };
}

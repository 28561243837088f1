// A moment as a person in a hurry writes it ("yesterday 16:00", "2/5 9:30"), in any of three calendars; or a day picked from the
// calendar with a time of day beside it. The words are the value: "now" means the moment at which they are used.

import { instantInZone, minutesOfDay } from '@shared/locale/zoned-time';
import type { Civil } from '@shared/locale/civil';
import type { Calendar } from '@shared/locale/language';
import { momentOf } from '@shared/locale/parse-moment';
import type { MomentReading, TypedMoment } from '@shared/locale/parse-moment';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { FieldProps } from '../fields';
import { useFormat, useLocaleSettings } from '../format';
import { useNow } from '../use-now';
import { useT } from '../words';
import { ClockField } from './ClockField';
import { DateFrame } from './DateFrame';
import type { DateEntry } from './date-entry';
import { DateHint } from './DateHint';

export interface MomentInputProps extends Omit<FieldProps, 'hint'> {
  readonly value: TypedMoment;
  readonly onChange: (value: TypedMoment) => void;
  /** Said while nothing is typed; afterwards what was understood is. */
  readonly hint?: ReactNode;
  /** Said after what was understood. */
  readonly note?: ReactNode;
}

export function MomentInput({ value, onChange, hint, note, ...rest }: MomentInputProps): ReactNode {
  const { entry, at, clock, setClock } = useMomentEntry(value, onChange);
  const understood =
    at === null || entry.day === null ? undefined : (
      <>
        <DateHint day={entry.day} calendar={entry.calendar} at={at} />
        {note}
      </>
    );
  return (
    <DateFrame
      {...rest}
      entry={entry}
      hint={entry.shown.trim() === '' ? hint : understood}
      foot={(_shown, pick) => <ClockField minutes={clock} onChange={setClock} onEnter={pick} />}
    />
  );
}

/** What words are read by: the present moment, the office's zone, the reader's calendar. */
export function useMomentReading(): MomentReading {
  const { timeZone, calendar, language } = useLocaleSettings();
  return { now: useNow(), timeZone, calendar, language };
}

interface MomentEntry {
  readonly entry: DateEntry;
  /** ms UTC; null when nothing is typed or it is not understood. */
  readonly at: number | null;
  /** Minutes since midnight. */
  readonly clock: number;
  setClock(minutes: number): void;
}

function useMomentEntry(value: TypedMoment, onChange: (value: TypedMoment) => void): MomentEntry {
  const t = useT();
  const write = useMomentWriting();
  const format = useFormat();
  const reading = useMomentReading();
  const [chosen, setChosen] = useState<number | null>(null);
  const { timeZone } = reading;
  const empty = value.text.trim() === '';
  const at = empty ? null : momentOf(value, reading);
  const calendar = value.calendar ?? reading.calendar;
  const day = at === null ? null : format.civilOf(at);
  const clock = at === null ? (chosen ?? minutesOfDay(reading.now, timeZone)) : minutesOfDay(at, timeZone);
  const put = (on: Civil, minutes: number, into: Calendar): void =>
    onChange({ text: write(instantInZone(on, minutes, timeZone), into), calendar: into });
  const example = write(reading.now, calendar, 'numeric');
  return {
    at,
    clock,
    setClock: (minutes) => (day === null ? setChosen(minutes) : put(day, minutes, calendar)),
    entry: {
      shown: value.text,
      unreadable: empty || at !== null ? null : t('common.moment-unreadable', { example }),
      calendar,
      day,
      today: format.civilOf(reading.now),
      type: (text) => onChange({ ...value, text }),
      pick: (on) => put(on, clock, calendar),
      swap: (into) => (day === null ? onChange({ ...value, calendar: into }) : put(day, clock, into)),
      clear: () => onChange({ text: '', calendar: null }),
      leave: () => undefined,
    },
  };
}

/** Writes an instant (ms UTC) so that it is read back as the same minute. */
export function useMomentWriting(): (at: number, calendar: Calendar, style?: 'long' | 'numeric') => string {
  const format = useFormat();
  return (at, calendar, style = 'long') => format.instant(at, { style, calendar });
}

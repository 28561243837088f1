// What every field of a day has: a line to type in, the calendar it is read by, and a calendar to pick from.

import type { KeyboardEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { Civil } from '@shared/locale/civil';
import type { Calendar } from '@shared/locale/language';
import { TextField } from '../fields';
import type { FieldProps } from '../fields';
import style from './DateInput.module.css';
import { DateTools } from './DateTools';

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

export interface DateFrameProps extends FieldProps {
  readonly entry: DateEntry;
  /** Under the days of the calendar: for the day in focus, and how to pick it. */
  readonly foot?: (shown: Civil, pick: () => void) => ReactNode;
}

export function DateFrame({ entry, foot, error, ...rest }: DateFrameProps): ReactNode {
  const [left, setLeft] = useState(true);
  const [picking, setPicking] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || rest.disabled === true) return;
    event.preventDefault();
    setPicking(true);
  };
  return (
    <div className={style.field} onFocus={() => setLeft(false)}>
      <TextField
        {...rest}
        value={entry.shown}
        error={left && entry.unreadable !== null ? entry.unreadable : error}
        onChange={entry.type}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setLeft(true);
          entry.leave();
        }}
        trailing={
          <DateTools entry={entry} disabled={rest.disabled} foot={foot} picking={picking} setPicking={setPicking} />
        }
      />
    </div>
  );
}

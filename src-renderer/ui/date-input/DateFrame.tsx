// What every field of a day has: a line to type in, the calendar it is read by, and a calendar to pick from.

import type { KeyboardEvent, ReactNode } from 'react';
import { useState } from 'react';
import { TextField } from '../fields';
import type { FieldProps } from '../fields';
import type { CalendarFoot, DateEntry } from './date-entry';
import style from './DateInput.module.css';
import { DateTools } from './DateTools';

export interface DateFrameProps extends FieldProps {
  readonly entry: DateEntry;
  readonly foot?: CalendarFoot;
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

// The time of day under the calendar's days, in any digits.

import { instantInZone } from '@shared/locale/zoned-time';
import { parseClock } from '@shared/locale/parse-moment';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useFormat, useLocaleSettings } from '../format';
import { useT } from '../words';
import style from './MonthCalendar.module.css';

export interface ClockFieldProps {
  /** Since midnight. */
  readonly minutes: number;
  onChange(minutes: number): void;
  onEnter(): void;
}

export function ClockField({ minutes, onChange, onEnter }: ClockFieldProps): ReactNode {
  const t = useT();
  const id = useId();
  const format = useFormat();
  const { timeZone } = useLocaleSettings();
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string): void => {
    setTyped(text);
    const read = parseClock(text);
    if (read !== null) onChange(read);
  };
  return (
    <>
      <label htmlFor={id} className={style.footLabel}>
        {t('common.time-of-day')}
      </label>
      <input
        id={id}
        className={style.time}
        dir="auto"
        autoComplete="off"
        aria-invalid={typed !== null && parseClock(typed) === null}
        value={typed ?? format.time(instantInZone('2000-01-01', minutes, timeZone))}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && onEnter()}
        onBlur={() => setTyped(null)}
      />
    </>
  );
}

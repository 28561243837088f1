// What was understood: the day of the week, and the same day in the reader's other calendar.

import type { Civil } from '@shared/locale/civil';
import type { Calendar } from '@shared/locale/language';
import type { ReactNode } from 'react';
import { useFormat, useLocaleSettings } from '../format';

export interface DateHintProps {
  readonly day: Civil;
  readonly calendar: Calendar;
  /** ms UTC, where a time of day belongs to it. */
  readonly at?: number;
}

export function DateHint({ day, calendar, at }: DateHintProps): ReactNode {
  const format = useFormat();
  const settings = useLocaleSettings();
  const other = [settings.calendar, settings.secondaryCalendar].find((one) => one !== null && one !== calendar);
  const full = { style: 'full', calendar } as const;
  return (
    <span className="dw-numbers">
      <bdi>{at === undefined ? format.date(day, full) : format.instant(at, full)}</bdi>
      {other !== undefined && other !== null && (
        <>
          {' · '}
          <bdi>{format.date(day, { style: 'long', calendar: other })}</bdi>
        </>
      )}
    </span>
  );
}

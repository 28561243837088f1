// In which calendar the file's dates are meant: samples read both ways, so that the eye decides.

import type { ColumnMapping } from '@shared/features/imports/imports.contract';
import { calendars } from '@shared/locale/language';
import type { Calendar } from '@shared/locale/language';
import type { ReactNode } from 'react';
import { Bidi, DateText, useT } from '../../ui';
import styles from './import.module.css';
import type { Look } from './use-import-plan';

export interface CalendarChoiceProps {
  readonly look: Look;
  readonly mapping: ColumnMapping;
  onChange(mapping: ColumnMapping): void;
}

export function CalendarChoice({ look, mapping, onChange }: CalendarChoiceProps): ReactNode {
  const t = useT();
  const samples = look.dateSamples.slice(0, 3);
  return (
    <fieldset className={styles.calendars}>
      <legend>{t('import.calendar')}</legend>
      {calendars.map((calendar) => (
        <label key={calendar} className={styles.calendar} data-chosen={mapping.calendar === calendar || undefined}>
          <span className={styles.calendarName}>
            <input
              type="radio"
              name="import-calendar"
              checked={mapping.calendar === calendar}
              onChange={() => onChange({ ...mapping, calendar })}
            />
            {t(`common.calendar-${calendar}`)}
          </span>
          {samples.map((sample) => (
            <span key={sample.text} className={styles.calendarSample}>
              <Bidi>{sample.text}</Bidi>
              {' = '}
              {sample[calendar] === null ? (
                <em className={styles.caution}>{t('import.calendarNot')}</em>
              ) : (
                <Reading on={sample[calendar]} calendar={calendar} />
              )}
            </span>
          ))}
        </label>
      ))}
    </fieldset>
  );
}

/** In the words of the chosen calendar, with the Gregorian day beside it so that an age can be judged. */
function Reading({ on, calendar }: { readonly on: string; readonly calendar: Calendar }): ReactNode {
  return (
    <>
      <DateText value={on} style="long" calendar={calendar} />
      {calendar !== 'gregory' && (
        <span className={styles.quiet}>
          {' · '}
          <DateText value={on} calendar="gregory" />
        </span>
      )}
    </>
  );
}

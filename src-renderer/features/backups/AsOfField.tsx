// "As it was at": a restore that takes the base back to a moment before the backup was made.

import type { ReactNode } from 'react';
import { DateInput, Switch, TextField, useFormat, useLocaleSettings, useT } from '../../ui';
import { instantOf } from './as-of';
import type { Moment } from './as-of';
import styles from './backups.module.css';

export interface AsOfFieldProps {
  /** Null: as the backup is. */
  readonly value: Moment | null;
  readonly onChange: (moment: Moment | null) => void;
  /** ms UTC; nothing later is in it. */
  readonly madeAt: number;
}

export function AsOfField({ value, onChange, madeAt }: AsOfFieldProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const { timeZone } = useLocaleSettings();
  const at = value === null ? null : instantOf(value, timeZone);
  const typed = value !== null && value.day !== null;
  const problem = at === null ? t('backups.as-of-unreadable') : at > madeAt ? t('backups.as-of-late') : undefined;
  return (
    <>
      <Switch
        label={t('backups.as-of')}
        checked={value !== null}
        onChange={(wanted) => onChange(wanted ? { day: null, time: '12:00' } : null)}
      />
      {value !== null && (
        <div className={styles.moment}>
          <DateInput
            label={t('backups.as-of-day')}
            value={value.day}
            onChange={(day) => onChange({ ...value, day })}
            required
          />
          <TextField
            label={t('backups.as-of-time')}
            value={value.time}
            onChange={(time) => onChange({ ...value, time })}
            error={typed ? problem : undefined}
            hint={at === null ? undefined : format.instant(at, { style: 'full' })}
            direction="ltr"
            required
          />
        </div>
      )}
    </>
  );
}

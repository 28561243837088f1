// From a day to a day; either may be left open.

import type { ReactNode } from 'react';
import { CivilDateField, useT } from '../../ui';
import styles from './policy.module.css';

export interface Period {
  readonly fromOn: string | null;
  readonly toOn: string | null;
}
export const noPeriod: Period = { fromOn: null, toOn: null };

export interface PeriodFieldsProps {
  readonly value: Period;
  readonly fromRequired?: boolean;
  onChange(period: Period): void;
}

export function PeriodFields({ value, fromRequired, onChange }: PeriodFieldsProps): ReactNode {
  const t = useT();
  return (
    <div className={styles.pair}>
      <CivilDateField
        label={t('policy.from')}
        required={fromRequired}
        value={value.fromOn}
        onChange={(fromOn) => onChange({ ...value, fromOn })}
      />
      <CivilDateField label={t('policy.to')} value={value.toOn} onChange={(toOn) => onChange({ ...value, toOn })} />
    </div>
  );
}

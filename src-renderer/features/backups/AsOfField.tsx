// "As it was at": a restore that takes the base back to a moment before the backup was made.

import { momentOf } from '@shared/locale/parse-moment';
import type { MomentReading, TypedMoment } from '@shared/locale/parse-moment';
import type { ReactNode } from 'react';
import { MomentInput, Switch, useMomentReading, useT } from '../../ui';

export interface AsOfFieldProps {
  /** Null: as the backup is. */
  readonly value: TypedMoment | null;
  readonly onChange: (moment: TypedMoment | null) => void;
  /** ms UTC; nothing later is in it. */
  readonly madeAt: number;
}

/** ms UTC; null while nothing is typed or it is not understood. */
export const asOfInstant = (moment: TypedMoment, reading: MomentReading): number | null =>
  moment.text.trim() === '' ? null : momentOf(moment, reading);

export function AsOfField({ value, onChange, madeAt }: AsOfFieldProps): ReactNode {
  const t = useT();
  const reading = useMomentReading();
  const at = value === null ? null : asOfInstant(value, reading);
  return (
    <>
      <Switch
        label={t('backups.as-of')}
        checked={value !== null}
        onChange={(wanted) => onChange(wanted ? { text: '', calendar: null } : null)}
      />
      {value !== null && (
        <MomentInput
          label={t('backups.as-of-moment')}
          value={value}
          onChange={onChange}
          error={at !== null && at > madeAt ? t('backups.as-of-late') : undefined}
          required
        />
      )}
    </>
  );
}

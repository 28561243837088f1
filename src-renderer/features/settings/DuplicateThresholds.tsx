// From how many percent on two records are shown as likely, and as possible, duplicates.

import type { SiteSettings } from '@shared/features/settings/settings.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { NumberInput, useT } from '../../ui';

type Thresholds = Pick<SiteSettings, 'duplicatesLikely' | 'duplicatesPossible'>;

export interface DuplicateThresholdsProps {
  readonly value: Thresholds;
  readonly disabled: boolean;
  onChange(part: Partial<Thresholds>): void;
}

export function DuplicateThresholds({ value, disabled, onChange }: DuplicateThresholdsProps): ReactNode {
  const t = useT();
  const [likely, setLikely] = useState<number | null>(value.duplicatesLikely);
  const [possible, setPossible] = useState<number | null>(value.duplicatesPossible);
  const save = (part: Partial<Thresholds>): void => {
    const changed = (Object.keys(part) as (keyof Thresholds)[]).some((key) => part[key] !== value[key]);
    if (changed) onChange(part);
  };
  return (
    <>
      <div onBlur={() => likely !== null && save({ duplicatesLikely: likely })}>
        <NumberInput
          label={t('settings.duplicates-likely')}
          hint={t('settings.duplicates-hint')}
          value={likely}
          onChange={setLikely}
          min={50}
          max={99}
          disabled={disabled}
        />
      </div>
      <div onBlur={() => possible !== null && save({ duplicatesPossible: possible })}>
        <NumberInput
          label={t('settings.duplicates-possible')}
          value={possible}
          onChange={setPossible}
          min={10}
          max={likely ?? 99}
          disabled={disabled}
        />
      </div>
    </>
  );
}

// What becomes of the number of a payment card that somebody types or imports.

import type { SiteSettings } from '@shared/features/settings/settings.contract';
import type { ReactNode } from 'react';
import { Segments, useT } from '../../ui';
import style from './settings.module.css';

export interface CardNumbersProps {
  readonly value: SiteSettings['cardNumbers'];
  readonly disabled: boolean;
  onChange(change: Pick<SiteSettings, 'cardNumbers'>): void;
}

export function CardNumbers({ value, disabled, onChange }: CardNumbersProps): ReactNode {
  const t = useT();
  return (
    <div>
      <span className={style.label}>{t('settings.card-numbers')}</span>
      <Segments
        label={t('settings.card-numbers')}
        value={value}
        options={[
          { value: 'refuse', label: t('settings.card-numbers.refuse'), disabled },
          { value: 'shorten', label: t('settings.card-numbers.shorten'), disabled },
        ]}
        onChange={(cardNumbers) => onChange({ cardNumbers })}
      />
    </div>
  );
}

// Whether looking at another's record is written down.

import { watchedOthers, type SiteSettings } from '@shared/features/settings/settings.contract';
import type { ReactNode } from 'react';
import { Segments, useT } from '../../ui';
import style from './settings.module.css';

export interface WatchOthersProps {
  readonly value: SiteSettings['watchOthers'];
  readonly disabled: boolean;
  onChange(change: Pick<SiteSettings, 'watchOthers'>): void;
}

export function WatchOthers({ value, disabled, onChange }: WatchOthersProps): ReactNode {
  const t = useT();
  return (
    <div>
      <span className={style.label}>{t('audit.watch-others')}</span>
      <Segments
        label={t('audit.watch-others')}
        value={value}
        options={watchedOthers.map((one) => ({ value: one, label: t(`audit.watch-others.${one}`), disabled }))}
        onChange={(watchOthers) => onChange({ watchOthers })}
      />
    </div>
  );
}

// How a letter about who looked at a file says who it was.

import type { SiteSettings } from '@shared/features/settings/settings.contract';
import type { ReactNode } from 'react';
import { Segments, useT } from '../../ui';
import style from './settings.module.css';

export interface LetterNamesProps {
  readonly value: SiteSettings['letterNames'];
  readonly disabled: boolean;
  onChange(change: Pick<SiteSettings, 'letterNames'>): void;
}

export function LetterNames({ value, disabled, onChange }: LetterNamesProps): ReactNode {
  const t = useT();
  return (
    <div>
      <span className={style.label}>{t('audit.letter-names')}</span>
      <Segments
        label={t('audit.letter-names')}
        value={value}
        options={[
          { value: 'roles', label: t('audit.letter-names.roles'), disabled },
          { value: 'names', label: t('audit.letter-names.names'), disabled },
        ]}
        onChange={(letterNames) => onChange({ letterNames })}
      />
    </div>
  );
}

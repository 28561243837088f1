// A name in each language of the house, side by side.

import type { Names } from '@shared/features/pipelines/pipeline';
import { languages } from '@shared/locale/language';
import type { ReactNode } from 'react';
import { TextField, useT } from '../../ui';
import styles from './pipelines.module.css';

export interface NamesFieldsProps {
  readonly label: string;
  readonly names: Names;
  onChange(names: Names): void;
}

export const noNames: Names = { ar: '', fa: '', en: '' };
export const isNamed = (names: Names): boolean => languages.every((language) => names[language].trim() !== '');

export function NamesFields({ label, names, onChange }: NamesFieldsProps): ReactNode {
  const t = useT();
  return (
    <div role="group" aria-label={label} className={styles.names}>
      {languages.map((language) => (
        <TextField
          key={language}
          label={t('deals.settings.nameIn', { name: label, language: t(`common.language-${language}`) })}
          required
          maxLength={100}
          value={names[language]}
          onChange={(text) => onChange({ ...names, [language]: text })}
        />
      ))}
    </div>
  );
}

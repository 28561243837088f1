// A name in each language of the house, side by side.

import type { Names } from '@shared/features/pipelines/pipeline';
import { languages } from '@shared/locale/language';
import type { ReactNode } from 'react';
import { TextField } from './fields';
import { Fields } from './forms';
import { useT } from './words';

export interface NamesFieldsProps {
  readonly label: string;
  readonly names: Names;
  /** A name that may be missing in some languages. */
  readonly optional?: boolean;
  readonly rows?: number;
  readonly maxLength?: number;
  onChange(names: Names): void;
}

export const noNames: Names = { ar: '', fa: '', en: '' };
export const isNamed = (names: Names): boolean => languages.every((language) => names[language].trim() !== '');

export function NamesFields(props: NamesFieldsProps): ReactNode {
  const { label, names, optional = false, rows, maxLength = 100, onChange } = props;
  const t = useT();
  return (
    <div role="group" aria-label={label}>
      <Fields>
        {languages.map((language) => (
          <TextField
            key={language}
            label={t('common.name-in', { name: label, language: t(`common.language-${language}`) })}
            required={!optional}
            maxLength={maxLength}
            rows={rows}
            value={names[language]}
            onChange={(text) => onChange({ ...names, [language]: text })}
          />
        ))}
      </Fields>
    </div>
  );
}

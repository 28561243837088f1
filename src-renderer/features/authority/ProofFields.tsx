// How it is known who calls: by a number of theirs, by papers, or by their word alone.

import type { ReactNode } from 'react';
import { Segments, TextField, useT } from '../../ui';
import styles from './authority.module.css';

export type ProofChoice = { readonly by: 'papers' | 'word' } | { readonly by: 'number'; readonly number: string };

export interface ProofFieldsProps {
  readonly value: ProofChoice;
  onChange(proof: ProofChoice): void;
}

const ways = ['word', 'number', 'papers'] as const;

export function ProofFields({ value, onChange }: ProofFieldsProps): ReactNode {
  const t = useT();
  const options = ways.map((by) => ({ value: by, label: t(`authority.proof.${by}`) }));
  return (
    <div className={styles.proof}>
      <span className={styles.label}>{t('authority.proof')}</span>
      <Segments
        label={t('authority.proof')}
        value={value.by}
        options={options}
        onChange={(by) => onChange(by === 'number' ? { by, number: '' } : { by })}
      />
      {value.by === 'number' && (
        <TextField
          label={t('authority.number')}
          direction="ltr"
          inputMode="tel"
          autoFocus
          value={value.number}
          onChange={(number) => onChange({ by: 'number', number })}
        />
      )}
    </div>
  );
}

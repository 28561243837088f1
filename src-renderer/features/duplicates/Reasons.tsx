// Why two records are thought to be one, and what speaks against it, each in words.

import type { ReactNode } from 'react';
import type { Reason } from '@shared/features/duplicates/reasons';
import { Chip, useT } from '../../ui';
import styles from './duplicates.module.css';
import { reasonWords } from './reason-words';

export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }): ReactNode {
  const t = useT();
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={`${reason.code} ${reason.scheme ?? ''}`}>
          <Chip hue={reason.speaks === 'for' ? 'green' : 'clay'}>{reasonWords(t, reason)}</Chip>
        </li>
      ))}
    </ul>
  );
}

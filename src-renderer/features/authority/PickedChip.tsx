// A party that was chosen, with the way to choose another.

import type { ReactNode } from 'react';
import { Chip, useT } from '../../ui';
import type { PickedParty } from '../search';
import styles from './authority.module.css';

export interface PickedChipProps {
  readonly label: string;
  readonly party: PickedParty;
  readonly onDrop: (() => void) | undefined;
}

export function PickedChip({ label, party, onDrop }: PickedChipProps): ReactNode {
  const t = useT();
  return (
    <div className={styles.picked}>
      <span className={styles.label}>{label}</span>
      <Chip onRemove={onDrop} removeLabel={t('search.drop', { name: party.name })}>
        <bdi dir="auto">{party.name}</bdi>
      </Chip>
    </div>
  );
}

// The queue: each pair with its two names and how sure it is, the surest first.

import type { ReactNode } from 'react';
import type { LiveRows } from '../../api';
import { NumberText, useT, VirtualFeed } from '../../ui';
import styles from './duplicates.module.css';
import type { Pair } from './pair';

export interface PairListProps {
  readonly rows: LiveRows<Pair>;
  readonly chosen: number;
  onChoose(index: number): void;
}

/** Pixels of a line before it was measured. */
const GUESSED_HEIGHT = 64;

export function PairList({ rows, chosen, onChoose }: PairListProps): ReactNode {
  const t = useT();
  return (
    <VirtualFeed
      framed
      label={t('duplicates.title')}
      count={rows.length}
      busy={rows.loading}
      guess={() => GUESSED_HEIGHT}
      keyAt={(index) => index}
      onRange={rows.window.ensure}
    >
      {(index) => <PairLine pair={rows.rows.get(index)} chosen={index === chosen} onChoose={() => onChoose(index)} />}
    </VirtualFeed>
  );
}

interface PairLineProps {
  readonly pair: Pair | undefined;
  readonly chosen: boolean;
  onChoose(): void;
}

function PairLine({ pair, chosen, onChoose }: PairLineProps): ReactNode {
  const t = useT();
  if (pair === undefined) return <div className={styles.waiting} />;
  return (
    <button type="button" className={styles.line} aria-current={chosen} onClick={onChoose}>
      <span className={styles.lineNames}>
        <bdi dir="auto">{pair.left.name}</bdi>
        <bdi dir="auto">{pair.right.name}</bdi>
      </span>
      <span className={styles.linePercent} data-band={pair.band}>
        <NumberText value={pair.percent / 100} options={{ style: 'percent' }} />
        {pair.band !== null && <small>{t(`catalogue.duplicate_pair.band.${pair.band}`)}</small>}
      </span>
    </button>
  );
}

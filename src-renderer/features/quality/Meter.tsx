// How complete something is, as a bar and in hundredths.

import type { ReactNode } from 'react';
import { NumberText } from '../../ui';
import styles from './quality.module.css';

export interface MeterProps {
  readonly label: string;
  /** 0 to 100. */
  readonly score: number;
}

export function Meter({ label, score }: MeterProps): ReactNode {
  return (
    <span className={styles.meter}>
      <span
        className={styles.track}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={score}
      >
        <span className={styles.fill} data-whole={score === 100 || undefined} style={{ inlineSize: `${score}%` }} />
      </span>
      <strong className={styles.score}>
        <NumberText value={score / 100} options={{ style: 'percent' }} />
      </strong>
    </span>
  );
}

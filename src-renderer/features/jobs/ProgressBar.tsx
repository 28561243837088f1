// How far some work is; moving to and fro while nobody knows.

import type { ReactNode } from 'react';
import styles from './jobs.module.css';

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1. */
  readonly part: number | undefined;
}

export function ProgressBar({ label, part }: ProgressBarProps): ReactNode {
  return (
    <span
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={part === undefined ? undefined : Math.floor(part * 100)}
    >
      <span
        className={styles.fill}
        data-unknown={part === undefined || undefined}
        style={part === undefined ? undefined : { inlineSize: `${part * 100}%` }}
      />
    </span>
  );
}

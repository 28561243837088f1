// The odds of a stage with where they come from: so many of so many, or the office's own guess.

import { CERTAIN, ENOUGH_HISTORY, type StageOdds } from '@shared/features/pipelines/odds';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../ui';
import styles from './forecast.module.css';

export function OddsText({ stage }: { readonly stage: StageOdds }): ReactNode {
  const t = useT();
  const format = useFormat();
  const percent = format.number(stage.odds / CERTAIN, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <span>
      <bdi className="dw-numbers">{percent}</bdi>{' '}
      <span className={styles.sample}>
        {stage.learned
          ? t('forecast.learned', { won: stage.won, decided: stage.decided })
          : t('forecast.manual', { decided: stage.decided, enough: ENOUGH_HISTORY })}
      </span>
    </span>
  );
}

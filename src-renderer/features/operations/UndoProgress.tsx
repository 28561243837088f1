// How far a long undo is, while whoever asked for it waits; what is taken back when it is stopped stays so.

import type { ReactNode } from 'react';
import { isUnderWay, useEngineCommand, useJobs } from '../../api';
import { Button, useFormat, useT } from '../../ui';
import { kindWords, partOf, ProgressBar, stateWords } from '../jobs';
import styles from './operations.module.css';

const kinds = ['operations.undo'];

/** Nothing while no such work is under way. */
export function UndoProgress(): ReactNode {
  const t = useT();
  const format = useFormat();
  const cancel = useEngineCommand('jobs.cancel');
  const { jobs } = useJobs(kinds);
  const running = jobs.find(isUnderWay);
  if (running === undefined) return null;
  return (
    <div className={styles.progress} role="status">
      <ProgressBar label={kindWords(t, running)} part={partOf(running)} />
      <span className={styles.quiet}>{stateWords(t, format, running)}</span>
      <Button small disabled={running.ending} onClick={() => void cancel.run({ id: running.id })}>
        {t('jobs.cancel')}
      </Button>
    </div>
  );
}

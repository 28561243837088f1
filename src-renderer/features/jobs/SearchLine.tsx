// A search through the whole base: when it was last made, the button that starts it, and how far it is while it runs.

import type { Failure } from '@shared/core/result';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEffect, useEffectEvent } from 'react';
import { isUnderWay, useEngineCommand, useJobs } from '../../api';
import { Button, ErrorState, useFormat, useT } from '../../ui';
import { kindWords, partOf, stateWords } from './job-words';
import styles from './jobs.module.css';
import { ProgressBar } from './ProgressBar';

export interface SearchLineProps {
  /** A list of one kind of job, the same at every call. */
  readonly kinds: readonly [string];
  /** The last search in words. */
  readonly children: ReactNode;
  readonly button: string;
  readonly pending: boolean;
  readonly error: Failure | null;
  /** Absent for those who may not start one. */
  onStart: (() => Promise<unknown>) | undefined;
  /** A search writes no history, so that no change of the ledger tells of it. */
  onFound(): void;
}

export function SearchLine({ kinds, children, button, pending, error, onStart, onFound }: SearchLineProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const cancel = useEngineCommand('jobs.cancel');
  const { jobs, refresh } = useJobs(kinds);
  const running = jobs.find(isUnderWay);
  const finishedAt = jobs.find((job) => job.state === 'done')?.finishedAt ?? null;
  const found = useEffectEvent(onFound);
  useEffect(() => {
    if (finishedAt !== null) found();
  }, [finishedAt]);
  const start = async (): Promise<void> => {
    await onStart?.();
    refresh();
  };
  if (running !== undefined) {
    return (
      <div className={styles.search} role="status">
        <span>{stateWords(t, format, running)}</span>
        <ProgressBar label={kindWords(t, { kind: kinds[0] })} part={partOf(running)} />
        <Button small disabled={running.ending} onClick={() => void cancel.run({ id: running.id })}>
          {t('jobs.cancel')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.search}>
      <span className="dw-muted">{children}</span>
      {onStart !== undefined && (
        <Button small icon={<IconSearch size="1rem" aria-hidden />} pending={pending} onClick={() => void start()}>
          {button}
        </Button>
      )}
      {error !== null && <ErrorState inline error={error} />}
    </div>
  );
}

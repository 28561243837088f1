// When the base was last searched, what changed since, and the search while it runs.

import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEffect, useEffectEvent } from 'react';
import { isUnderWay, useEngineCommand, useEngineQuery, useJobs, useMay } from '../../api';
import { Button, ErrorState, InstantText, useFormat, useT } from '../../ui';
import { partOf, ProgressBar, stateWords } from '../jobs';
import styles from './duplicates.module.css';

const kinds = ['duplicates.scan'];

export function ScanState({ onFound }: { onFound(): void }): ReactNode {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  const last = useEngineQuery('duplicates.lastScan', {});
  const scan = useEngineCommand('duplicates.scan');
  const cancel = useEngineCommand('jobs.cancel');
  const { jobs, refresh } = useJobs(kinds);
  const running = jobs.find(isUnderWay);
  const finishedAt = jobs.find((job) => job.state === 'done')?.finishedAt ?? null;
  const found = useEffectEvent(() => {
    last.refresh();
    onFound();
  });
  // A search writes no history, so that no change of the ledger tells of it.
  useEffect(() => {
    if (finishedAt !== null) found();
  }, [finishedAt]);
  const start = async (): Promise<void> => {
    await scan.run({});
    refresh();
  };
  if (running !== undefined) {
    return (
      <div className={styles.scan} role="status">
        <span>{stateWords(t, format, running)}</span>
        <ProgressBar label={t('jobs.kind.duplicates.scan')} part={partOf(running)} />
        <Button small disabled={running.ending} onClick={() => void cancel.run({ id: running.id })}>
          {t('jobs.cancel')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.scan}>
      <span className="dw-muted">
        <LastScan last={last.data?.last ?? null} />
      </span>
      {may('parties.write') && (
        <Button small icon={<IconSearch size="1rem" aria-hidden />} pending={scan.pending} onClick={() => void start()}>
          {t('duplicates.scan')}
        </Button>
      )}
      {scan.error !== null && <ErrorState inline error={scan.error} />}
    </div>
  );
}

interface LastScanProps {
  readonly last: { readonly finishedAt: number; readonly changed: { readonly value: number } } | null;
}

function LastScan({ last }: LastScanProps): ReactNode {
  const t = useT();
  if (last === null) return t('duplicates.never-scanned');
  return (
    <>
      {t('duplicates.last-scan')} <InstantText value={last.finishedAt} relative />
      {last.changed.value > 0 && ` · ${t('duplicates.changed-since', { count: last.changed.value })}`}
    </>
  );
}

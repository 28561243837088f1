// The copies there are: when each was made, where it lies, and trying one or putting it back.

import { IconArchive, IconTestPipe } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEffect, useEffectEvent } from 'react';
import { useEngineCommand, useEngineQuery, useJobs } from '../../api';
import { Button, EmptyState, ErrorState, InstantText, LoadingState, Ltr, Panel, useFormat, useT } from '../../ui';
import styles from './backups.module.css';

/** Asks again when a job of one of these kinds came to its end: neither is part of the ledger's change feed. */
export function useAfterJobs(kinds: readonly string[], refresh: () => void): void {
  const { jobs } = useJobs(kinds);
  const finished = jobs.filter(({ finishedAt }) => finishedAt !== null).length;
  const ask = useEffectEvent(refresh);
  useEffect(() => ask(), [finished]);
}

export function BackupsPanel(): ReactNode {
  const t = useT();
  const format = useFormat();
  const list = useEngineQuery('backups.list', {});
  const rehearse = useEngineCommand('backups.rehearse');
  useAfterJobs(['backups.make'], list.refresh);
  const backups = list.data?.backups ?? [];
  return (
    <Panel title={t('backups.copies')}>
      {list.loading && <LoadingState lines={3} />}
      {list.error !== null && <ErrorState error={list.error} onRetry={list.refresh} />}
      {list.data !== undefined && backups.length === 0 && <EmptyState small title={t('backups.none')} />}
      {rehearse.error !== null && <ErrorState inline error={rehearse.error} />}
      <ul className={styles.list} aria-label={t('backups.copies')}>
        {backups.slice(0, 20).map((backup) => (
          <li key={backup.id} className={styles.item} data-gone={!backup.present}>
            <IconArchive size="1.2rem" stroke={1.5} aria-hidden />
            <span className={styles.words}>
              <strong>
                <InstantText value={backup.madeAt} />
              </strong>
              <span className="dw-muted">
                {backup.present ? t('backups.verified') : t('backups.not-here')} ·{' '}
                {t('backups.size', { megabytes: format.number(Math.max(1, Math.round(backup.bytes / 1e6))) })}
              </span>
              <span className={styles.path}>
                <Ltr>{backup.folder}</Ltr>
              </span>
            </span>
            {backup.present && (
              <Button
                small
                icon={<IconTestPipe size="1rem" stroke={1.6} aria-hidden />}
                onClick={() => void rehearse.run({ id: backup.id })}
              >
                {t('backups.rehearse')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

// The imports of this device, newest first, each with its outcome.

import type { ImportStatus } from '@shared/features/imports/imports.contract';
import type { ReactNode } from 'react';
import { useEffect, useEffectEvent } from 'react';
import { useEngineEvent, useEngineQuery } from '../../api';
import { Bidi, Chip, ErrorState, LoadingState, Panel, PlaceLink, useFormat, useT } from '../../ui';
import type { Hue } from '../../ui';
import styles from './import.module.css';

const hueOfState: Readonly<Record<ImportStatus['state'], Hue>> = {
  running: 'lapis',
  paused: 'amber',
  done: 'green',
  cancelled: 'clay',
  failed: 'rose',
};

export function EarlierImports(): ReactNode {
  const t = useT();
  const list = useEngineQuery('imports.list', {});
  // Imports are no part of the ledger: nothing tells when a kept answer is old, so it is asked anew.
  const ask = useEffectEvent(() => list.refresh());
  useEffect(() => ask(), []);
  useEngineEvent('import', (status) => {
    if (status.state !== 'running') list.refresh();
  });
  if (list.error !== null) return <ErrorState inline error={list.error} onRetry={list.refresh} />;
  if (list.data === undefined) return <LoadingState lines={3} />;
  if (list.data.imports.length === 0) return null;
  return (
    <Panel title={t('import.earlier')} flush>
      <ul className={styles.earlier}>
        {list.data.imports.map((status) => (
          <EarlierLine key={status.id} status={status} />
        ))}
      </ul>
    </Panel>
  );
}

function EarlierLine({ status }: { readonly status: ImportStatus }): ReactNode {
  const t = useT();
  const format = useFormat();
  return (
    <li className={styles.earlierLine}>
      <span className={styles.earlierName}>
        <PlaceLink to={{ page: 'import', id: status.id }} className="dw-link">
          <Bidi>{status.fileName}</Bidi>
        </PlaceLink>
        <span className={styles.quiet}>{format.instant(status.startedAt)}</span>
      </span>
      <span className={styles.quiet}>{t('import.rows', { count: status.counts.read })}</span>
      {status.undone && <Chip hue="clay">{t('import.undone')}</Chip>}
      <Chip hue={hueOfState[status.state]}>{t(`import.state.${status.state}`)}</Chip>
    </li>
  );
}

// The imports of this device, newest first, each with its outcome.

import type { ImportStatus } from '@shared/features/imports/imports.contract';
import type { ReactNode } from 'react';
import { useEffect, useEffectEvent } from 'react';
import { useEngineEvent, useEngineQuery } from '../../api';
import { Answer, Bidi, Chip, Line, Lines, PlaceLink, useFormat, useT } from '../../ui';
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
  return (
    <Answer of={list} lines={3}>
      {({ imports }) => (
        <Lines title={t('import.earlier')} rows={imports}>
          {(status) => <EarlierLine key={status.id} status={status} />}
        </Lines>
      )}
    </Answer>
  );
}

function EarlierLine({ status }: { readonly status: ImportStatus }): ReactNode {
  const t = useT();
  const format = useFormat();
  return (
    <Line
      title={
        <PlaceLink to={{ page: 'import', id: status.id }} className="dw-link">
          <Bidi>{status.fileName}</Bidi>
        </PlaceLink>
      }
      detail={format.instant(status.startedAt)}
    >
      <span className={styles.quiet}>{t('import.rows', { count: status.counts.read })}</span>
      {status.undone && <Chip hue="clay">{t('import.undone')}</Chip>}
      <Chip hue={hueOfState[status.state]}>{t(`import.state.${status.state}`)}</Chip>
    </Line>
  );
}

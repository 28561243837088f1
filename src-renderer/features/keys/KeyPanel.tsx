// The key of the base: since when it is in use, who left since, what has to be done before it can be changed, and changing it.

import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useEngineQuery } from '../../api';
import { Button, ErrorState, LoadingState, Panel, useFormat, useT } from '../../ui';
import { Escrows } from './Escrows';
import type { KeyStatus } from './key-status';
import style from './keys.module.css';
import { RotateDialog } from './RotateDialog';

export interface KeyPanelProps {
  /** Grows whenever something else changed the ways in. */
  readonly changes: number;
  readonly onRotated: () => void;
}

export function KeyPanel({ changes, onRotated }: KeyPanelProps): ReactNode {
  const t = useT();
  const status = useEngineQuery('keys.status', {});
  const [rotating, setRotating] = useState(false);
  const { refresh, data } = status;
  useEffect(() => {
    if (changes > 0) refresh();
  }, [changes, refresh]);
  return (
    <Panel title={t('rotation.key')}>
      {status.loading && <LoadingState lines={3} />}
      {status.error !== null && <ErrorState error={status.error} onRetry={refresh} />}
      {data !== undefined && <KeyState status={data} onChange={() => setRotating(true)} />}
      {rotating && data !== undefined && (
        <RotateDialog status={data} onClose={() => setRotating(false)} onRotated={onRotated} />
      )}
    </Panel>
  );
}

function KeyState({ status, onChange }: { readonly status: KeyStatus; readonly onChange: () => void }): ReactNode {
  const t = useT();
  const format = useFormat();
  const { rotatedAt, leftSince, olderKey, uncarried, escrows } = status;
  const isHeldUp = uncarried.code || uncarried.cards.length > 0 || uncarried.others > 0;
  return (
    <div className={style.state}>
      <p>{rotatedAt === null ? t('rotation.from-start') : t('rotation.since', { date: format.instant(rotatedAt) })}</p>
      {olderKey !== null && (
        <p className={style.caution} role="alert">
          {t('rotation.older', {
            date: format.instant(olderKey.at),
            count: olderKey.returned.length,
            names: format.list([...olderKey.returned]),
          })}
        </p>
      )}
      {leftSince.length > 0 && (
        <p className={style.caution}>
          {t('rotation.left', { count: leftSince.length, names: format.list([...leftSince]) })}
        </p>
      )}
      <p>{t('rotation.what')}</p>
      {uncarried.code && <p className={style.caution}>{t('rotation.uncarried-code')}</p>}
      {uncarried.cards.length > 0 && <p className={style.caution}>{t('rotation.uncarried-cards')}</p>}
      {uncarried.others > 0 && <p className={style.caution}>{t('rotation.uncarried-others')}</p>}
      {rotatedAt !== null && <Escrows recipients={escrows} />}
      <div>
        <Button
          kind={leftSince.length > 0 || olderKey !== null ? 'primary' : 'plain'}
          onClick={onChange}
          disabled={isHeldUp}
        >
          {t('rotation.change')}
        </Button>
      </div>
    </div>
  );
}

// Changing the key: the passphrase as proof, how far it is, and what holds afterwards. The dialog stays while the base is closed.

import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Failure } from '@shared/core/result';
import { useEngineCommand } from '../../api';
import { Button, Dialog, PassphraseInput, useT } from '../../ui';
import { WorkProgress } from '../jobs';
import { GateFailure } from '../session';
import type { KeyStatus } from './key-status';
import { Escrows } from './Escrows';
import style from './keys.module.css';

export interface RotateDialogProps {
  readonly status: KeyStatus;
  readonly onClose: () => void;
  readonly onRotated: () => void;
}

const MEGABYTE = 1_000_000;

export function RotateDialog({ status, onClose, onRotated }: RotateDialogProps): ReactNode {
  const t = useT();
  const rotate = useEngineCommand('keys.rotate');
  const [rotated, setRotated] = useState(false);
  const run = async (passphrase: string): Promise<void> => {
    const done = await rotate.run({ passphrase });
    if (!done.ok) return;
    setRotated(true);
    onRotated();
  };
  return (
    <Dialog opened onClose={onClose} held={rotate.pending} title={t('rotation.change-title')}>
      {rotated && <Rotated status={status} onClose={onClose} />}
      {!rotated && rotate.pending && <Rotating />}
      {!rotated && !rotate.pending && (
        <Asking status={status} error={rotate.error} onClose={onClose} onRun={(given) => void run(given)} />
      )}
    </Dialog>
  );
}

interface AskingProps {
  readonly status: KeyStatus;
  readonly onClose: () => void;
  readonly error: Failure | null;
  readonly onRun: (passphrase: string) => void;
}

function Asking({ status, error, onClose, onRun }: AskingProps): ReactNode {
  const t = useT();
  const [passphrase, setPassphrase] = useState('');
  const { bytesNeeded, freeBytes } = status;
  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '') onRun(passphrase);
      }}
    >
      <p>{t('rotation.what')}</p>
      {freeBytes !== null && (
        <p>
          {t('rotation.room', { needed: Math.ceil(bytesNeeded / MEGABYTE), free: Math.floor(freeBytes / MEGABYTE) })}
        </p>
      )}
      <PassphraseInput
        label={t('users.present-passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
        required
      />
      {error !== null && <GateFailure error={error} />}
      <div className={style.buttons}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" kind="primary" disabled={passphrase === ''}>
          {t('rotation.change')}
        </Button>
      </div>
    </form>
  );
}

function Rotating(): ReactNode {
  const t = useT();
  const cancel = useEngineCommand('keys.cancelRotation');
  return (
    <div className={style.form}>
      <p>{t('rotation.changing')}</p>
      <WorkProgress kind="keys.rotate" />
      <div className={style.buttons}>
        <Button onClick={() => void cancel.run({})} pending={cancel.pending}>
          {t('jobs.cancel')}
        </Button>
      </div>
    </div>
  );
}

function Rotated({ status, onClose }: Pick<RotateDialogProps, 'status' | 'onClose'>): ReactNode {
  const t = useT();
  return (
    <div className={style.form}>
      <p role="status">{t('rotation.changed')}</p>
      <p>{t('rotation.copies-before')}</p>
      <Escrows recipients={status.escrows} />
      <div className={style.buttons}>
        <Button kind="primary" onClick={onClose}>
          {t('common.done')}
        </Button>
      </div>
    </div>
  );
}

// One's own passphrase: the present one, then the new one twice.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useSession } from '../../api';
import { Button, Dialog, notify, PassphraseInput, useT } from '../../ui';
import { GateFailure, isLongEnough, PassphraseRules } from '../session';
import style from './users.module.css';

export interface ChangePassphraseDialogProps {
  readonly onClose: () => void;
  /** The present one was handed out by somebody: another has to be chosen before anything else. */
  readonly handedOut?: boolean;
}

export function ChangePassphraseDialog({ onClose, handedOut = false }: ChangePassphraseDialogProps): ReactNode {
  const t = useT();
  const { login } = useSession();
  const change = useEngineCommand('users.changePassphrase');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeated, setRepeated] = useState('');
  const ready = current !== '' && isLongEnough(next) && next === repeated;
  const save = async (): Promise<void> => {
    const result = await change.run({ current, next });
    if (!result.ok) return;
    notify({ message: t('users.passphrase-changed'), tone: 'success' });
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} held={handedOut} title={t('users.change-passphrase')}>
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void save();
        }}
      >
        {handedOut && <p>{t('users.handed-out')}</p>}
        <PassphraseInput
          label={t(handedOut ? 'users.one-time-code' : 'users.present-passphrase')}
          value={current}
          onChange={setCurrent}
          autoFocus
          required
        />
        <PassphraseInput label={t('session.new-passphrase')} value={next} onChange={setNext} fresh required />
        <PassphraseInput
          label={t('session.repeat-passphrase')}
          value={repeated}
          onChange={setRepeated}
          fresh
          required
        />
        <PassphraseRules passphrase={next} login={login} repeated={repeated} />
        {change.error !== null && <GateFailure error={change.error} />}
        <div className={style.buttons}>
          {!handedOut && <Button onClick={onClose}>{t('common.cancel')}</Button>}
          <Button type="submit" kind="primary" disabled={!ready} pending={change.pending}>
            {t('users.change-passphrase')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

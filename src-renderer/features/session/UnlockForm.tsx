// A passphrase opens the base. Opening derives the key, which takes a moment by design.

import type { SessionStatus } from '@shared/features/session/session.contract';
import type { ReactNode } from 'react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useEngineCommand } from '../../api';
import { Button, PassphraseInput, useT } from '../../ui';
import { GateFailure } from './failure-lines';
import { GateTitle } from './GateLayout';
import { PersonChoice } from './PersonChoice';
import { PlaceWarning } from './PlaceWarning';
import style from './session.module.css';

const SalvageOffer = lazy(async () => ({ default: (await import('../backups')).SalvageOffer }));

export interface UnlockFormProps {
  readonly status: SessionStatus;
  readonly login: string;
  readonly onLogin: (login: string) => void;
  readonly onForgotten: () => void;
  readonly onOpened: (status: SessionStatus) => void;
}

export function UnlockForm({ status, login, onLogin, onForgotten, onOpened }: UnlockFormProps): ReactNode {
  const t = useT();
  const unlock = useEngineCommand('session.unlock');
  const [passphrase, setPassphrase] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const open = async (): Promise<void> => {
    const result = await unlock.run({ login, passphrase });
    if (result.ok) return onOpened(result.value);
    // A damaged base is no wrong passphrase: what it opens is still needed to save what can be read.
    if (result.error.code !== 'db.damaged') setPassphrase('');
    field.current?.focus();
    return undefined;
  };
  return (
    <>
      <GateTitle lead={t('session.lead')}>{t('session.unlock-title')}</GateTitle>
      <PlaceWarning status={status} />
      <form
        className={style.stack}
        onSubmit={(event) => {
          event.preventDefault();
          if (!unlock.pending && passphrase !== '') void open();
        }}
      >
        <PersonChoice
          logins={status.logins}
          value={login}
          onChange={(next) => {
            onLogin(next);
            unlock.clear();
            field.current?.focus();
          }}
        />
        <PassphraseInput
          label={t('session.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          inputRef={field}
          hint={<KeyboardHint text={passphrase} />}
          autoFocus={login !== ''}
        />
        {unlock.error !== null && <GateFailure error={unlock.error} />}
        {unlock.error?.code === 'db.damaged' && (
          <Suspense fallback={null}>
            <SalvageOffer login={login} passphrase={passphrase} />
          </Suspense>
        )}
        <Button
          type="submit"
          kind="primary"
          fullWidth
          pending={unlock.pending}
          disabled={passphrase === '' || login === ''}
        >
          {t('session.unlock')}
        </Button>
        <div className={style.row}>
          <button type="button" className={style.linkButton} onClick={onForgotten}>
            {t('session.forgotten')}
          </button>
        </div>
      </form>
    </>
  );
}

/** Says in which letters the last key was typed, because the dots do not show a keyboard left in the other language. */
function KeyboardHint({ text }: { readonly text: string }): ReactNode {
  const t = useT();
  const last = text.at(-1) ?? '';
  if (/\p{Script=Arabic}/u.test(last)) return t('session.typing-arabic');
  if (/\p{Script=Latin}/u.test(last)) return t('session.typing-latin');
  return ' ';
}

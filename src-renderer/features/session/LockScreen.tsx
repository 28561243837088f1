// The lock screen: who, the passphrase, and the ways on when it is forgotten or the base lies elsewhere.

import type { Failure } from '@shared/core/result';
import type { SessionStatus } from '@shared/features/session/session.contract';
import type { Language } from '@shared/locale/language';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { appClient } from '../../api';
import { ErrorState, Ltr, useT } from '../../ui';
import { GateLayout } from './GateLayout';
import { RecoverForm } from './RecoverForm';
import style from './session.module.css';
import { UnlockForm } from './UnlockForm';

export interface LockScreenProps {
  readonly status: SessionStatus | null;
  /** Why there is no status. */
  readonly failure: Failure | null;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  /** Asks again whether and how the base is there. */
  readonly onLookAgain: () => void;
  readonly onOpened: (status: SessionStatus) => void;
}

export function LockScreen(props: LockScreenProps): ReactNode {
  const { status, failure, language, onLanguage, onLookAgain, onOpened } = props;
  // Where several people share the desk, each says who they are: a passphrase tried on another's name counts as wrong.
  const [login, setLogin] = useState(status?.logins.length === 1 ? (status.logins[0] ?? '') : '');
  const [forgotten, setForgotten] = useState(false);
  return (
    <GateLayout
      language={language}
      onLanguage={onLanguage}
      foot={status === null ? undefined : <BaseFolder folder={status.baseFolder} />}
    >
      {status === null && failure !== null && <ErrorState error={failure} onRetry={onLookAgain} />}
      {status !== null && !forgotten && (
        <UnlockForm
          status={status}
          login={login}
          onLogin={setLogin}
          onForgotten={() => setForgotten(true)}
          onOpened={onOpened}
        />
      )}
      {status !== null && forgotten && (
        <RecoverForm
          logins={status.logins}
          cardsNeeded={status.cardsNeeded}
          login={login}
          onLogin={setLogin}
          onBack={() => setForgotten(false)}
          onOpened={onOpened}
        />
      )}
    </GateLayout>
  );
}

/** Where the base lies, and the way to another one. */
export function BaseFolder({ folder }: { readonly folder: string }): ReactNode {
  const t = useT();
  return (
    <>
      <span className={style.folder}>
        {t('session.base-folder')} <Ltr>{folder}</Ltr>
      </span>
      <button type="button" className={style.linkButton} onClick={() => void appClient.chooseBaseFolder({})}>
        {t('session.other-folder')}
      </button>
    </>
  );
}

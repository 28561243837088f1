// A forgotten passphrase: the recovery code opens the base and a new passphrase is set.

import type { SessionStatus } from '@shared/features/session/session.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Button, emptyGroups, isComplete, PassphraseInput, RecoveryCodeInput, useT } from '../../ui';
import { GateFailure } from './failure-lines';
import { GateTitle } from './GateLayout';
import { isLongEnough, PassphraseRules } from './PassphraseRules';
import { PersonChoice } from './PersonChoice';
import style from './session.module.css';

export interface RecoverFormProps {
  readonly logins: readonly string[];
  readonly login: string;
  readonly onLogin: (login: string) => void;
  readonly onBack: () => void;
  readonly onOpened: (status: SessionStatus) => void;
}

export function RecoverForm({ logins, login, onLogin, onBack, onOpened }: RecoverFormProps): ReactNode {
  const t = useT();
  const recover = useEngineCommand('session.recover');
  const [groups, setGroups] = useState(emptyGroups);
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const ready = isComplete(groups) && isLongEnough(passphrase) && passphrase === repeated;
  const run = async (): Promise<void> => {
    const result = await recover.run({ login, recoveryCode: groups.join(' '), passphrase });
    if (result.ok) onOpened(result.value);
  };
  return (
    <>
      <GateTitle lead={t('session.recover-lead')}>{t('session.recover-title')}</GateTitle>
      <form
        className={style.stack}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void run();
        }}
      >
        <PersonChoice logins={logins} value={login} onChange={onLogin} />
        <RecoveryCodeInput
          label={t('session.recovery-code')}
          value={groups}
          onChange={setGroups}
          wrong={wrongGroups(recover.error)}
          autoFocus
        />
        <PassphraseInput label={t('session.new-passphrase')} value={passphrase} onChange={setPassphrase} fresh />
        <PassphraseInput label={t('session.repeat-passphrase')} value={repeated} onChange={setRepeated} fresh />
        <PassphraseRules passphrase={passphrase} login={login} repeated={repeated} />
        {recover.error !== null && <GateFailure error={recover.error} />}
        <div className={style.row}>
          <Button onClick={onBack}>{t('common.back')}</Button>
          <Button type="submit" kind="primary" pending={recover.pending} disabled={!ready}>
            {t('session.recover')}
          </Button>
        </div>
      </form>
    </>
  );
}

/** The groups an error names, counted from 0. */
export function wrongGroups(error: { readonly details?: Readonly<Record<string, unknown>> } | null): number[] {
  const groups = error?.details?.['groups'];
  return Array.isArray(groups) ? groups.map((group) => Number(group) - 1) : [];
}

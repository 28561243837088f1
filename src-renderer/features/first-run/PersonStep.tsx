// The first person: the name they sign in by, and a passphrase whose rules are said before it is typed.

import { Login } from '@shared/features/users/users.contract';
import type { ReactNode } from 'react';
import { PassphraseInput, TextField, useT } from '../../ui';
import { isLongEnough, PassphraseRules } from '../session';
import type { PersonForm } from './first-run-form';
import { StepForm } from './StepForm';

export interface PersonStepProps {
  readonly value: PersonForm;
  readonly onChange: (person: PersonForm) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
  /** What went wrong when the base was to be made. */
  readonly children: ReactNode;
}

export function PersonStep({ value, onChange, onBack, onNext, children }: PersonStepProps): ReactNode {
  const t = useT();
  const { login, displayName, passphrase, repeated } = value;
  const loginFits = Login.safeParse(login).success;
  const ready = loginFits && isLongEnough(passphrase) && passphrase === repeated;
  return (
    <StepForm
      title={t('wizard.person-title')}
      lead={t('wizard.person-lead')}
      onBack={onBack}
      onNext={onNext}
      next={t('wizard.create')}
      ready={ready}
    >
      <TextField
        label={t('users.display-name')}
        value={displayName}
        onChange={(name) => onChange({ ...value, displayName: name })}
        autoFocus
        maxLength={500}
      />
      <TextField
        label={t('session.login')}
        hint={t('users.login-hint')}
        error={login !== '' && !loginFits ? t('users.login-unfit') : undefined}
        value={login}
        onChange={(next) => onChange({ ...value, login: next })}
        required
        maxLength={60}
        autoComplete="username"
      />
      <PassphraseInput
        label={t('session.passphrase')}
        value={passphrase}
        onChange={(next) => onChange({ ...value, passphrase: next })}
        fresh
        required
      />
      <PassphraseInput
        label={t('session.repeat-passphrase')}
        value={repeated}
        onChange={(next) => onChange({ ...value, repeated: next })}
        fresh
        required
      />
      <PassphraseRules passphrase={passphrase} login={login} repeated={repeated} />
      {children}
    </StepForm>
  );
}

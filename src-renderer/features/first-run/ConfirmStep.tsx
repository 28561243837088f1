// Typing the recovery code back, so that a slip of the pen is found today and not on the day it is needed.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { emptyGroups, isComplete, RecoveryCodeInput, useT } from '../../ui';
import { GateFailure, wrongGroups } from '../session';
import { StepForm } from './StepForm';

export interface ConfirmStepProps {
  readonly onBack: () => void;
  readonly onNext: () => void;
}

export function ConfirmStep({ onBack, onNext }: ConfirmStepProps): ReactNode {
  const t = useT();
  const confirm = useEngineCommand('session.confirmRecovery');
  const [groups, setGroups] = useState(emptyGroups);
  const check = async (): Promise<void> => {
    const result = await confirm.run({ recoveryCode: groups.join(' ') });
    if (result.ok) onNext();
  };
  return (
    <StepForm
      title={t('wizard.confirm-title')}
      lead={t('wizard.confirm-lead')}
      onBack={onBack}
      onNext={() => void check()}
      next={t('wizard.confirm')}
      ready={isComplete(groups)}
      pending={confirm.pending}
    >
      <RecoveryCodeInput
        label={t('session.recovery-code')}
        value={groups}
        onChange={setGroups}
        wrong={wrongGroups(confirm.error)}
        autoFocus
      />
      {confirm.error !== null && <GateFailure error={confirm.error} />}
    </StepForm>
  );
}

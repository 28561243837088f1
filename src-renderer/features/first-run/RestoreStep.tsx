// Instead of a new base: a backup put into this folder and opened at once with the passphrase it was made with.

import type { SessionStatus } from '@shared/features/session/session.contract';
import type { ReactNode } from 'react';
import { useEngineCommand } from '../../api';
import { useT } from '../../ui';
import { RestoreForm } from '../backups';
import { GateFailure, GateTitle } from '../session';
import style from './first-run.module.css';

export interface RestoreStepProps {
  readonly onBack: () => void;
  readonly onDone: (status: SessionStatus) => void;
}

export function RestoreStep({ onBack, onDone }: RestoreStepProps): ReactNode {
  const t = useT();
  const unlock = useEngineCommand('session.unlock');
  return (
    <div className={style.step}>
      <GateTitle lead={t('backups.restore-lead')}>{t('backups.restore-one')}</GateTitle>
      <RestoreForm
        onBack={onBack}
        onRestored={async (opened) => {
          const status = await unlock.run(opened);
          if (status.ok) onDone(status.value);
        }}
      />
      {unlock.error !== null && <GateFailure error={unlock.error} />}
    </div>
  );
}

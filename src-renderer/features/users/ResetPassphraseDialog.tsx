// A one-time code for somebody who forgot their passphrase: what it does, then the code, shown once.

import type { User } from '@shared/features/users/users.contract';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { appClient, useEngineCommand } from '../../api';
import { Button, classes, Dialog, groupsOf, useT } from '../../ui';
import { CodeGroups } from '../recovery';
import { GateFailure } from '../session';
import style from './users.module.css';

/** Of six digits. */
const CODE_GROUPS = 4;

export interface ResetPassphraseDialogProps {
  readonly user: User;
  readonly onClose: () => void;
}

export function ResetPassphraseDialog({ user, onClose }: ResetPassphraseDialogProps): ReactNode {
  const t = useT();
  const reset = useEngineCommand('users.resetPassphrase');
  const [code, setCode] = useState<string | null>(null);
  const run = async (): Promise<void> => {
    const done = await reset.run({ id: user.id });
    if (done.ok) setCode(done.value.code);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      held={code !== null}
      title={t('users.reset-who', { name: user.displayName })}
      size="small"
    >
      <div className={style.form}>
        {code === null && (
          <>
            <p>{t('users.reset-detail')}</p>
            {reset.error !== null && <GateFailure error={reset.error} />}
          </>
        )}
        {code !== null && (
          <div className={classes('dw-sheet', style.form)}>
            <CodeGroups label={t('users.one-time-code')} groups={groupsOf(code, CODE_GROUPS)} />
            <p>{t('users.reset-hand-over', { name: user.displayName })}</p>
          </div>
        )}
        <div className={style.buttons}>
          {code === null ? (
            <>
              <Button onClick={onClose}>{t('common.cancel')}</Button>
              <Button kind="primary" pending={reset.pending} onClick={() => void run()}>
                {t('users.reset')}
              </Button>
            </>
          ) : (
            <>
              <Button
                icon={<IconPrinter size="1.1rem" stroke={1.6} aria-hidden />}
                onClick={() => void appClient.printWindow({})}
              >
                {t('wizard.code-print')}
              </Button>
              <Button kind="primary" onClick={onClose}>
                {t('common.done')}
              </Button>
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}

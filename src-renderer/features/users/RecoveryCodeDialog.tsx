// A new recovery code for the base: the old one stops working the moment the new one is shown.

import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { appClient, useEngineCommand } from '../../api';
import { Button, Dialog, PassphraseInput, useT } from '../../ui';
import { RecoverySheet } from '../recovery';
import { GateFailure } from '../session';
import style from './users.module.css';

export function RecoveryCodeDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT();
  const renew = useEngineCommand('users.renewRecoveryCode');
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const run = async (): Promise<void> => {
    const result = await renew.run({ passphrase });
    if (result.ok) setCode(result.value.recoveryCode);
  };
  return (
    <Dialog opened onClose={onClose} title={t('users.renew-code')}>
      {code === null ? (
        <form
          className={style.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (passphrase !== '') void run();
          }}
        >
          <p>{t('users.renew-code-detail')}</p>
          <PassphraseInput
            label={t('users.present-passphrase')}
            value={passphrase}
            onChange={setPassphrase}
            autoFocus
            required
          />
          {renew.error !== null && <GateFailure error={renew.error} />}
          <div className={style.buttons}>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button type="submit" kind="primary" disabled={passphrase === ''} pending={renew.pending}>
              {t('users.renew-code')}
            </Button>
          </div>
        </form>
      ) : (
        <div className={style.form}>
          <p>{t('wizard.code-caution')}</p>
          <RecoverySheet code={code} />
          <div className={style.buttons}>
            <Button
              icon={<IconPrinter size="1.1rem" stroke={1.6} aria-hidden />}
              onClick={() => void appClient.printWindow({})}
            >
              {t('wizard.code-print')}
            </Button>
            <Button kind="primary" onClick={onClose}>
              {t('wizard.code-written')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

// A new recovery code for the base: printed or written down, then typed back. The old one works until that was done.

import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { appClient, useEngineCommand } from '../../api';
import { Button, Dialog, emptyGroups, isComplete, notify, PassphraseInput, RecoveryCodeInput, useT } from '../../ui';
import { GateFailure, wrongGroups } from '../session';
import style from './recovery.module.css';
import { RecoverySheet } from './RecoverySheet';

export function RecoveryCodeDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT();
  const [code, setCode] = useState<string | null>(null);
  const [written, setWritten] = useState(false);
  const done = (): void => {
    notify({ message: t('users.code-renewed'), tone: 'success' });
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} held={code !== null} title={t('users.renew-code')}>
      {code === null && <Asking onClose={onClose} onCode={setCode} />}
      {code !== null && !written && <Sheet code={code} onWritten={() => setWritten(true)} />}
      {written && <TypingBack onBack={() => setWritten(false)} onDone={done} />}
    </Dialog>
  );
}

interface AskingProps {
  readonly onClose: () => void;
  readonly onCode: (code: string) => void;
}

function Asking({ onClose, onCode }: AskingProps): ReactNode {
  const t = useT();
  const renew = useEngineCommand('users.renewRecoveryCode');
  const [passphrase, setPassphrase] = useState('');
  const run = async (): Promise<void> => {
    const result = await renew.run({ passphrase });
    if (result.ok) onCode(result.value.recoveryCode);
  };
  return (
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
  );
}

function Sheet({ code, onWritten }: { readonly code: string; readonly onWritten: () => void }): ReactNode {
  const t = useT();
  return (
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
        <Button kind="primary" onClick={onWritten}>
          {t('wizard.code-written')}
        </Button>
      </div>
    </div>
  );
}

interface TypingBackProps {
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** A slip of the pen is found today and not on the day the code is needed. */
function TypingBack({ onBack, onDone }: TypingBackProps): ReactNode {
  const t = useT();
  const confirm = useEngineCommand('session.confirmRecovery');
  const [groups, setGroups] = useState(emptyGroups);
  const check = async (): Promise<void> => {
    const result = await confirm.run({ recoveryCode: groups.join(' ') });
    if (result.ok) onDone();
  };
  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete(groups) && !confirm.pending) void check();
      }}
    >
      <p>{t('wizard.confirm-lead')}</p>
      <RecoveryCodeInput
        label={t('session.recovery-code')}
        value={groups}
        onChange={setGroups}
        wrong={wrongGroups(confirm.error)}
        autoFocus
      />
      {confirm.error !== null && <GateFailure error={confirm.error} />}
      <div className={style.buttons}>
        <Button onClick={onBack}>{t('common.back')}</Button>
        <Button type="submit" kind="primary" disabled={!isComplete(groups)} pending={confirm.pending}>
          {t('wizard.confirm')}
        </Button>
      </div>
    </form>
  );
}

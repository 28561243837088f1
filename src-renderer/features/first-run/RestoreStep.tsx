// Instead of a new base: a backup put into this folder and opened at once with what opened it.

import type { SessionStatus } from '@shared/features/session/session.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Button, PassphraseInput, useT } from '../../ui';
import { RestoreForm } from '../backups';
import type { Restored } from '../backups';
import { GateFailure, GateTitle, isLongEnough, PassphraseRules } from '../session';
import style from './first-run.module.css';

export interface RestoreStepProps {
  readonly onBack: () => void;
  readonly onDone: (status: SessionStatus) => void;
}

export function RestoreStep({ onBack, onDone }: RestoreStepProps): ReactNode {
  const t = useT();
  const unlock = useEngineCommand('session.unlock');
  const [opened, setOpened] = useState<ByPaper | null>(null);
  if (opened !== null) return <NewPassphrase opened={opened} onDone={onDone} />;
  return (
    <div className={style.step}>
      <GateTitle lead={t('backups.restore-lead')}>{t('backups.restore-one')}</GateTitle>
      <RestoreForm
        onBack={onBack}
        onRestored={async (restored) => {
          if (!('passphrase' in restored)) return setOpened(restored);
          const status = await unlock.run(restored);
          if (status.ok) onDone(status.value);
          return undefined;
        }}
      />
      {unlock.error !== null && <GateFailure error={unlock.error} />}
    </div>
  );
}

type ByPaper = Exclude<Restored, { passphrase: string }>;

interface NewPassphraseProps {
  readonly opened: ByPaper;
  readonly onDone: (status: SessionStatus) => void;
}

/** Restored by paper: whoever did it has no passphrase to it yet. */
function NewPassphrase({ opened, onDone }: NewPassphraseProps): ReactNode {
  const t = useT();
  const recover = useEngineCommand('session.recover');
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const ready = isLongEnough(passphrase) && passphrase === repeated;
  const run = async (): Promise<void> => {
    const result = await recover.run({ ...opened, passphrase });
    if (result.ok) onDone(result.value);
  };
  return (
    <form
      className={style.step}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void run();
      }}
    >
      <GateTitle lead={t('backups.new-passphrase-lead')}>{t('session.new-passphrase')}</GateTitle>
      <PassphraseInput
        label={t('session.new-passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        fresh
        autoFocus
      />
      <PassphraseInput label={t('session.repeat-passphrase')} value={repeated} onChange={setRepeated} fresh />
      <PassphraseRules passphrase={passphrase} login={opened.login} repeated={repeated} />
      {recover.error !== null && <GateFailure error={recover.error} />}
      <div className={style.buttons}>
        <span />
        <Button type="submit" kind="primary" disabled={!ready} pending={recover.pending}>
          {t('session.recover')}
        </Button>
      </div>
    </form>
  );
}

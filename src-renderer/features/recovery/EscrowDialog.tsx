// The key of the base for whoever holds an age key: written to a file of the person's choice.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { stockTools } from '@shared/features/recovery/stock-tools';
import { appClient, useEngineCommand } from '../../api';
import { Button, Dialog, PassphraseInput, TextField, useT } from '../../ui';
import { GateFailure } from '../session';
import style from './recovery.module.css';
import { Command } from './ToolLines';

export interface EscrowDialogProps {
  readonly onClose: () => void;
  readonly onChange: () => void;
}

export function EscrowDialog({ onClose, onChange }: EscrowDialogProps): ReactNode {
  const t = useT();
  const add = useEngineCommand('recovery.addEscrow');
  const [recipient, setRecipient] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [written, setWritten] = useState<string | null>(null);
  const ready = recipient.trim() !== '' && passphrase !== '';
  const run = async (): Promise<void> => {
    const place = await appClient.chooseSaveFile({ name: 'diwan-key.age' });
    if (!place.ok || place.value === null) return;
    const added = await add.run({ recipient: recipient.trim(), passphrase, file: place.value.token });
    if (!added.ok) return;
    setWritten(place.value.name);
    onChange();
  };
  return (
    <Dialog opened onClose={onClose} title={t('recovery.add-escrow')}>
      {written === null ? (
        <form
          className={style.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) void run();
          }}
        >
          <p>{t('recovery.escrow-lead')}</p>
          <TextField
            label={t('recovery.recipient')}
            value={recipient}
            onChange={setRecipient}
            direction="ltr"
            autoFocus
            required
          />
          <PassphraseInput label={t('users.present-passphrase')} value={passphrase} onChange={setPassphrase} required />
          {add.error !== null && <GateFailure error={add.error} />}
          <div className={style.buttons}>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button type="submit" kind="primary" pending={add.pending} disabled={!ready}>
              {t('recovery.write-escrow')}
            </Button>
          </div>
        </form>
      ) : (
        <div className={style.form}>
          <p role="status">{t('recovery.escrow-written')}</p>
          <Command>{stockTools.decryptEscrow(written)}</Command>
          <Command>{stockTools.open}</Command>
          <div className={style.buttons}>
            <Button kind="primary" onClick={onClose}>
              {t('common.done')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

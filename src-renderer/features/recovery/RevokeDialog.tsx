// Taking a set of cards or an escrow away, with the passphrase as proof.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Button, Dialog, PassphraseInput, useT } from '../../ui';
import { GateFailure } from '../session';
import style from './recovery.module.css';

export interface RevokeDialogProps {
  readonly what: 'cards' | 'escrow';
  readonly id: string;
  readonly onClose: () => void;
  readonly onChange: () => void;
}

export function RevokeDialog({ what, id, onClose, onChange }: RevokeDialogProps): ReactNode {
  const t = useT();
  const cards = useEngineCommand('recovery.revokeCards');
  const escrow = useEngineCommand('recovery.removeEscrow');
  const [passphrase, setPassphrase] = useState('');
  const error = cards.error ?? escrow.error;
  const run = async (): Promise<void> => {
    const done = what === 'cards' ? await cards.run({ passphrase, set: id }) : await escrow.run({ passphrase, id });
    if (!done.ok) return;
    onChange();
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t(`recovery.revoke-${what}`)}>
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== '') void run();
        }}
      >
        <p>{t(what === 'cards' ? 'recovery.cards-revoked' : 'recovery.escrow-removed')}</p>
        <PassphraseInput
          label={t('users.present-passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
          required
        />
        {error !== null && <GateFailure error={error} />}
        <div className={style.buttons}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" kind="danger" pending={cards.pending || escrow.pending} disabled={passphrase === ''}>
            {t(`recovery.revoke-${what}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

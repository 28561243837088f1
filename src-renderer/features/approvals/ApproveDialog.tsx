// Signing what somebody else has asked for, in one's own session, with one's own passphrase.

import type { Approval } from '@shared/features/approvals/approvals.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Button, Buttons, Dialog, Form, PassphraseInput, useT } from '../../ui';
import { GateFailure } from '../session';
import { ExactlyAsked } from './ExactlyAsked';

export interface ApproveDialogProps {
  readonly request: Approval;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function ApproveDialog({ request, onClose, onDone }: ApproveDialogProps): ReactNode {
  const t = useT();
  const approve = useEngineCommand('approvals.approve');
  const [passphrase, setPassphrase] = useState('');
  const sign = async (): Promise<void> => {
    const signed = await approve.run({ id: request.id, passphrase });
    setPassphrase('');
    if (signed.ok) onDone();
  };
  return (
    <Dialog opened onClose={onClose} title={t('approvals.approve-what', { what: t(`approvals.what.${request.rule}`) })}>
      <Form onSubmit={() => (passphrase === '' ? undefined : sign())}>
        <p>{t('approvals.asked-by', { name: request.who?.name ?? '', purpose: request.purpose ?? '' })}</p>
        <ExactlyAsked request={request} />
        <PassphraseInput
          label={t('approvals.own-passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
          required
        />
        {approve.error !== null && <GateFailure error={approve.error} />}
        <Buttons>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" kind="primary" pending={approve.pending} disabled={passphrase === ''}>
            {t('approvals.approve')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}

// Whoever asks says what for and types their own passphrase.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import type { HeldCall, OutputAt } from '../../api';
import { Button, Buttons, Form, PassphraseInput, TextField, useT } from '../../ui';
import { GateFailure } from '../session';

export interface AskFormProps {
  readonly held: HeldCall;
  readonly onAsked: (asked: OutputAt<'approvals.request'>) => void;
  readonly onCancel: () => void;
}

export function AskForm({ held, onAsked, onCancel }: AskFormProps): ReactNode {
  const t = useT();
  const request = useEngineCommand('approvals.request');
  const [purpose, setPurpose] = useState('');
  const [recipient, setRecipient] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const isTwo = held.needs === 'two';
  const isReady = passphrase !== '' && (!isTwo || purpose.trim() !== '');
  const ask = async (): Promise<void> => {
    const asked = await request.run({
      operation: held.operation,
      input: held.input,
      passphrase,
      ...(purpose.trim() === '' ? {} : { purpose }),
      ...(recipient.trim() === '' ? {} : { recipient }),
    });
    setPassphrase('');
    if (asked.ok) onAsked(asked.value);
  };
  return (
    <Form onSubmit={() => (isReady ? ask() : undefined)}>
      {(isTwo || held.rule === 'export') && (
        <TextField
          label={t('approvals.purpose')}
          value={purpose}
          onChange={setPurpose}
          required={isTwo}
          autoFocus
          maxLength={500}
        />
      )}
      {held.rule === 'export' && (
        <TextField label={t('approvals.recipient')} value={recipient} onChange={setRecipient} maxLength={500} />
      )}
      <PassphraseInput
        label={t('approvals.own-passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        autoFocus={!isTwo && held.rule !== 'export'}
        required
      />
      {request.error !== null && <GateFailure error={request.error} />}
      <Buttons>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button type="submit" kind="primary" pending={request.pending} disabled={!isReady}>
          {t(isTwo ? 'approvals.ask' : 'approvals.confirm')}
        </Button>
      </Buttons>
    </Form>
  );
}

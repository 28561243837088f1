// Signing a request that came as a code from another seat: pasted, read in words, signed; the answer is carried back.

import type { Approval } from '@shared/features/approvals/approvals.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { client, useEngineCommand } from '../../api';
import type { FailureAt } from '../../api';
import { Button, Buttons, Dialog, ErrorState, Form, PassphraseInput, Stack, TextField, useT } from '../../ui';
import { GateFailure } from '../session';
import { CodeText } from './CodeText';
import { ExactlyAsked } from './ExactlyAsked';

interface Read {
  readonly code: string;
  readonly request: Approval;
}

export function SignCodeDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT();
  const [read, setRead] = useState<Read | null>(null);
  const [answer, setAnswer] = useState<string | null>(null);
  return (
    <Dialog opened onClose={onClose} title={t('approvals.sign-code')}>
      {answer !== null ? (
        <Stack>
          <p role="status">{t('approvals.answer-lead')}</p>
          <CodeText label={t('approvals.answer-code')} code={answer} />
        </Stack>
      ) : read === null ? (
        <ReadForm onRead={setRead} />
      ) : (
        <SignForm read={read} onSigned={setAnswer} />
      )}
    </Dialog>
  );
}

function ReadForm({ onRead }: { readonly onRead: (read: Read) => void }): ReactNode {
  const t = useT();
  const [code, setCode] = useState('');
  const [error, setError] = useState<FailureAt<'approvals.readCode'> | null>(null);
  const look = async (): Promise<void> => {
    const answer = await client.approvals.readCode({ code });
    if (answer.ok) onRead({ code, request: answer.value.approval });
    else setError(answer.error);
  };
  return (
    <Form onSubmit={() => (code.trim() !== '' ? look() : undefined)}>
      <p>{t('approvals.sign-code-lead')}</p>
      <TextField
        label={t('approvals.request-code')}
        value={code}
        onChange={setCode}
        direction="ltr"
        rows={4}
        autoFocus
        required
      />
      {error !== null && <ErrorState inline error={error} />}
      <Buttons>
        <Button type="submit" kind="primary" disabled={code.trim() === ''}>
          {t('approvals.read-code')}
        </Button>
      </Buttons>
    </Form>
  );
}

interface SignFormProps {
  readonly read: Read;
  readonly onSigned: (answer: string) => void;
}

function SignForm({ read: { code, request }, onSigned }: SignFormProps): ReactNode {
  const t = useT();
  const sign = useEngineCommand('approvals.signCode');
  const [passphrase, setPassphrase] = useState('');
  const approve = async (): Promise<void> => {
    const signed = await sign.run({ code, passphrase });
    setPassphrase('');
    if (signed.ok) onSigned(signed.value.code);
  };
  return (
    <Form onSubmit={() => (passphrase !== '' ? approve() : undefined)}>
      <strong>{t(`approvals.what.${request.rule}`)}</strong>
      <p>{t('approvals.asked-by', { name: request.who?.name ?? '', purpose: request.purpose ?? '' })}</p>
      <ExactlyAsked request={request} />
      <PassphraseInput
        label={t('approvals.own-passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
        required
      />
      {sign.error !== null && <GateFailure error={sign.error} />}
      <Buttons>
        <Button type="submit" kind="primary" pending={sign.pending} disabled={passphrase === ''}>
          {t('approvals.approve')}
        </Button>
      </Buttons>
    </Form>
  );
}

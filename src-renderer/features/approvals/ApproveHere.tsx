// The second person comes to this desk: they say who they are and sign with their own passphrase. Or they do so later at their own.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import type { HeldCall } from '../../api';
import { Button, Buttons, Form, PassphraseInput, Select, useFormat, useT } from '../../ui';
import { GateFailure } from '../session';

export interface ApproveHereProps {
  readonly id: string;
  /** ms UTC. */
  readonly until: number;
  readonly held: HeldCall;
  readonly onApproved: () => void;
  readonly onLater: () => void;
}

export function ApproveHere({ id, until, held, onApproved, onLater }: ApproveHereProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const approve = useEngineCommand('approvals.approve');
  const options = held.logins.map((value, place) => ({ value, label: held.approvers[place] ?? value }));
  const [login, setLogin] = useState(options.length === 1 ? options[0]!.value : null);
  const [passphrase, setPassphrase] = useState('');
  const sign = async (): Promise<void> => {
    if (login === null || passphrase === '') return;
    const signed = await approve.run({ id, login, passphrase });
    setPassphrase('');
    if (signed.ok) onApproved();
  };
  return (
    <Form onSubmit={sign}>
      <p className="dw-muted">{t('approvals.waiting', { until: format.instant(until) })}</p>
      <Select label={t('approvals.approver')} value={login} onChange={setLogin} options={options} />
      <PassphraseInput
        label={t('approvals.approver-passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
        required
      />
      {approve.error !== null && <GateFailure error={approve.error} />}
      <Buttons>
        <Button onClick={onLater}>{t('approvals.later')}</Button>
        <Button type="submit" kind="primary" pending={approve.pending} disabled={login === null || passphrase === ''}>
          {t('approvals.approve-here')}
        </Button>
      </Buttons>
    </Form>
  );
}

// Somebody stands in for a colleague, from a day to a day.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Dialog, Fields, Form, FormFoot, Select, TextField, useFormat, useNow, useT } from '../../ui';
import { useDone, useUserOptions } from '../operations';
import { PeriodFields, type Period } from './PeriodFields';
import { useUserName } from './use-user-name';

export function StandInDialog({ onClose }: { onClose(): void }): ReactNode {
  const t = useT();
  const done = useDone();
  const nameOf = useUserName();
  const users = useUserOptions();
  const today = useFormat().civilOf(useNow());
  const add = useEngineCommand('policy.addStandIn');
  const [forId, setForId] = useState<string | null>(null);
  const [byId, setById] = useState<string | null>(null);
  const [period, setPeriod] = useState<Period>({ fromOn: today, toOn: null });
  const [reason, setReason] = useState('');
  const ready = forId !== null && byId !== null && period.fromOn !== null;
  const submit = async (): Promise<void> => {
    if (forId === null || byId === null || period.fromOn === null) return;
    const why = reason.trim() === '' ? null : reason.trim();
    const answer = await add.run({ forId, byId, fromOn: period.fromOn, toOn: period.toOn, reason: why });
    if (!answer.ok) return;
    done(answer, t('policy.stand-in-added', { by: nameOf(byId), other: nameOf(forId) }));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('policy.add-stand-in')}>
      <Form onSubmit={submit}>
        <Fields>
          <Select label={t('policy.away')} value={forId} options={users} onChange={setForId} required autoFocus />
          <Select label={t('policy.stands-in')} value={byId} options={users} onChange={setById} required />
        </Fields>
        <PeriodFields value={period} fromRequired onChange={setPeriod} />
        <TextField label={t('policy.reason')} value={reason} onChange={setReason} />
        <FormFoot ready={ready} pending={add.pending} failure={add.error} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

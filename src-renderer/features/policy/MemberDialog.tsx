// Somebody begins to work in a unit.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Dialog, Form, FormFoot, Select, useT } from '../../ui';
import { useDone, useUserOptions } from '../operations';
import { noPeriod, PeriodFields } from './PeriodFields';
import type { Unit } from './use-unit-options';
import { useUserName } from './use-user-name';

export function MemberDialog({ unit, onClose }: { readonly unit: Unit; onClose(): void }): ReactNode {
  const t = useT();
  const done = useDone();
  const nameOf = useUserName();
  const add = useEngineCommand('policy.addMember');
  const users = useUserOptions();
  const [userId, setUserId] = useState<string | null>(null);
  const [period, setPeriod] = useState(noPeriod);
  const submit = async (): Promise<void> => {
    if (userId === null) return;
    const answer = await add.run({ unitId: unit.id, userId, ...period });
    if (!answer.ok) return;
    done(answer, t('policy.member-added', { name: nameOf(userId), unit: unit.name }));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('policy.add-member', { name: unit.name })}>
      <Form onSubmit={submit}>
        <Select
          label={t('catalogue.org_member.user_id')}
          value={userId}
          options={users}
          onChange={setUserId}
          required
          autoFocus
        />
        <PeriodFields value={period} onChange={setPeriod} />
        <FormFoot ready={userId !== null} pending={add.pending} failure={add.error} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

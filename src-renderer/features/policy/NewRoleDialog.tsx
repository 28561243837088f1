// A new role begins as a copy of one there is.

import type { AccessRole } from '@shared/features/policy/policy.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Dialog, Form, FormFoot, Select, TextField, useT } from '../../ui';
import { useDone } from '../operations';
import { useRoleName } from '../users';

export interface NewRoleDialogProps {
  readonly roles: readonly AccessRole[];
  onClose(): void;
  onMade(id: string): void;
}

export function NewRoleDialog({ roles, onClose, onMade }: NewRoleDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const nameOf = useRoleName();
  const save = useEngineCommand('policy.set');
  const [name, setName] = useState('');
  const [from, setFrom] = useState<string>('team-member');
  const model = roles.find(({ id }) => id === from);
  const submit = async (): Promise<void> => {
    if (model === undefined || name.trim() === '') return;
    const answer = await save.run({ name: name.trim(), policy: model.policy, from });
    if (!answer.ok) return;
    done(answer, t('policy.role-added', { name: name.trim() }));
    onMade(answer.value.id);
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('policy.new-role')}>
      <Form onSubmit={submit}>
        <TextField label={t('policy.role-name')} value={name} onChange={setName} required autoFocus maxLength={100} />
        <Select
          label={t('policy.copy-of')}
          value={from}
          options={roles.map((role) => ({ value: role.id, label: nameOf(role.id, role.name).name }))}
          onChange={(id) => id !== null && setFrom(id)}
        />
        <FormFoot ready={name.trim() !== ''} pending={save.pending} failure={save.error} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

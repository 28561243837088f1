// Moves a role to another stage, with the reason if there is one to tell.

import type { FormEvent, ReactNode } from 'react';
import { useId, useState } from 'react';
import { useEngineCommand } from '../../../api';
import { Button, Dialog, ErrorState, TextField, useT } from '../../../ui';
import { useDone } from '../../operations';
import { orNull } from './PartForm';
import type { Role } from './role';

export interface MoveRoleDialogProps {
  readonly role: Role;
  readonly to: Role['stage'];
  onClose(): void;
}

export function MoveRoleDialog({ role, to, onClose }: MoveRoleDialogProps): ReactNode {
  const t = useT();
  const id = useId();
  const done = useDone();
  const move = useEngineCommand('roles.move');
  const [reason, setReason] = useState('');
  const words = {
    role: t.any(`catalogue.party_role.type.${role.type}`),
    stage: t.any(`catalogue.party_role.stage.${to}`),
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const result = await move.run({ id: role.id, to, reason: orNull(reason) });
    if (!result.ok) return;
    done(result, t('record.role.moved', words));
    onClose();
  };
  const footer = (
    <Button kind="primary" type="submit" form={id} pending={move.pending}>
      {t('record.save')}
    </Button>
  );
  return (
    <Dialog opened onClose={onClose} size="small" title={t('record.role.moveTo', words)} footer={footer}>
      <form id={id} onSubmit={(event) => void submit(event)}>
        <TextField label={t('record.role.why')} autoFocus value={reason} onChange={setReason} />
        {move.error !== null && <ErrorState inline error={move.error} />}
      </form>
    </Dialog>
  );
}

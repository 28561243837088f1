// Ends a role as a designed step: since when, why, and whether to try again one day.

import type { FormEvent, ReactNode } from 'react';
import { useId, useState } from 'react';
import { useEngineCommand } from '../../../api';
import { Button, CivilDateField, Dialog, ErrorState, TextField, useFormat, useNow, useT } from '../../../ui';
import { useDone } from '../../operations';
import styles from './record.module.css';
import type { Role } from './role';

export interface EndRoleDialogProps {
  readonly role: Role;
  onClose(): void;
}

export function EndRoleDialog({ role, onClose }: EndRoleDialogProps): ReactNode {
  const t = useT();
  const id = useId();
  const done = useDone();
  const format = useFormat();
  const end = useEngineCommand('roles.end');
  const [endedOn, setEndedOn] = useState<string | null>(format.civilOf(useNow(false)));
  const [reason, setReason] = useState('');
  const [winBackOn, setWinBackOn] = useState<string | null>(null);
  const name = t.any(`catalogue.party_role.type.${role.type}`);
  const ready = endedOn !== null && reason.trim() !== '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (endedOn === null || !ready) return;
    const result = await end.run({ id: role.id, endedOn, reason, winBackOn });
    if (!result.ok) return;
    done(result, t('record.role.ended', { role: name }));
    onClose();
  };
  const footer = (
    <Button kind="primary" type="submit" form={id} disabled={!ready} pending={end.pending}>
      {t('record.save')}
    </Button>
  );
  return (
    <Dialog opened onClose={onClose} size="small" title={t('record.role.endTitle', { role: name })} footer={footer}>
      <form id={id} className={styles.stack} onSubmit={(event) => void submit(event)}>
        <p>{t('record.role.endText')}</p>
        <TextField label={t('record.field.reason')} autoFocus required value={reason} onChange={setReason} />
        <CivilDateField label={t('record.field.endedOn')} required value={endedOn} onChange={setEndedOn} />
        <CivilDateField label={t('record.field.winBackOn')} value={winBackOn} onChange={setWinBackOn} />
        {end.error !== null && <ErrorState inline error={end.error} />}
      </form>
    </Dialog>
  );
}

// The name and the role of a user.

import type { User } from '@shared/features/users/users.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Button, Dialog, ErrorState, TextField, useT } from '../../ui';
import { RoleChoice } from './RoleChoice';
import style from './users.module.css';

export interface EditUserDialogProps {
  readonly user: User;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function EditUserDialog({ user, onClose, onDone }: EditUserDialogProps): ReactNode {
  const t = useT();
  const update = useEngineCommand('users.update');
  const [displayName, setDisplayName] = useState(user.displayName);
  const [role, setRole] = useState(user.role);
  const save = async (): Promise<void> => {
    const result = await update.run({ id: user.id, displayName, role });
    if (!result.ok) return;
    onDone();
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('users.edit')}>
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField label={t('users.display-name')} value={displayName} onChange={setDisplayName} required autoFocus />
        <RoleChoice value={role} onChange={setRole} />
        {update.error !== null && <ErrorState inline error={update.error} />}
        <div className={style.buttons}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" kind="primary" pending={update.pending} disabled={displayName.trim() === ''}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

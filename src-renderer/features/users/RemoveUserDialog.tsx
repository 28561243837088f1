// Taking away a user's key. What they did stays in the history under their name.

import type { User } from '@shared/features/users/users.contract';
import type { ReactNode } from 'react';
import { useEngineCommand } from '../../api';
import { ConfirmDialog, ErrorState, notify, useT } from '../../ui';

export interface RemoveUserDialogProps {
  readonly user: User;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function RemoveUserDialog({ user, onClose, onDone }: RemoveUserDialogProps): ReactNode {
  const t = useT();
  const remove = useEngineCommand('users.remove');
  const run = async (): Promise<void> => {
    const result = await remove.run({ id: user.id });
    if (!result.ok) return;
    notify({ message: t('users.removed-who', { name: user.displayName }) });
    onDone();
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('users.remove-who', { name: user.displayName })}
      confirm={t('common.remove')}
      onConfirm={() => void run()}
      pending={remove.pending}
      danger
    >
      <p>{t('users.remove-detail')}</p>
      {remove.error !== null && <ErrorState inline error={remove.error} />}
    </ConfirmDialog>
  );
}

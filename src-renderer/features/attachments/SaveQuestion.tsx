// Before a file that a system would run leaves the base.

import type { ReactNode } from 'react';
import { ConfirmDialog, useT } from '../../ui';

export interface SaveQuestionProps {
  readonly name: string;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

export function SaveQuestion({ name, onSave, onClose }: SaveQuestionProps): ReactNode {
  const t = useT();
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('attachments.runTitle')}
      confirm={t('attachments.save')}
      onConfirm={onSave}
      danger
    >
      <p>{t('attachments.runText', { name })}</p>
    </ConfirmDialog>
  );
}

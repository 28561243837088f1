// "Never contact me again": every number and mail address of somebody goes on the list that knows them by a hash only.

import { suppressionEntity } from '@shared/catalogue';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { ChoiceSelect, ConfirmDialog, ErrorState, useT } from '../../ui';
import { useDone } from '../operations';
import styles from './consent.module.css';

const reasons = ['asked', 'complaint', 'unreachable', 'other'] as const;

export function NeverContactDialog({ partyId, onClose }: { readonly partyId: string; onClose(): void }): ReactNode {
  const t = useT();
  const done = useDone();
  const [reason, setReason] = useState<(typeof reasons)[number]>('asked');
  const suppress = useEngineCommand('privacy.suppressParty');
  const confirm = async (): Promise<void> => {
    const answer = await suppress.run({ partyId, reason });
    if (!answer.ok) return;
    done(answer, t('consent.never-done', { count: answer.value.added }));
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      danger
      onClose={onClose}
      title={t('consent.never-title')}
      confirm={t('consent.never-confirm')}
      pending={suppress.pending}
      onConfirm={() => void confirm()}
    >
      <div className={styles.form}>
        <p>{t('consent.never-detail')}</p>
        <ChoiceSelect
          entity={suppressionEntity}
          field="reason"
          only={reasons}
          value={reason}
          onChange={(next) => next !== null && setReason(next)}
        />
        {suppress.error !== null && <ErrorState inline error={suppress.error} />}
      </div>
    </ConfirmDialog>
  );
}

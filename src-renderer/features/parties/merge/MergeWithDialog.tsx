// "Merge with…": finds the other record of this party, then shows what merging the two would mean.

import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Dialog, useT } from '../../../ui';
import { PartyPicker } from '../../search';
import styles from './merge.module.css';
import { MergeDialog } from './MergeDialog';

export interface MergeWithDialogProps {
  readonly record: PartyRecord;
  onClose(): void;
  onMerged(id: string): void;
}

export function MergeWithDialog({ record, onClose, onMerged }: MergeWithDialogProps): ReactNode {
  const t = useT();
  const [other, setOther] = useState<string | null>(null);
  if (other !== null) return <MergeDialog ids={[record.id, other]} onClose={onClose} onMerged={onMerged} />;
  return (
    <Dialog opened onClose={onClose} size="small" title={t('merging.title')}>
      <div className={styles.pick}>
        <PartyPicker
          label={t('merging.pick', { name: record.displayName })}
          autoFocus
          scopes={[record.kind]}
          without={[record.id]}
          onPick={({ id }) => setOther(id)}
        />
        <p className={styles.quiet}>{t('merging.pickHint')}</p>
      </div>
    </Dialog>
  );
}

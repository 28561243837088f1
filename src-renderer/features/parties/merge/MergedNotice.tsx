// Somebody followed an old trace to a record that was merged: says so on the page of the one that stands for it.

import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useT } from '../../../ui';
import styles from './merge.module.css';

export interface MergedNoticeProps {
  readonly record: PartyRecord;
  /** The id that was asked for. */
  readonly asked: string;
}

export function MergedNotice({ record, asked }: MergedNoticeProps): ReactNode {
  const t = useT();
  const opened = record.records.find(({ id }) => id === asked && id !== record.id);
  if (opened === undefined) return null;
  return (
    <p className={styles.opened} role="status">
      {t('merging.opened', { name: opened.name })}
    </p>
  );
}

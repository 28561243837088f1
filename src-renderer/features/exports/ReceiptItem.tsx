// One file that left the base: when, by whom, how many rows, for whom, and the sum by which it is known again.

import type { Receipt } from '@shared/features/exports/lock';
import { IconFileExport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Bidi, DirIcon, InstantText, Line, Ltr, useFormat, useT } from '../../ui';
import styles from './exports.module.css';

export function ReceiptItem({ receipt }: { readonly receipt: Receipt }): ReactNode {
  const t = useT();
  const format = useFormat();
  const { file, who, at, rows, way, recipients, sha256, approval } = receipt;
  const whom = format.list(recipients.map(({ name }) => name ?? t('exports.lock.escrow')));
  return (
    <Line
      lead={<DirIcon icon={IconFileExport} size={20} />}
      title={<Bidi>{file}</Bidi>}
      detail={
        <>
          <Bidi>{who?.name ?? ''}</Bidi> · <InstantText value={at} /> · {t('exports.rows', { count: rows })}
        </>
      }
      more={
        <>
          <span>
            {way === 'recipients' ? t('exports.receipts.for', { whom }) : t(`exports.receipts.${way}`)}
            {approval !== null && ` · ${t('exports.receipts.approved')}`}
          </span>
          <span className={styles.key}>
            <Ltr>{sha256}</Ltr>
          </span>
        </>
      }
    />
  );
}

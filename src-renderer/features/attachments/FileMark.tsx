// How a file looks in a list: its small picture, or the sign of its kind.

import type { AttachmentItem } from '@shared/features/attachments/attachments.contract';
import {
  IconFile,
  IconFileInvoice,
  IconFileText,
  IconId,
  IconMail,
  IconMicrophone,
  IconPhoto,
  IconReportAnalytics,
  IconSignature,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './attachments.module.css';

const icons = {
  document: IconFileText,
  contract: IconSignature,
  identity: IconId,
  letter: IconMail,
  invoice: IconFileInvoice,
  report: IconReportAnalytics,
  photo: IconPhoto,
  recording: IconMicrophone,
  other: IconFile,
} as const;

export function FileMark({ item, picture }: { readonly item: AttachmentItem; readonly picture?: string }): ReactNode {
  const Icon = icons[item.kind];
  return (
    <span className={styles.mark}>
      {picture === undefined ? <Icon size="1.5rem" stroke={1.4} aria-hidden /> : <img src={picture} alt="" />}
    </span>
  );
}

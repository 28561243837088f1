// A phone, an e-mail or another address of contact as text that can be copied with one press.

import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { appClient } from '../../../api';
import { Ltr, notify, Phone, useFormat, useT } from '../../../ui';
import styles from './record.module.css';

export interface ContactValueProps {
  readonly kind: string;
  readonly value: string;
}

export function ContactValue({ kind, value }: ContactValueProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const phone = kind === 'phone' || kind === 'fax';
  const copy = async (): Promise<void> => {
    const answer = await appClient.copyText({ text: value });
    if (answer.ok) notify({ message: t('record.copied'), tone: 'success' });
  };
  return (
    <button type="button" className={styles.copy} onClick={() => void copy()}>
      <span className="dw-said">{t('record.copy')} </span>
      <span className={styles.copyWords} dir="ltr">
        {phone ? <Phone value={format.digits(value)} /> : <Ltr>{value}</Ltr>}
      </span>
      <IconCopy size="0.85rem" stroke={1.6} className={styles.copyIcon} aria-hidden="true" />
    </button>
  );
}

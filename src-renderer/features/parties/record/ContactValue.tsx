// A phone, an e-mail or another address of contact as text that can be copied with one press.

import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { appClient } from '../../../api';
import { Ltr, notify, Phone, useFormat, useT } from '../../../ui';
import styles from './record.module.css';
import { usePartyEdit } from './use-party-edit';

export interface ContactValueProps {
  readonly kind: string;
  readonly value: string;
}

export function ContactValue({ kind, value }: ContactValueProps): ReactNode {
  const format = useFormat();
  const masked = usePartyEdit().isMasked('contact_point.value');
  const phone = kind === 'phone' || kind === 'fax';
  const words = phone ? <Phone value={format.digits(value)} /> : <Ltr>{value}</Ltr>;
  // What a role shows of a number or address is no use to anybody who would paste it.
  if (masked) return <span dir="ltr">{words}</span>;
  return <CopyButton text={value}>{words}</CopyButton>;
}

export interface CopyButtonProps {
  readonly text: string;
  /** A sensitive value, which the clipboard holds for a minute only. */
  readonly briefly?: boolean;
  readonly children: ReactNode;
}

export function CopyButton({ text, briefly = false, children }: CopyButtonProps): ReactNode {
  const t = useT();
  const copy = async (): Promise<void> => {
    const answer = await appClient.copyText({ text, briefly });
    if (answer.ok) notify({ message: t(briefly ? 'record.copied-briefly' : 'record.copied'), tone: 'success' });
  };
  return (
    <button type="button" className={styles.copy} onClick={() => void copy()}>
      <span className="dw-said">{t('record.copy')} </span>
      <span className={styles.copyWords} dir="ltr">
        {children}
      </span>
      <IconCopy size="0.85rem" stroke={1.6} className={styles.copyIcon} aria-hidden="true" />
    </button>
  );
}

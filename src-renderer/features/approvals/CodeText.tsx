// A code that is carried to another seat: to be copied, or read as it stands.

import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { appClient } from '../../api';
import { Button, Buttons, notify, useT } from '../../ui';
import styles from './approvals.module.css';

export function CodeText({ label, code }: { readonly label: string; readonly code: string }): ReactNode {
  const t = useT();
  const copy = async (): Promise<void> => {
    const copied = await appClient.copyText({ text: code });
    if (copied.ok) notify({ message: t('record.copied'), tone: 'success' });
  };
  return (
    <div>
      <pre dir="ltr" className={styles.exactly} aria-label={label} tabIndex={0}>
        {code}
      </pre>
      <Buttons>
        <Button small icon={<IconCopy size="1rem" stroke={1.6} aria-hidden />} onClick={() => void copy()}>
          {t('approvals.copy-code')}
        </Button>
      </Buttons>
    </div>
  );
}

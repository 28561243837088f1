// The name of a file so that it cannot pretend: direction fenced off, the true ending apart, and a warning on what would run.

import { mayRun, partsOf } from '@shared/features/attachments/file-name';
import type { ReactNode } from 'react';
import { Bidi, Chip, Ltr, useT } from '../../ui';
import styles from './attachments.module.css';

export function FileName({ name }: { readonly name: string }): ReactNode {
  const t = useT();
  const { stem, ending } = partsOf(name);
  return (
    <span className={styles.name}>
      <Bidi>{stem}</Bidi>
      {ending !== '' && (
        <span className={styles.ending}>
          <Ltr>{ending.toLowerCase()}</Ltr>
        </span>
      )}
      {mayRun(name) && <Chip hue="clay">{t('attachments.mayRun')}</Chip>}
    </span>
  );
}

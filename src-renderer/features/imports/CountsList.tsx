// The exact counts of an import or a trial, and why rows or the files inside them are rejected.

import type { ImportCounts } from '@shared/features/imports/imports.contract';
import type { ReactNode } from 'react';
import { NumberText, useT } from '../../ui';
import styles from './import.module.css';
import { useReasonWords } from './reason-words';

const rowParts = ['read', 'created', 'updated', 'unchanged', 'duplicates', 'rejected'] as const;
/** Shown only where rows hold files: mail, cards, calendars. */
const fileParts = ['attachments', 'attachmentsRejected'] as const;

export function CountsList({ counts }: { readonly counts: ImportCounts }): ReactNode {
  const t = useT();
  const reasonWords = useReasonWords();
  const hasFiles = counts.attachments + counts.attachmentsRejected > 0;
  const parts = hasFiles ? [...rowParts, ...fileParts] : rowParts;
  const reasons = Object.entries(counts.reasons)
    .filter(([, count]) => count > 0)
    .toSorted(([, one], [, other]) => other - one);
  return (
    <>
      <dl className={styles.counts}>
        {parts.map((part) => (
          <div key={part} className={styles.count} data-part={part} data-empty={counts[part] === 0 || undefined}>
            <dd>
              <NumberText value={counts[part]} />
            </dd>
            <dt>{t(`import.count.${part}`)}</dt>
          </div>
        ))}
      </dl>
      {reasons.length > 0 && (
        <section aria-label={t('import.rejectedBy')}>
          <h3 className={styles.smallTitle}>{t('import.rejectedBy')}</h3>
          <ul className={styles.reasons}>
            {reasons.map(([code, count]) => (
              <li key={code}>
                <NumberText value={count} /> {reasonWords(code)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

// The exact counts of an import or a trial, and why rows are rejected.

import type { ImportCounts } from '@shared/features/imports/imports.contract';
import type { ReactNode } from 'react';
import { NumberText, useT } from '../../ui';
import styles from './import.module.css';
import { useReasonWords } from './reason-words';

const parts = ['read', 'created', 'updated', 'unchanged', 'duplicates', 'rejected'] as const;

export function CountsList({ counts }: { readonly counts: ImportCounts }): ReactNode {
  const t = useT();
  const reasonWords = useReasonWords();
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

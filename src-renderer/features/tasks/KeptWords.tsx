// How words were kept between the office and a party: "We kept 14 of 15", and what is late on either side.

import type { Standing } from '@shared/features/promises/promises.contract';
import type { ReactNode } from 'react';
import { useEngineQuery } from '../../api';
import { ErrorState, useT } from '../../ui';
import styles from './tasks.module.css';

export function KeptWords({ partyId }: { readonly partyId: string }): ReactNode {
  const standing = useEngineQuery('promises.standing', { partyId });
  if (standing.error !== null) return <ErrorState inline error={standing.error} onRetry={standing.refresh} />;
  if (standing.data === undefined) return null;
  const { ours, theirs } = standing.data;
  return (
    <>
      <Side of={ours} word="ours" />
      <Side of={theirs} word="theirs" />
    </>
  );
}

function Side({ of, word }: { readonly of: Standing; readonly word: 'ours' | 'theirs' }): ReactNode {
  const t = useT();
  const { kept, late, broken } = of;
  const all = kept + broken + late;
  if (all === 0) return null;
  return (
    <p className={styles.kept}>
      {t(`tasks.kept.${word}`, { kept, all })}
      {late > 0 && <span className={styles.late}>{t('tasks.kept.late', { n: late })}</span>}
    </p>
  );
}

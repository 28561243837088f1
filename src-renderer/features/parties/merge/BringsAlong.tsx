// How much a record brings into the merge, in words; what it has none of is left out.

import type { MergeSide } from '@shared/features/parties/merging';
import type { ReactNode } from 'react';
import { useT } from '../../../ui';
import styles from './merge.module.css';

const counted = [
  'names',
  'contactPoints',
  'addresses',
  'identifiers',
  'roles',
  'relationships',
  'occasions',
  'preferences',
  'needs',
  'valueDrivers',
  'attachments',
] as const;

export function BringsAlong({ counts }: { readonly counts: MergeSide['counts'] }): ReactNode {
  const t = useT();
  const { value, capped } = counts.activities;
  return (
    <ul className={styles.brings}>
      {counted.flatMap((what) =>
        counts[what] === 0 ? [] : [<li key={what}>{t(`merging.count.${what}`, { count: counts[what] })}</li>],
      )}
      {value > 0 && <li>{t(capped ? 'record.activitiesCapped' : 'record.activities', { count: value })}</li>}
    </ul>
  );
}

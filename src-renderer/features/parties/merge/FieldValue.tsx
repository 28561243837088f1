// One value of a record in the comparison, written as its page writes it.

import type { ShownField } from '@shared/features/parties/cluster';
import type { MergeSide } from '@shared/features/parties/merging';
import type { ReactNode } from 'react';
import { Bidi, DateText, useT } from '../../../ui';
import styles from './merge.module.css';

export interface FieldValueProps {
  readonly field: ShownField;
  readonly side: MergeSide;
}

const columnOf = { language: 'language', gender: 'gender', groupKind: 'group_kind' } as const;

export const hasShown = (field: ShownField, side: MergeSide): boolean =>
  field === 'name' ? side.name !== '' : side.values[field] !== null;

export function FieldValue({ field, side }: FieldValueProps): ReactNode {
  const t = useT();
  const { values } = side;
  if (!hasShown(field, side)) return <span className={styles.quiet}>{t('record.unset')}</span>;
  switch (field) {
    case 'name':
      return <Bidi>{side.name}</Bidi>;
    case 'owner':
      return <Bidi>{values.owner?.name ?? ''}</Bidi>;
    case 'birth':
      return values.birth && <DateText value={values.birth.on} calendar={values.birth.calendar} secondary />;
    case 'deathOn':
      return values.deathOn && <DateText value={values.deathOn} secondary />;
    case 'language':
    case 'gender':
    case 'groupKind':
      return t.any(`catalogue.party.${columnOf[field]}.${values[field] ?? ''}`);
    case 'note':
      return (
        <span className={styles.note}>
          <Bidi>{values.note ?? ''}</Bidi>
        </span>
      );
    default:
      return <Bidi>{values[field] ?? ''}</Bidi>;
  }
}

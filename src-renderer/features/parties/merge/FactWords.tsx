// One fact as somebody recognises it: what it is, what it says, who wrote it and when, and whose it will be.

import type { FactSince } from '@shared/features/parties/merging';
import type { ReactNode } from 'react';
import { Bidi, InstantText, useT } from '../../../ui';
import type { Translate } from '../../../ui';
import styles from './merge.module.css';

export interface FactWordsProps {
  readonly fact: FactSince;
  /** Whose it will be, in words. */
  readonly side: string;
}

export function FactWords({ fact, side }: FactWordsProps): ReactNode {
  const t = useT();
  return (
    <span className={styles.fact}>
      <span>
        <span className={styles.quiet}>{kindWords(t, fact)}</span>{' '}
        {fact.text !== null && (
          <strong>
            <Bidi>{fact.text}</Bidi>
          </strong>
        )}
      </span>
      <span className={styles.factFoot}>
        <span className={styles.quiet}>
          <InstantText value={fact.at} /> · <Bidi>{fact.by}</Bidi>
        </span>
        <span className={styles.side}>{side}</span>
      </span>
    </span>
  );
}

/** The field of each entity whose choice says what kind of thing it is. */
const kindField = {
  party_name: 'kind',
  contact_point: 'kind',
  address: 'kind',
  identifier: 'scheme',
  party_role: 'type',
  occasion: 'kind',
  preference: 'key',
} as const;

function kindWords(t: Translate, { entity, kind }: FactSince): string {
  if (kind === null) return t.any(`catalogue.${entity}`);
  if (entity === 'activity_party') return t.any(`catalogue.activity.kind.${kind}`);
  const words =
    entity === 'relationship'
      ? t.any(`relationships.type.${kind}`)
      : t.any(`catalogue.${entity}.${kindField[entity]}.${kind}`);
  return `${t.any(`catalogue.${entity}`)}: ${words}`;
}

// One fact as somebody recognises it: what it is, what it says, who wrote it and when, and whose it will be.

import { singleFields } from '@shared/features/parties/cluster';
import type { FactSince } from '@shared/features/parties/merging';
import type { ReactNode } from 'react';
import { Bidi, DateText, InstantText, useT } from '../../../ui';
import type { Translate } from '../../../ui';
import { fieldWords } from './field-words';
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
            <FactText kind={fact.entity === 'party' ? fact.kind : null} text={fact.text} />
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

/** The value of a single-valued field as its page writes it; any other fact as it is. */
function FactText({ kind, text }: { readonly kind: string | null; readonly text: string }): ReactNode {
  const t = useT();
  if (kind === 'birth' || kind === 'deathOn') return <DateText value={text} secondary />;
  if (kind === 'language' || kind === 'gender') return t.any(`catalogue.party.${kind}.${text}`);
  if (kind === 'groupKind') return t.any(`catalogue.party.group_kind.${text}`);
  return <Bidi>{text}</Bidi>;
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
  need: 'urgency',
  value_driver: 'driver',
  attachment: 'kind',
  authority: 'basis',
  consent_event: 'action',
  lead: 'source',
  deal: 'category',
} as const;

function kindWords(t: Translate, { entity, kind }: FactSince): string {
  if (kind === null) return t.any(`catalogue.${entity}`);
  const single = entity === 'party' ? singleFields.find((field) => field === kind) : undefined;
  if (entity === 'party') return single === undefined ? '' : t(fieldWords(single, 'person'));
  if (entity === 'activity_party') return t.any(`catalogue.activity.kind.${kind}`);
  const words =
    entity === 'relationship'
      ? t.any(`relationships.type.${kind}`)
      : t.any(`catalogue.${entity}.${kindField[entity]}.${kind}`);
  return `${t.any(`catalogue.${entity}`)}: ${words}`;
}

// While a new record is being typed: who in the register looks like it. A hint, never an obstacle.

import type { ReactNode } from 'react';
import { PlaceLink, useT } from '../../../ui';
import { HitWords, useFind } from '../../search';
import type { Hit } from '../../search';
import styles from './create.module.css';
import type { NewPartyForm } from './new-party-form';

export interface SimilarPartiesProps {
  readonly form: NewPartyForm;
  /** The person went to one of them instead. */
  onOpen(): void;
}

const parties = ['person', 'organisation', 'group'] as const;
const MOST = 4;

export function SimilarParties({ form, onOpen }: SimilarPartiesProps): ReactNode {
  const t = useT();
  const byName = useFind({ text: form.name.trim().length >= 3 ? form.name : '', scopes: parties, limit: MOST });
  const byPhone = useFind({
    text: form.phone.replace(/\D/gu, '').length >= 4 ? form.phone : '',
    scopes: parties,
    limit: MOST,
  });
  const byEmail = useFind({ text: form.email.includes('@') ? form.email : '', scopes: parties, limit: MOST });
  const hits = distinct([...byPhone.hits, ...byEmail.hits, ...byName.hits]).slice(0, MOST);
  if (hits.length === 0) return null;
  return (
    <section className={styles.similar} aria-label={t('people.create.similar')} aria-live="polite">
      <p className={styles.similarTitle}>{t('people.create.similar')}</p>
      <ul className={styles.similarList}>
        {hits.map((hit) => (
          <li key={hit.id}>
            <PlaceLink to={{ page: 'party', id: hit.id }} className={styles.similarLink} onClick={onOpen}>
              <HitWords hit={hit} />
            </PlaceLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

const distinct = (hits: readonly Hit[]): Hit[] => [...new Map(hits.map((hit) => [hit.id, hit])).values()];

// While a lead is being typed: the open ones of the same person, which may be meant. A hint, never an obstacle.

import type { ReactNode } from 'react';
import { useEngineQuery } from '../../api';
import { InstantText, PlaceLink, useT } from '../../ui';
import { LeadState } from './lead-marks';
import styles from './leads.module.css';

export function OpenLeads({ partyId, onOpen }: { readonly partyId: string; onOpen(): void }): ReactNode {
  const t = useT();
  const { data } = useEngineQuery('leads.list', { filter: { partyId }, limit: 3 });
  const rows = data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('leads.alreadyOpen')} aria-live="polite">
      <p className={styles.hint}>{t('leads.alreadyOpen')}</p>
      <ul className={styles.lines}>
        {rows.map((lead) => (
          <li key={lead.id} className={styles.facts}>
            <PlaceLink to={{ page: 'lead', id: lead.id }} className="dw-link" onClick={onOpen}>
              <bdi dir="auto">{lead.interest ?? t('leads.unnamed')}</bdi>
            </PlaceLink>
            <LeadState state={lead.state} />
            <InstantText value={lead.receivedAt} relative />
          </li>
        ))}
      </ul>
    </section>
  );
}

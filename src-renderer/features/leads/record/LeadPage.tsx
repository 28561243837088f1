// All that is known of one lead: what is wanted, why it is promising, how it came here, and what comes of it.

import type { Lead } from '@shared/features/leads/lead';
import type { ReactNode } from 'react';
import { useEngineQuery } from '../../../api';
import { EmptyState, ErrorState, LoadingState, Page, Panel, PlaceLink, useFormat, useT } from '../../../ui';
import { ScorePoints } from '../lead-marks';
import styles from '../leads.module.css';
import { LeadFacts } from './LeadFacts';
import { LeadHead } from './LeadHead';
import { LeadStory } from './LeadStory';

export interface LeadPageProps {
  readonly id: string;
}

export function LeadPage({ id }: LeadPageProps): ReactNode {
  const t = useT();
  const lead = useEngineQuery('leads.get', { id });
  if (lead.error?.code === 'leads.not-found') {
    const back = (
      <PlaceLink to={{ page: 'leads' }} className="dw-link">
        {t('leads.back')}
      </PlaceLink>
    );
    return (
      <>
        <h1 className="dw-said">{t('leads.notFound')}</h1>
        <EmptyState title={t('leads.notFound')} action={back} />
      </>
    );
  }
  return (
    <Page>
      {lead.error !== null && <ErrorState error={lead.error} onRetry={lead.refresh} />}
      {lead.error === null && (lead.data === undefined ? <LoadingState lines={10} /> : <Shown lead={lead.data} />)}
    </Page>
  );
}

function Shown({ lead }: { readonly lead: Lead }): ReactNode {
  const t = useT();
  const format = useFormat();
  return (
    <>
      <LeadHead lead={lead} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <LeadFacts lead={lead} />
          <Panel title={t('leads.why', { score: format.number(lead.score.value) })}>
            <ScorePoints score={lead.score} />
          </Panel>
        </div>
        <LeadStory lead={lead} />
      </div>
    </>
  );
}

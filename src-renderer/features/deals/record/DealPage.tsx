// All that is known of one deal: its facts, who has a say, the way it came through its stages, and what can be done with it.

import type { Deal } from '@shared/features/deals/deal';
import type { ReactNode } from 'react';
import { useEngineQuery } from '../../../api';
import { EmptyState, ErrorState, LoadingState, Page, PlaceLink, useT } from '../../../ui';
import { usePipelines } from '../../pipelines';
import { QuotesOf } from '../../quotes';
import { DealFacts } from './DealFacts';
import { DealHead } from './DealHead';
import { DealParties } from './DealParties';
import { DealStory } from './DealStory';
import { StagePath } from './StagePath';
import styles from './record.module.css';

export interface DealPageProps {
  readonly id: string;
}

export function DealPage({ id }: DealPageProps): ReactNode {
  const t = useT();
  const deal = useEngineQuery('deals.get', { id });
  if (deal.error?.code === 'deals.not-found') {
    const back = (
      <PlaceLink to={{ page: 'deals' }} className="dw-link">
        {t('deals.back')}
      </PlaceLink>
    );
    return (
      <>
        <h1 className="dw-said">{t('deals.notFound')}</h1>
        <EmptyState title={t('deals.notFound')} action={back} />
      </>
    );
  }
  return (
    <Page>
      {deal.error !== null && <ErrorState error={deal.error} onRetry={deal.refresh} />}
      {deal.error === null && (deal.data === undefined ? <LoadingState lines={10} /> : <Shown deal={deal.data} />)}
    </Page>
  );
}

function Shown({ deal }: { readonly deal: Deal }): ReactNode {
  const pipelines = usePipelines();
  const pipeline = pipelines.all?.find(({ id }) => id === deal.pipelineId);
  if (pipelines.error !== null) return <ErrorState error={pipelines.error} onRetry={pipelines.refresh} />;
  if (pipeline === undefined) return <LoadingState lines={10} />;
  return (
    <>
      <DealHead deal={deal} pipeline={pipeline} />
      <StagePath deal={deal} pipeline={pipeline} />
      <div className={styles.columns}>
        <DealFacts deal={deal} />
        <div className={styles.stack}>
          <DealParties deal={deal} />
          <QuotesOf party={deal.party} dealId={deal.id} allowed={deal.deletedAt === null} />
          <DealStory deal={deal} />
        </div>
      </div>
    </>
  );
}

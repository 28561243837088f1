// One quote: its lines with the reason of each price, what it comes to, its versions, and what can be done with it.

import type { Quote } from '@shared/features/quotes/quote';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery } from '../../api';
import { DateText, EmptyState, ErrorState, LoadingState, Ltr, Page, PageTitle, Panel, PlaceLink, useT } from '../../ui';
import { QuoteActions } from './QuoteActions';
import { QuoteLines } from './QuoteLines';
import { QuoteStory } from './QuoteStory';
import { StateChip } from './quote-marks';
import { QuoteTerms } from './QuoteTerms';
import styles from './quotes.module.css';

export interface QuotePageProps {
  readonly id: string;
}

export function QuotePage({ id }: QuotePageProps): ReactNode {
  const t = useT();
  const quote = useEngineQuery('quotes.get', { id });
  if (quote.error?.code === 'quotes.not-found')
    return (
      <Page>
        <PageTitle>{t('common.page-quotes')}</PageTitle>
        <EmptyState
          title={t('quotes.none')}
          action={
            <PlaceLink to={{ page: 'quotes' }} className="dw-link">
              {t('quotes.back')}
            </PlaceLink>
          }
        />
      </Page>
    );
  return (
    <Page>
      {quote.error !== null && <ErrorState error={quote.error} onRetry={quote.refresh} />}
      {quote.error === null && (quote.data === undefined ? <LoadingState lines={10} /> : <Shown quote={quote.data} />)}
    </Page>
  );
}

function Shown({ quote }: { readonly quote: Quote }): ReactNode {
  const t = useT();
  const [chosen, setChosen] = useState<number | null>(null);
  const version = quote.versions.find((one) => one.version === chosen) ?? quote.versions[0];
  if (version === undefined) return <EmptyState title={t('quotes.none')} />;
  const isDraft = version.issuedAt === null && quote.deletedAt === null && version.version === quote.version;
  return (
    <>
      <PageTitle
        detail={
          <span className={styles.facts}>
            <StateChip state={quote.state} />
            {quote.number !== null && <Ltr>{quote.number}</Ltr>}
            <PlaceLink to={{ page: 'party', id: quote.party.id }} className="dw-link">
              <bdi dir="auto">{quote.party.name}</bdi>
            </PlaceLink>
            {quote.validUntil !== null && (
              <span>
                {t('quotes.validUntil')} <DateText value={quote.validUntil} />
              </span>
            )}
          </span>
        }
        actions={<QuoteActions quote={quote} version={version} />}
      >
        <bdi dir="auto">{quote.title}</bdi>
      </PageTitle>
      <div className={styles.columns}>
        <Panel title={t('quotes.lines')} flush>
          <QuoteLines quote={quote} version={version} editable={isDraft} />
        </Panel>
        <div className={styles.stack}>
          {isDraft && <QuoteTerms key={version.version} quote={quote} version={version} />}
          <QuoteStory quote={quote} shown={version.version} onShow={setChosen} />
        </div>
      </div>
    </>
  );
}

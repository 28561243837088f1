// How a quote is told in a line: its number, where it stands, what it comes to, until when it holds.

import type { QuoteRow, ShownState } from '@shared/features/quotes/quote';
import type { ReactNode } from 'react';
import { Chip, DateText, Ltr, MoneyText, PlaceLink, useT, type Hue } from '../../ui';
import styles from './quotes.module.css';

const hues: Readonly<Record<ShownState, Hue>> = {
  draft: 'olive',
  issued: 'lapis',
  accepted: 'green',
  declined: 'clay',
  withdrawn: 'violet',
  expired: 'amber',
};

export function StateChip({ state }: { readonly state: ShownState }): ReactNode {
  const t = useT();
  return <Chip hue={hues[state]}>{t(`quotes.state.${state}`)}</Chip>;
}

export function QuoteLine({ quote, named = false }: { readonly quote: QuoteRow; readonly named?: boolean }): ReactNode {
  const t = useT();
  return (
    <li className={styles.line}>
      <PlaceLink to={{ page: 'quote', id: quote.id }} className="dw-link">
        <bdi dir="auto">{quote.title}</bdi>
      </PlaceLink>
      <div className={styles.facts}>
        <StateChip state={quote.state} />
        {quote.number !== null && <Ltr>{quote.number}</Ltr>}
        {named && <bdi dir="auto">{quote.party.name}</bdi>}
        <MoneyText minor={quote.payable} currency={quote.currency} />
        {quote.validUntil !== null && (
          <span className={styles.quiet}>
            {t('quotes.validUntil')} <DateText value={quote.validUntil} />
          </span>
        )}
      </div>
    </li>
  );
}

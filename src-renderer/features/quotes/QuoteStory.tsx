// The versions of a quote, how each differs from the one before it, and what became of it.

import type { Quote, QuoteVersion } from '@shared/features/quotes/quote';
import type { ReactNode } from 'react';
import { Button, InstantText, MoneyText, Panel, useFormat, useT } from '../../ui';
import { StateChip } from './quote-marks';
import styles from './quotes.module.css';

export interface QuoteStoryProps {
  readonly quote: Quote;
  /** The version that is looked at. */
  readonly shown: number;
  onShow(version: number): void;
}

export function QuoteStory({ quote, shown, onShow }: QuoteStoryProps): ReactNode {
  const t = useT();
  return (
    <>
      <Panel title={t('quotes.versions')} flush>
        <ul className={styles.lines}>
          {quote.versions.map((version, place) => (
            <li key={version.version} className={styles.line}>
              <Button
                small
                kind={version.version === shown ? 'primary' : 'quiet'}
                aria-pressed={version.version === shown}
                onClick={() => onShow(version.version)}
              >
                {t('quotes.version', { version: version.version })}
              </Button>
              <div className={styles.facts}>
                <MoneyText minor={version.payable} currency={quote.currency} />
                {version.issuedAt !== null && <InstantText value={version.issuedAt} />}
              </div>
              <Difference version={version} before={quote.versions[place + 1]} currency={quote.currency} />
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('quotes.story')} flush>
        <ul className={styles.lines}>
          {quote.events.map((event) => (
            <li key={event.id} className={styles.line}>
              <div className={styles.facts}>
                <StateChip state={event.state} />
                <InstantText value={event.at} />
                {event.by !== null && <bdi dir="auto">{event.by.name}</bdi>}
              </div>
              {event.reason !== null && <bdi dir="auto">{event.reason}</bdi>}
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

interface DifferenceProps {
  readonly version: QuoteVersion;
  readonly before: QuoteVersion | undefined;
  readonly currency: string;
}

/** Lines that came, went or changed, and by how much the sum moved. */
function Difference({ version, before, currency }: DifferenceProps): ReactNode {
  const t = useT();
  const format = useFormat();
  if (before === undefined) return null;
  const told = (one: QuoteVersion): string[] =>
    one.lines.map(({ text, quantity, gross }) => `${text} ${quantity} ${gross}`);
  const [now, then] = [told(version), told(before)];
  const count = now.filter((line) => !then.includes(line)).length + then.filter((line) => !now.includes(line)).length;
  const moved = version.payable - before.payable;
  return (
    <p className={styles.why}>
      {count === 0 && moved === 0
        ? t('quotes.same')
        : t('quotes.differs', {
            count,
            amount: format.money(Math.abs(moved), currency),
            choice: moved < 0 ? 'less' : 'more',
          })}
    </p>
  );
}

// All quotes that somebody sees, the last to change first, by where they stand.

import { shownStates } from '@shared/features/quotes/quote';
import type { ShownState } from '@shared/features/quotes/quote';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery, useMay } from '../../api';
import { Button, EmptyState, ErrorState, LoadingState, Page, PageTitle, Panel, Select, useT } from '../../ui';
import { NewQuoteDialog } from './NewQuoteDialog';
import { QuoteLine } from './quote-marks';
import styles from './quotes.module.css';

const PAGE = 50;
const MOST = 200;

export function QuotesPage(): ReactNode {
  const t = useT();
  const may = useMay();
  const [state, setState] = useState<ShownState | null>(null);
  const [limit, setLimit] = useState(PAGE);
  const [creating, setCreating] = useState(false);
  const quotes = useEngineQuery('quotes.list', { filter: state === null ? {} : { state }, limit });
  const add = may('quotes.write') && (
    <Button kind="primary" icon={<IconPlus size="1rem" aria-hidden />} onClick={() => setCreating(true)}>
      {t('quotes.new')}
    </Button>
  );
  const { rows, next } = quotes.data ?? { rows: [], next: null };
  return (
    <Page>
      <PageTitle actions={add}>{t('common.page-quotes')}</PageTitle>
      <div className={styles.bar}>
        <Select
          label={t('catalogue.quote.state')}
          clearable
          value={state}
          options={shownStates.map((one) => ({ value: one, label: t(`quotes.state.${one}`) }))}
          onChange={(chosen) => setState(shownStates.find((one) => one === chosen) ?? null)}
        />
      </div>
      {quotes.error !== null && <ErrorState error={quotes.error} onRetry={quotes.refresh} />}
      {quotes.error === null && quotes.data === undefined && <LoadingState lines={8} />}
      {quotes.data !== undefined && rows.length === 0 && <EmptyState title={t('quotes.none')} />}
      {rows.length > 0 && (
        <Panel flush>
          <ul className={styles.lines}>
            {rows.map((quote) => (
              <QuoteLine key={quote.id} quote={quote} named />
            ))}
          </ul>
        </Panel>
      )}
      {next !== null && limit < MOST && <Button onClick={() => setLimit(limit + PAGE)}>{t('quotes.more')}</Button>}
      {creating && <NewQuoteDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}

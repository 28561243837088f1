// On the page of a party or a deal: its quotes, and a new one.

import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery, useMay } from '../../api';
import { ErrorState, IconButton, Panel, useT } from '../../ui';
import type { PickedParty } from '../search';
import { NewQuoteDialog } from './NewQuoteDialog';
import { QuoteLine } from './quote-marks';
import styles from './quotes.module.css';

export interface QuotesOfProps {
  readonly party: PickedParty;
  /** Only those of this deal. */
  readonly dealId?: string;
  /** False for a record in the bin. */
  readonly allowed: boolean;
  readonly className?: string;
}

export function QuotesOf(props: QuotesOfProps): ReactNode {
  return useMay()('quotes.read') ? <Section {...props} /> : null;
}

function Section({ party, dealId, allowed, className }: QuotesOfProps): ReactNode {
  const t = useT();
  const mayAdd = useMay()('quotes.write') && allowed;
  const [creating, setCreating] = useState(false);
  const filter = dealId === undefined ? { partyId: party.id } : { dealId };
  const quotes = useEngineQuery('quotes.list', { filter, limit: 20 });
  const add = mayAdd && (
    <IconButton small label={t('quotes.new')} onClick={() => setCreating(true)}>
      <IconPlus size="1rem" aria-hidden />
    </IconButton>
  );
  return (
    <Panel title={t('common.page-quotes')} action={add} flush className={className}>
      {quotes.error !== null && <ErrorState inline error={quotes.error} onRetry={quotes.refresh} />}
      <ul className={styles.lines}>
        {quotes.data?.rows.map((quote) => (
          <QuoteLine key={quote.id} quote={quote} />
        ))}
      </ul>
      {quotes.data?.rows.length === 0 && (
        <div className={styles.none}>
          <p className={styles.quiet}>{t('quotes.none')}</p>
        </div>
      )}
      {creating && <NewQuoteDialog party={party} dealId={dealId} onClose={() => setCreating(false)} />}
    </Panel>
  );
}

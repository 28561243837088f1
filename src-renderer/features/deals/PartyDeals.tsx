// On a party's page: its deals, the open ones first, and a new one.

import type { DealCard } from '@shared/features/deals/deal';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery, useMay } from '../../api';
import { Button, Chip, DateText, ErrorState, IconButton, Panel, PlaceLink, useT } from '../../ui';
import { useStageNames } from '../pipelines';
import type { PickedParty } from '../search';
import { DealAmount, DealMarks } from './deal-marks';
import styles from './deals.module.css';
import { NewDealDialog } from './NewDealDialog';

export interface PartyDealsProps {
  readonly party: PickedParty;
  /** False for a record in the bin. */
  readonly allowed: boolean;
  readonly className?: string;
}

/** Deals shown of each; the page of deals has them all. */
const SHOWN = 20;

export function PartyDeals(props: PartyDealsProps): ReactNode {
  return useMay()('deals.read') ? <Section {...props} /> : null;
}

function Section({ party, allowed, className }: PartyDealsProps): ReactNode {
  const t = useT();
  const mayAdd = useMay()('deals.write') && allowed;
  const [creating, setCreating] = useState(false);
  const open = useEngineQuery('deals.list', { filter: { partyId: party.id }, limit: SHOWN });
  const ended = useEngineQuery('deals.list', {
    filter: { partyId: party.id, states: ['won', 'lost'] },
    sort: { by: 'stage-time', direction: 'descending' },
    limit: SHOWN,
  });
  const rows = [...(open.data?.rows ?? []), ...(ended.data?.rows ?? [])];
  const failed = open.error ?? ended.error;
  const known = open.data !== undefined && ended.data !== undefined;
  const add = mayAdd && (
    <IconButton small label={t('deals.new')} onClick={() => setCreating(true)}>
      <IconPlus size="1rem" aria-hidden />
    </IconButton>
  );
  return (
    <Panel title={t('common.page-deals')} action={add} flush className={className}>
      {failed !== null && <ErrorState inline error={failed} onRetry={() => (open.refresh(), ended.refresh())} />}
      <ul className={styles.lines}>
        {rows.map((deal) => (
          <DealLine key={deal.id} deal={deal} />
        ))}
      </ul>
      {known && rows.length === 0 && (
        <div className={styles.none}>
          {mayAdd ? (
            <Button small kind="quiet" icon={<IconPlus size="0.95rem" aria-hidden />} onClick={() => setCreating(true)}>
              {t('deals.new')}
            </Button>
          ) : (
            <p className={styles.quiet}>{t('deals.none')}</p>
          )}
        </div>
      )}
      {creating && <NewDealDialog party={party} onClose={() => setCreating(false)} />}
    </Panel>
  );
}

const hues = { open: 'lapis', won: 'green', lost: 'clay' } as const;

function DealLine({ deal }: { readonly deal: DealCard }): ReactNode {
  const stageName = useStageNames();
  return (
    <li className={styles.line}>
      <PlaceLink to={{ page: 'deal', id: deal.id }} className="dw-link">
        <bdi dir="auto">{deal.title}</bdi>
      </PlaceLink>
      <div className={styles.lineFacts}>
        <Chip hue={hues[deal.state]}>{stageName(deal.stageId)}</Chip>
        <DealAmount deal={deal} />
        {deal.expectedOn !== null && <DateText value={deal.expectedOn} />}
        <DealMarks deal={deal} />
      </div>
    </li>
  );
}

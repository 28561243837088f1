// On a party's page: its leads, the open ones first, and a new one. Silent where there are none and nothing may be added.

import { leadStates } from '@shared/catalogue';
import type { LeadRow } from '@shared/features/leads/lead';
import { isOpenLead } from '@shared/features/leads/response';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery, useMay } from '../../api';
import { Button, ErrorState, IconButton, InstantText, Panel, PlaceLink, useT } from '../../ui';
import type { PickedParty } from '../search';
import { LeadState, ResponseMark, ScoreMark } from './lead-marks';
import styles from './leads.module.css';
import { NewLeadDialog } from './NewLeadDialog';

export interface PartyLeadsProps {
  readonly party: PickedParty;
  /** False for a record in the bin. */
  readonly allowed: boolean;
  readonly className?: string;
}

const SHOWN = 20;

export function PartyLeads(props: PartyLeadsProps): ReactNode {
  return useMay()('leads.read') ? <Section {...props} /> : null;
}

function Section({ party, allowed, className }: PartyLeadsProps): ReactNode {
  const t = useT();
  const mayAdd = useMay()('leads.write') && allowed;
  const [creating, setCreating] = useState(false);
  const all = { partyId: party.id, states: [...leadStates] };
  const { data, error, refresh } = useEngineQuery('leads.list', { filter: all, limit: SHOWN });
  const rows = (data?.rows ?? []).toSorted(
    (one, other) => Number(isOpenLead(other.state)) - Number(isOpenLead(one.state)),
  );
  const add = mayAdd && (
    <IconButton small label={t('leads.new')} onClick={() => setCreating(true)}>
      <IconPlus size="1rem" aria-hidden />
    </IconButton>
  );
  return (
    <Panel title={t('common.page-leads')} action={add} flush className={className}>
      {error !== null && <ErrorState inline error={error} onRetry={refresh} />}
      <ul className={styles.lines}>
        {rows.map((lead) => (
          <LeadLine key={lead.id} lead={lead} />
        ))}
      </ul>
      {data !== undefined && rows.length === 0 && (
        <div className={styles.none}>
          {mayAdd ? (
            <Button small kind="quiet" icon={<IconPlus size="0.95rem" aria-hidden />} onClick={() => setCreating(true)}>
              {t('leads.new')}
            </Button>
          ) : (
            <p className={styles.hint}>{t('leads.none')}</p>
          )}
        </div>
      )}
      {creating && <NewLeadDialog party={party} onClose={() => setCreating(false)} />}
    </Panel>
  );
}

function LeadLine({ lead }: { readonly lead: LeadRow }): ReactNode {
  const t = useT();
  return (
    <li className={styles.line}>
      <PlaceLink to={{ page: 'lead', id: lead.id }} className="dw-link">
        <bdi dir="auto">{lead.interest ?? t('leads.unnamed')}</bdi>
      </PlaceLink>
      <span className={styles.facts}>
        <LeadState state={lead.state} />
        <InstantText value={lead.receivedAt} time={false} />
        {isOpenLead(lead.state) && <ResponseMark response={lead.response} />}
        {isOpenLead(lead.state) && <ScoreMark score={lead.score} />}
      </span>
    </li>
  );
}

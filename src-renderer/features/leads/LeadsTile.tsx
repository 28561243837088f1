// On the first page: how many leads are open, wait for an answer, and are nobody's; each number leads to them.

import type { ReactNode } from 'react';
import { useEngineQuery, useMay, useSession } from '../../api';
import { ErrorState, Panel, PlaceLink, useT } from '../../ui';
import styles from './leads.module.css';
import { plainView, writeView } from './leads-view';
import type { LeadsView } from './leads-view';

export function LeadsTile(): ReactNode {
  return useMay()('leads.read') ? <Tile /> : null;
}

function Tile(): ReactNode {
  const t = useT();
  const me = useSession();
  const { data, error, refresh } = useEngineQuery('leads.standing', {});
  if (error !== null) return <ErrorState inline error={error} onRetry={refresh} />;
  // An office without leads is not told so every morning.
  if (data === undefined || data.open === 0) return null;
  const openOf = (id: string | undefined): number => data.owners.find(({ owner }) => owner?.id === id)?.open ?? 0;
  const numbers = [
    { words: t('leads.tile.open', { count: data.open }), part: {} },
    { words: t('leads.tile.mine', { count: openOf(me.id) }), part: { owner: 'me' } },
    { words: t('leads.tile.waiting', { count: data.waiting }), part: { response: 'waiting' } },
    { words: t('leads.tile.overdue', { count: data.overdue }), part: { response: 'overdue' } },
    { words: t('leads.tile.nobody', { count: openOf(undefined) }), part: { owner: 'none' } },
  ] as const satisfies readonly { words: string; part: Partial<LeadsView> }[];
  return (
    <Panel title={t('common.page-leads')}>
      <div className={styles.tile}>
        {numbers.map(({ words, part }) => (
          <PlaceLink
            key={words}
            to={{ page: 'leads', view: writeView({ ...plainView(), ...part }) }}
            className="dw-link"
          >
            {words}
          </PlaceLink>
        ))}
      </div>
    </Panel>
  );
}

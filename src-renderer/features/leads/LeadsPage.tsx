// Leads: who showed interest, how long they have waited, how promising they are, and whose they are.

import type { LeadFilter, LeadRow } from '@shared/features/leads/lead';
import type { ReactNode } from 'react';
import { useCallback, useMemo, useState } from 'react';
import { client, useMay, useRowWindow, useSession } from '../../api';
import type { LoadPage } from '../../api';
import {
  Button,
  EmptyState,
  InstantText,
  ListGrid,
  ListPageFrame,
  PartyName,
  turnedSort,
  useHotkey,
  useNavigation,
  useT,
} from '../../ui';
import type { GridColumn } from '../../ui';
import { AssignDialog } from './AssignDialog';
import { LeadAmount, LeadState, ResponseMark, ScoreMark } from './lead-marks';
import { LeadsBar, LeadsHead } from './LeadsBar';
import { filterOf, isNarrowed, readView, writeView } from './leads-view';
import type { LeadsView } from './leads-view';
import { NewLeadDialog } from './NewLeadDialog';

export interface LeadsPageProps {
  /** The page's state as the address keeps it. */
  readonly view?: string;
}

const nothing: ReadonlySet<string> = new Set();
const falling = ['received', 'state-time', 'score'] as const;
const keyOf = (row: LeadRow): string => row.id;

export function LeadsPage({ view: text }: LeadsPageProps): ReactNode {
  const t = useT();
  const may = useMay();
  const navigation = useNavigation();
  const view = readView(text);
  const rows = useLeadRows(filterOf(view, useSession().id), view.sort);
  const columns = useLeadColumns();
  const [creating, setCreating] = useState(false);
  const [selected, setSelected] = useState(nothing);
  const change = (next: LeadsView): void => {
    setSelected(nothing);
    navigation.replace({ page: 'leads', view: writeView(next) });
  };
  const create = may('leads.write') ? () => setCreating(true) : undefined;
  useHotkey({ keys: 'KeyN', label: 'leads.newHint' }, () => create?.(), create !== undefined);
  return (
    <ListPageFrame>
      <LeadsHead onCreate={create} />
      <LeadsBar view={view} onChange={change} />
      {selected.size > 0 && <AssignBar selected={selected} onDone={() => setSelected(nothing)} />}
      <ListGrid
        label={t('common.page-leads')}
        columns={columns}
        rows={rows}
        rowKey={keyOf}
        onOpen={({ id }) => navigation.go({ page: 'lead', id })}
        selected={may('leads.assign') ? selected : undefined}
        onSelected={(keys) => setSelected(new Set([...keys].slice(0, 200)))}
        sort={{ key: view.sort.by, direction: view.sort.direction }}
        onSort={(key) => change({ ...view, sort: turnedSort(view.sort, key as LeadsView['sort']['by'], falling) })}
        empty={<NoLeads narrowed={isNarrowed(view) || view.state !== 'open'} onCreate={create} />}
      />
      {creating && <NewLeadDialog onClose={() => setCreating(false)} />}
    </ListPageFrame>
  );
}

function AssignBar({ selected, onDone }: { readonly selected: ReadonlySet<string>; onDone(): void }): ReactNode {
  const t = useT();
  const [opened, setOpened] = useState(false);
  return (
    <div role="toolbar" aria-label={t('leads.selected', { count: selected.size })}>
      <Button onClick={() => setOpened(true)}>{t('leads.assignSelected', { count: selected.size })}</Button>
      {opened && <AssignDialog ids={[...selected]} onDone={onDone} onClose={() => setOpened(false)} />}
    </div>
  );
}

function NoLeads({ narrowed, onCreate }: { readonly narrowed: boolean; readonly onCreate?: () => void }): ReactNode {
  const t = useT();
  if (narrowed) return <EmptyState title={t('leads.empty.filtered')} />;
  const create = onCreate !== undefined && (
    <Button kind="primary" onClick={onCreate}>
      {t('leads.new')}
    </Button>
  );
  return <EmptyState title={t('leads.empty')} detail={t('leads.empty.text')} action={create} />;
}

function useLeadRows(filter: LeadFilter, sort: LeadsView['sort']) {
  const text = JSON.stringify({ filter, sort });
  const load: LoadPage<LeadRow> = useCallback(
    (after, limit) => {
      const question = JSON.parse(text) as { filter: LeadFilter; sort: LeadsView['sort'] };
      return client.leads.list({ ...question, after, limit });
    },
    [text],
  );
  return useRowWindow(load, 'leads');
}

function useLeadColumns(): readonly GridColumn<LeadRow>[] {
  const t = useT();
  return useMemo(
    () => [
      {
        key: 'party',
        header: t('catalogue.lead.party_id'),
        width: 190,
        render: (row) => <PartyName name={row.party.name} id={row.party.id} />,
      },
      {
        key: 'interest',
        header: t('catalogue.lead.interest'),
        width: 210,
        render: (row) => row.interest !== null && <bdi dir="auto">{row.interest}</bdi>,
      },
      { key: 'state', header: t('catalogue.lead.state'), width: 125, render: (row) => <LeadState state={row.state} /> },
      {
        key: 'response',
        header: t('catalogue.lead.responded_at'),
        width: 195,
        render: (row) => <ResponseMark response={row.response} />,
      },
      {
        key: 'score',
        header: t('leads.score'),
        width: 130,
        sortable: true,
        render: (row) => <ScoreMark score={row.score} />,
      },
      {
        key: 'owner',
        header: t('catalogue.lead.owner_id'),
        width: 140,
        render: (row) => (row.owner === null ? t('leads.nobody') : <bdi dir="auto">{row.owner.name}</bdi>),
      },
      {
        key: 'source',
        header: t('catalogue.lead.source'),
        width: 120,
        render: (row) => t(`catalogue.lead.source.${row.source}`),
      },
      {
        key: 'amount',
        header: t('catalogue.lead.amount'),
        width: 140,
        align: 'end',
        render: (row) => <LeadAmount lead={row} />,
      },
      {
        key: 'received',
        header: t('catalogue.lead.received_at'),
        width: 165,
        sortable: true,
        render: (row) => <InstantText value={row.receivedAt} />,
      },
    ],
    [t],
  );
}

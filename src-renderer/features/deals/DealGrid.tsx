// The same deals as rows: sorted, and as many as there are.

import type { DealCard, DealFilter } from '@shared/features/deals/deal';
import type { ReactNode } from 'react';
import { useCallback, useMemo } from 'react';
import { client, useIsMasked, useRowWindow } from '../../api';
import type { LoadPage } from '../../api';
import { DateText, InstantText, ListGrid, turnedSort, useNavigation, useT } from '../../ui';
import type { GridColumn } from '../../ui';
import { useStageNames } from '../pipelines';
import type { Pipeline } from '../pipelines';
import { NoDeals } from './board/DealBoard';
import { DealAmount, DealMarks } from './deal-marks';
import styles from './deals.module.css';
import { isNarrowed } from './deals-view';
import type { DealsView, NarrowedBy } from './deals-view';

export interface DealGridProps {
  readonly pipeline: Pipeline;
  readonly filter: NarrowedBy;
  readonly view: DealsView;
  readonly onCreate?: () => void;
  onChange(view: DealsView): void;
}

const keyOf = (row: DealCard): string => row.id;

export function DealGrid({ pipeline, filter, view, onCreate, onChange }: DealGridProps): ReactNode {
  const t = useT();
  const navigation = useNavigation();
  const { sort, state } = view;
  const rows = useDealRows({ ...filter, pipelineId: pipeline.id, states: [state] }, sort);
  const columns = useDealColumns();
  return (
    <ListGrid
      label={t('common.page-deals')}
      columns={columns}
      rows={rows}
      rowKey={keyOf}
      onOpen={({ id }) => navigation.go({ page: 'deal', id })}
      sort={{ key: sort.by, direction: sort.direction }}
      onSort={(key) => onChange({ ...view, sort: turnedSort(sort, key as DealsView['sort']['by'], falling) })}
      empty={<NoDeals narrowed={isNarrowed(view) || state !== 'open'} onCreate={onCreate} />}
    />
  );
}

/** Days begin with the nearest, amounts with the largest. */
const falling = ['amount', 'created'] as const;

function useDealRows(filter: DealFilter, sort: DealsView['sort']) {
  const text = JSON.stringify({ filter, sort });
  const load: LoadPage<DealCard> = useCallback(
    (after, limit) => {
      const question = JSON.parse(text) as { filter: DealFilter; sort: DealsView['sort'] };
      return client.deals.list({ ...question, after, limit });
    },
    [text],
  );
  return useRowWindow(load, 'deals');
}

function useDealColumns(): readonly GridColumn<DealCard>[] {
  const t = useT();
  const stageName = useStageNames();
  const nameless = useIsMasked()('deal.amount');
  return useMemo(
    () => [
      { key: 'title', header: t('catalogue.deal.title'), width: 280, render: (row) => <TitleCell row={row} /> },
      {
        key: 'party',
        header: t('catalogue.deal.party_id'),
        width: 200,
        render: (row) => <bdi dir="auto">{row.party.name}</bdi>,
      },
      { key: 'stage', header: t('catalogue.deal.stage_id'), width: 140, render: (row) => stageName(row.stageId) },
      {
        key: 'amount',
        header: t('catalogue.deal.amount'),
        width: 150,
        align: 'end',
        sortable: !nameless,
        render: (row) => <DealAmount deal={row} />,
      },
      {
        key: 'expected',
        header: t('catalogue.deal.expected_on'),
        width: 165,
        sortable: true,
        render: (row) => row.expectedOn !== null && <DateText value={row.expectedOn} />,
      },
      {
        key: 'owner',
        header: t('catalogue.deal.owner_id'),
        width: 140,
        render: (row) => row.owner !== null && <bdi dir="auto">{row.owner.name}</bdi>,
      },
      {
        key: 'stage-time',
        header: t('catalogue.deal.stage_at'),
        width: 165,
        sortable: true,
        render: (row) => <InstantText value={row.stageAt} time={false} />,
      },
    ],
    [t, stageName, nameless],
  );
}

function TitleCell({ row }: { readonly row: DealCard }): ReactNode {
  return (
    <span className={styles.titleCell}>
      <bdi dir="auto">{row.title}</bdi>
      <DealMarks deal={row} />
    </span>
  );
}

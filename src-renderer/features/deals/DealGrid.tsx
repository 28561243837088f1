// The same deals as rows: sorted, and as many as there are.

import type { DealCard, DealFilter } from '@shared/features/deals/deal';
import type { ReactNode } from 'react';
import { useCallback, useMemo } from 'react';
import { client, useIsMasked, useRowWindow } from '../../api';
import type { LoadPage } from '../../api';
import { DateText, ErrorState, InstantText, LoadingState, useNavigation, useT, VirtualGrid } from '../../ui';
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
  const found = rows.rows;
  const rowAt = useCallback((index: number) => found.get(index), [found]);
  if (rows.failure !== null) return <ErrorState error={rows.failure} onRetry={rows.window.refresh} />;
  if (rows.length === 0 && !rows.complete) {
    return (
      <div className={styles.waiting}>
        <LoadingState lines={12} />
      </div>
    );
  }
  return (
    <div className={styles.grid}>
      <VirtualGrid
        label={t('common.page-deals')}
        columns={columns}
        rowCount={rows.length}
        rowAt={rowAt}
        rowKey={keyOf}
        onRange={rows.window.ensure}
        onOpen={({ id }) => navigation.go({ page: 'deal', id })}
        sort={{ key: sort.by, direction: sort.direction }}
        onSort={(key) => onChange({ ...view, sort: turned(sort, key as DealsView['sort']['by']) })}
        empty={<NoDeals narrowed={isNarrowed(view) || state !== 'open'} onCreate={onCreate} />}
      />
    </div>
  );
}

/** A click on a heading: days begin with the nearest, amounts with the largest; the second click turns round. */
function turned(sort: DealsView['sort'], by: DealsView['sort']['by']): DealsView['sort'] {
  if (sort.by === by) return { by, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
  return { by, direction: by === 'amount' || by === 'created' ? 'descending' : 'ascending' };
}

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

// The grid of a list page over rows that come by and by, with its four states: loading, empty, error, rows.

import type { ReactNode } from 'react';
import { useCallback } from 'react';
import type { LiveRows } from '../../api';
import { ErrorState, LoadingState } from '../states';
import type { VirtualGridProps } from '../virtual-grid/grid-types';
import { VirtualGrid } from '../virtual-grid/VirtualGrid';
import style from './list-page.module.css';

export interface ListGridProps<Row> extends Omit<VirtualGridProps<Row>, 'rowCount' | 'rowAt' | 'onRange'> {
  readonly rows: LiveRows<Row>;
}

export function ListGrid<Row>({ rows, ...grid }: ListGridProps<Row>): ReactNode {
  const found = rows.rows;
  const rowAt = useCallback((index: number) => found.get(index), [found]);
  if (rows.failure !== null) return <ErrorState error={rows.failure} onRetry={rows.window.refresh} />;
  if (rows.length === 0 && !rows.complete) {
    return (
      <div className={style.waiting}>
        <LoadingState lines={12} />
      </div>
    );
  }
  return (
    <div className={style.grid}>
      <VirtualGrid {...grid} rowCount={rows.length} rowAt={rowAt} onRange={rows.window.ensure} />
    </div>
  );
}

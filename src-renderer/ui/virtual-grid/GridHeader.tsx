// The header of a grid: names, sorting, widths by dragging (and by the column menu, for who cannot drag).

import { useDirection } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { PointerEvent, ReactNode } from 'react';
import { useRef } from 'react';
import { useT } from '../words';
import { CheckMark } from './CheckMark';
import type { GridColumn, VirtualGridProps } from './grid-types';
import { MAX_COLUMN, MIN_COLUMN } from './grid-types';
import style from './VirtualGrid.module.css';

export interface GridHeaderProps<Row> extends VirtualGridProps<Row> {
  /** Pixels per pixel of the normal text size. */
  readonly scale: number;
  readonly onToggleAll: () => void;
}

export function GridHeader<Row>(props: GridHeaderProps<Row>): ReactNode {
  const { columns, selected, onSelected, onToggleAll, rowCount } = props;
  const t = useT();
  const some = selected !== undefined && selected.size > 0;
  return (
    <div role="rowgroup" className={style.head}>
      <div role="row" aria-rowindex={1} className={style.headRow}>
        {selected !== undefined && (
          <div role="columnheader" aria-colindex={1} className={style.check}>
            <button
              type="button"
              className={style.checkAll}
              tabIndex={-1}
              aria-label={some ? t('common.select-none') : t('common.select-all')}
              onClick={() => (some ? onSelected?.(new Set()) : onToggleAll())}
            >
              <CheckMark checked={some ? (selected.size >= rowCount ? true : 'mixed') : false} />
            </button>
          </div>
        )}
        {columns.map((column, index) => (
          <HeaderCell key={column.key} column={column} index={index} {...props} />
        ))}
      </div>
    </div>
  );
}

function HeaderCell<Row>(
  props: GridHeaderProps<Row> & { readonly column: GridColumn<Row>; readonly index: number },
): ReactNode {
  const { column, index, selected, sort, onSort, onResize } = props;
  const sorted = sort?.key === column.key ? sort.direction : undefined;
  const sortable = column.sortable === true && onSort !== undefined;
  const Arrow = sorted === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    <div
      role="columnheader"
      aria-colindex={index + (selected === undefined ? 1 : 2)}
      aria-sort={sortable ? (sorted ?? 'none') : undefined}
      className={style.headCell}
      data-align={column.align}
    >
      {sortable ? (
        <button type="button" className={style.sort} tabIndex={-1} onClick={() => onSort(column.key)}>
          <span className={style.headWords}>{column.header}</span>
          {sorted !== undefined && <Arrow size="0.95rem" stroke={1.8} aria-hidden />}
        </button>
      ) : (
        <span className={style.headWords}>{column.header}</span>
      )}
      {onResize !== undefined && <ResizeHandle {...props} onResize={onResize} />}
    </div>
  );
}

interface ResizeHandleProps {
  readonly column: { readonly key: string; readonly width: number };
  readonly scale: number;
  readonly onResize: (key: string, width: number) => void;
}

function ResizeHandle({ column, scale, onResize }: ResizeHandleProps): ReactNode {
  const { dir } = useDirection();
  const start = useRef<{ at: number; width: number } | null>(null);
  const drag = (event: PointerEvent<HTMLSpanElement>): void => {
    if (start.current === null) return;
    const moved = ((event.clientX - start.current.at) * (dir === 'rtl' ? -1 : 1)) / scale;
    onResize(column.key, Math.round(Math.min(MAX_COLUMN, Math.max(MIN_COLUMN, start.current.width + moved))));
  };
  return (
    <span
      className={style.handle}
      aria-hidden
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: event.clientX, width: column.width };
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        start.current = null;
      }}
    />
  );
}

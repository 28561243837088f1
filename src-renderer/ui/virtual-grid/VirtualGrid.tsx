// A list of any length as a grid: only the rows in view exist on the page. Built for a million rows, the keyboard and both directions.

import { useDirection } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useRowHeight, useTextScale } from '../appearance';
import { GridHeader } from './GridHeader';
import { GridRow } from './GridRow';
import type { RowActions } from './GridRow';
import { useGridSelection } from './grid-selection';
import type { VirtualGridProps } from './grid-types';
import { pressInGrid } from './use-grid-keys';
import type { Cell } from './use-grid-keys';
import { useGridScroll } from './use-grid-scroll';
import style from './VirtualGrid.module.css';

export function VirtualGrid<Row>(props: VirtualGridProps<Row>): ReactNode {
  const { label, columns, rowCount, rowAt, rowKey, onOpen, selected, empty } = props;
  const { dir } = useDirection();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const scale = useTextScale();
  const headerHeight = rowHeight;
  const scroll = useGridScroll(scroller, rowCount, { rowHeight, headerHeight });
  const selection = useGridSelection(props);
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const active = { row: Math.min(at.row, Math.max(0, rowCount - 1)), column: Math.min(at.column, columns.length - 1) };
  const id = useId();
  useGridReports(props, scroll.span, active.row);
  useEffect(() => {
    if (props.autoFocus === true) scroller.current?.focus();
  }, [props.autoFocus]);
  const moveTo = (cell: Cell): void => {
    setAt(cell);
    scroll.show(cell.row);
  };
  const open = (row: number): void => {
    const found = rowAt(row);
    if (found !== undefined) onOpen(found, row);
  };
  const rowActions = useStable({
    move: (cell) => {
      setAt(cell);
      selection.startAt(cell.row);
    },
    toggle: selection.toggle,
    open,
  });
  const inView = active.row >= scroll.span.from && active.row < scroll.span.to;
  const rows = Array.from({ length: Math.max(0, scroll.span.to - scroll.span.from) }, (_, at) => scroll.span.from + at);
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length + (selected === undefined ? 0 : 1)}
      aria-multiselectable={selected !== undefined}
      aria-activedescendant={inView && rowCount > 0 ? `${id}-${active.row}-${active.column}` : undefined}
      tabIndex={0}
      className={style.grid}
      style={variables(props, scale, rowHeight)}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return;
        pressInGrid(event, active, { rowCount, columnCount: columns.length, pageRows: scroll.pageRows, rightToLeft: dir === 'rtl' }, {
          move: (cell, extend) => {
            if (extend && cell.row !== active.row) {
              if (selected?.size === 0) selection.startAt(active.row);
              selection.extendTo(cell.row);
            }
            moveTo(cell);
          },
          toggle: selected === undefined ? () => undefined : selection.toggle,
          selectAll: selected === undefined ? () => undefined : selection.all,
          open,
        });
      }}
    >
      <GridHeader {...props} scale={scale} onToggleAll={selection.all} />
      <div className={style.rows} role="rowgroup" style={{ blockSize: rowCount === 0 ? undefined : scroll.box }}>
        {rowCount === 0 && <div className={style.empty}>{empty}</div>}
        {rows.map((row) => {
          const found = rowAt(row);
          return (
            <GridRow
              key={row}
              index={row}
              top={scroll.topOf(row)}
              row={found}
              columns={columns}
              idPrefix={id}
              activeColumn={row === active.row ? active.column : undefined}
              selected={selected === undefined ? undefined : found !== undefined && selected.has(rowKey(found))}
              rule={found === undefined ? undefined : props.ruleOf?.(found)}
              actions={rowActions}
            />
          );
        })}
      </div>
    </div>
  );
}

/** One object whose functions always do the newest thing. */
function useStable(actions: RowActions): RowActions {
  const newest = useRef(actions);
  useLayoutEffect(() => {
    newest.current = actions;
  });
  const [stable] = useState<RowActions>(() => ({
    move: (cell) => newest.current.move(cell),
    toggle: (row, extend) => newest.current.toggle(row, extend),
    open: (row) => newest.current.open(row),
  }));
  return stable;
}

/** Tells the page which rows are in view and which one is active, when that changes. */
function useGridReports<Row>(props: VirtualGridProps<Row>, span: { from: number; to: number }, active: number): void {
  const report = useEffectEvent(() => props.onRange(span.from, span.to));
  const { rowCount, rowAt } = props;
  useEffect(() => report(), [span.from, span.to, rowCount]);
  const tell = useEffectEvent(() => props.onActive?.(rowAt(active), active));
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) tell();
    first.current = false;
  }, [active]);
}

/** Column widths and row height as variables, so that a resize repaints without rendering rows again. */
function variables<Row>({ columns, selected }: VirtualGridProps<Row>, scale: number, rowHeight: number): CSSProperties {
  const widths = columns.map(({ width }, index) => {
    const pixels = Math.round(width * scale);
    return index === columns.length - 1 ? `minmax(${pixels}px, 1fr)` : `${pixels}px`;
  });
  const check = selected === undefined ? '' : `${Math.round(40 * scale)}px `;
  return { '--grid-columns': check + widths.join(' '), '--grid-row': `${rowHeight}px` } as CSSProperties;
}

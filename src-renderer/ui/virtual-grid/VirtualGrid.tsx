// A list of any length as a grid: only the rows in view exist on the page. Built for a million rows, the keyboard and both directions.

import { useDirection } from '@mantine/core';
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useRowHeight, useTextScale } from '../appearance';
import { GridHeader } from './GridHeader';
import { GridRow } from './GridRow';
import type { RowActions } from './GridRow';
import { useGridSelection } from './grid-selection';
import type { GridSelection } from './grid-selection';
import type { VirtualGridProps } from './grid-types';
import { pressInGrid } from './use-grid-keys';
import type { Cell } from './use-grid-keys';
import { useGridScroll } from './use-grid-scroll';
import type { GridScroll } from './use-grid-scroll';
import style from './VirtualGrid.module.css';

export function VirtualGrid<Row>(props: VirtualGridProps<Row>): ReactNode {
  const { label, columns, rowCount, selected, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const scale = useTextScale();
  const scroll = useGridScroll(scroller, rowCount, { rowHeight, headerHeight: rowHeight });
  const selection = useGridSelection(props);
  const { active, setAt, press } = useGridCursor(props, scroll, selection);
  const id = useId();
  useGridReports(props, scroll.span, active.row);
  useEffect(() => {
    if (props.autoFocus === true) scroller.current?.focus();
  }, [props.autoFocus]);
  const rowActions = useStable({
    move: (cell) => {
      setAt(cell);
      selection.startAt(cell.row);
    },
    toggle: selection.toggle,
    open: (row) => openRow(props, row),
  });
  const inView = active.row >= scroll.span.from && active.row < scroll.span.to;
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
      onKeyDown={press}
    >
      <GridHeader {...props} scale={scale} onToggleAll={selection.all} />
      <div className={style.rows} role="rowgroup" style={{ blockSize: rowCount === 0 ? undefined : scroll.box }}>
        {rowCount === 0 && <div className={style.empty}>{empty}</div>}
        <GridRows grid={props} scroll={scroll} idPrefix={id} active={active} actions={rowActions} />
      </div>
    </div>
  );
}

interface GridRowsProps<Row> {
  readonly grid: VirtualGridProps<Row>;
  readonly scroll: GridScroll;
  readonly idPrefix: string;
  readonly active: Cell;
  readonly actions: RowActions;
}

function GridRows<Row>({ grid, scroll, idPrefix, active, actions }: GridRowsProps<Row>): ReactNode {
  const { columns, rowAt, rowKey, selected, ruleOf } = grid;
  const { from, to } = scroll.span;
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at).map((row) => {
    const found = rowAt(row);
    return (
      <GridRow
        key={row}
        index={row}
        top={scroll.topOf(row)}
        row={found}
        columns={columns}
        idPrefix={idPrefix}
        activeColumn={row === active.row ? active.column : undefined}
        selected={selected === undefined ? undefined : found !== undefined && selected.has(rowKey(found))}
        rule={found === undefined ? undefined : ruleOf?.(found)}
        actions={actions}
      />
    );
  });
}

function openRow<Row>({ rowAt, onOpen }: VirtualGridProps<Row>, row: number): void {
  const found = rowAt(row);
  if (found !== undefined) onOpen(found, row);
}

/** The active cell, and the keys that move it. */
function useGridCursor<Row>(props: VirtualGridProps<Row>, scroll: GridScroll, selection: GridSelection) {
  const { columns, rowCount, selected } = props;
  const { dir } = useDirection();
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const active = { row: Math.min(at.row, Math.max(0, rowCount - 1)), column: Math.min(at.column, columns.length - 1) };
  const move = (cell: Cell, extend: boolean): void => {
    if (extend && cell.row !== active.row && selected !== undefined) {
      if (selected.size === 0) selection.startAt(active.row);
      selection.extendTo(cell.row);
    }
    setAt(cell);
    scroll.show(cell.row);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const shape = { rowCount, columnCount: columns.length, pageRows: scroll.pageRows, rightToLeft: dir === 'rtl' };
    const select =
      selected === undefined
        ? { toggle: () => undefined, selectAll: () => undefined }
        : { toggle: selection.toggle, selectAll: selection.all };
    pressInGrid(event, { at: active, shape, actions: { move, open: (row) => openRow(props, row), ...select } });
  };
  return { active, setAt, press };
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

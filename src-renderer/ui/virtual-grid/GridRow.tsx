// One row of a grid, drawn at its place. A row that is still on its way shows grey bars of the same height.

import type { ReactNode } from 'react';
import { memo } from 'react';
import type { Hue } from '../surfaces';
import { useT } from '../words';
import { CheckMark } from './CheckMark';
import type { GridColumn } from './grid-types';
import type { Cell } from './use-grid-keys';
import style from './VirtualGrid.module.css';

export interface GridRowProps<Row> {
  readonly index: number;
  readonly top: number;
  readonly row: Row | undefined;
  readonly columns: readonly GridColumn<Row>[];
  readonly idPrefix: string;
  readonly activeColumn: number | undefined;
  /** Undefined where rows cannot be selected. */
  readonly selected: boolean | undefined;
  readonly rule: Hue | undefined;
  /** The same object for the life of the grid, so that rows that did not change are not drawn again. */
  readonly actions: RowActions;
}

export interface RowActions {
  move(cell: Cell): void;
  toggle(row: number, extend: boolean): void;
  open(row: number): void;
}

function Row<Data>(props: GridRowProps<Data>): ReactNode {
  const { index, top, row, columns, idPrefix, activeColumn, selected, rule, actions } = props;
  const t = useT();
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={style.row}
      data-active={activeColumn !== undefined}
      style={
        {
          transform: `translateY(${top}px)`,
          '--grid-rule': rule === undefined ? undefined : `var(--dw-hue-${rule})`,
        } as never
      }
      onMouseDown={(event) => {
        // Shift and a click select rows, never the text between them.
        if (event.shiftKey) event.preventDefault();
      }}
      onDoubleClick={() => actions.open(index)}
    >
      {selected !== undefined && (
        <div
          role="gridcell"
          aria-colindex={1}
          className={style.check}
          onClick={(event) => {
            actions.toggle(index, event.shiftKey);
          }}
        >
          <CheckMark checked={selected} label={t('common.select-row')} />
        </div>
      )}
      {columns.map((column, at) => (
        <div
          key={column.key}
          id={`${idPrefix}-${index}-${at}`}
          role="gridcell"
          aria-colindex={at + (selected === undefined ? 1 : 2)}
          className={style.cell}
          data-align={column.align}
          data-active={activeColumn === at}
          onClick={(event) => {
            actions.move({ row: index, column: at });
            if ((event.ctrlKey || event.metaKey || event.shiftKey) && selected !== undefined)
              actions.toggle(index, event.shiftKey);
          }}
        >
          {row === undefined ? <span className={style.coming} /> : column.render(row)}
        </div>
      ))}
    </div>
  );
}

export const GridRow = memo(Row) as typeof Row;

// The keyboard of a grid: arrows (mirrored in right-to-left writing), pages, ends, selecting and opening.

import type { KeyboardEvent } from 'react';

export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface GridActions {
  move(cell: Cell, extend: boolean): void;
  toggle(row: number, extend: boolean): void;
  selectAll(): void;
  open(row: number): void;
}

export interface GridShape {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly pageRows: number;
  readonly rightToLeft: boolean;
}

export interface GridKeyboard {
  readonly at: Cell;
  readonly shape: GridShape;
  readonly actions: GridActions;
}

/** What an arrow, page or end key moves to; undefined for other keys. */
export function cellAfter(key: string, at: Cell, shape: GridShape): Cell | undefined {
  const last = shape.rowCount - 1;
  const inRow = (row: number): Cell => ({ ...at, row: Math.min(last, Math.max(0, row)) });
  const along = (step: number): Cell => ({
    ...at,
    column: Math.min(shape.columnCount - 1, Math.max(0, at.column + step)),
  });
  const forward = shape.rightToLeft ? -1 : 1;
  switch (key) {
    case 'ArrowDown':
      return inRow(at.row + 1);
    case 'ArrowUp':
      return inRow(at.row - 1);
    case 'PageDown':
      return inRow(at.row + shape.pageRows);
    case 'PageUp':
      return inRow(at.row - shape.pageRows);
    case 'Home':
      return inRow(0);
    case 'End':
      return inRow(last);
    case 'ArrowRight':
      return along(forward);
    case 'ArrowLeft':
      return along(-forward);
    default:
      return undefined;
  }
}

export function pressInGrid(event: KeyboardEvent, { at, shape, actions }: GridKeyboard): void {
  if (shape.rowCount === 0 || event.altKey) return;
  const control = event.ctrlKey || event.metaKey;
  const target = cellAfter(event.key, at, shape);
  if (target !== undefined) actions.move(target, event.shiftKey);
  else if (event.code === 'Space') actions.toggle(at.row, event.shiftKey);
  else if (control && !event.shiftKey && event.code === 'KeyA') actions.selectAll();
  else if (event.key === 'Enter' && !control) actions.open(at.row);
  else return;
  event.preventDefault();
}

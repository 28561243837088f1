// The scroll place of a grid, in rows: follows the scroll bar, and moves it to show a row.

import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';
import { offsetShowing, rowsInView, scaleOf } from './grid-scale';
import type { RowSpan } from './grid-scale';

const ROWS_AROUND = 8;

export interface GridScroll {
  readonly span: RowSpan;
  readonly box: number;
  /** Pixels from the top of the box at which a row is drawn. */
  topOf(row: number): number;
  show(row: number): void;
  /** Rows that fit in the view. */
  readonly pageRows: number;
}

/** `headerHeight` is the sticky header's, in pixels: rows scroll under it. */
export function useGridScroll(
  scroller: RefObject<HTMLDivElement | null>,
  rowCount: number,
  sizes: { rowHeight: number; headerHeight: number },
): GridScroll {
  const { rowHeight, headerHeight } = sizes;
  const [view, setView] = useState({ top: 0, height: 600 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const read = (): void =>
      setView({ top: element.scrollTop, height: Math.max(element.clientHeight - headerHeight, rowHeight) });
    read();
    const resized = new ResizeObserver(read);
    resized.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [scroller, headerHeight, rowHeight]);
  const scale = scaleOf(rowCount, rowHeight, view.height);
  const offset = view.top * scale.factor;
  const show = (row: number): void => {
    const element = scroller.current;
    if (element === null) return;
    const height = Math.max(element.clientHeight - headerHeight, rowHeight);
    const { factor } = scaleOf(rowCount, rowHeight, height);
    const from = element.scrollTop * factor;
    const next = offsetShowing(row, { offset: from, height, rowHeight });
    if (next !== from) element.scrollTo({ top: next / factor, behavior: 'instant' });
  };
  return {
    span: rowsInView({ offset, height: view.height, rowHeight }, rowCount, ROWS_AROUND),
    box: scale.box,
    topOf: (row) => row * rowHeight - offset + view.top,
    show,
    pageRows: Math.max(1, Math.floor(view.height / rowHeight) - 1),
  };
}

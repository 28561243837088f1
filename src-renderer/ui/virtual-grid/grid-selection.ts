// Which rows are selected: by key, so that sorting and scrolling keep the selection.

import { useCallback, useRef } from 'react';
import type { VirtualGridProps } from './grid-types';

export interface GridSelection {
  toggle(row: number, extend: boolean): void;
  /** Shift with an arrow: from the first row of the stretch to this one. */
  extendTo(row: number): void;
  all(): void;
  /** The next stretch starts at this row. */
  startAt(row: number): void;
}

export function useGridSelection<Row>(props: VirtualGridProps<Row>): GridSelection {
  const { selected, onSelected, onSelectAll, rowAt, rowKey, rowCount } = props;
  const anchor = useRef(0);
  const keysBetween = useCallback(
    (first: number, last: number): string[] => {
      const keys: string[] = [];
      for (let row = Math.min(first, last); row <= Math.max(first, last); row++) {
        const found = rowAt(row);
        if (found !== undefined) keys.push(rowKey(found));
      }
      return keys;
    },
    [rowAt, rowKey],
  );
  const extendTo = (row: number): void =>
    onSelected?.(new Set([...(selected ?? []), ...keysBetween(anchor.current, row)]));
  return {
    extendTo,
    startAt: (row) => {
      anchor.current = row;
    },
    toggle(row, extend) {
      if (extend) return extendTo(row);
      anchor.current = row;
      const [key] = keysBetween(row, row);
      if (key === undefined) return;
      const next = new Set(selected ?? []);
      if (!next.delete(key)) next.add(key);
      onSelected?.(next);
    },
    all: () => (onSelectAll === undefined ? onSelected?.(new Set(keysBetween(0, rowCount - 1))) : onSelectAll()),
  };
}

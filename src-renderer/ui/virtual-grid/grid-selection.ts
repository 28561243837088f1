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

/** Rows chosen in one go with Shift: it grows and shrinks from its start. */
interface Stretch {
  readonly start: number;
  /** What was selected when it began. */
  readonly before: ReadonlySet<string>;
  /** What it selected last. */
  readonly made: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

export function useGridSelection<Row>(props: VirtualGridProps<Row>): GridSelection {
  const { selected, onSelected, onSelectAll, rowAt, rowKey, rowCount } = props;
  const stretch = useRef<Stretch>({ start: 0, before: none, made: none });
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
  const startAt = (start: number, before = selected ?? none): void => {
    stretch.current = { start, before, made: before };
  };
  const extendTo = (row: number): void => {
    const { start, made } = stretch.current;
    // Where something was selected otherwise meanwhile, that stays.
    const before = made === selected ? stretch.current.before : (selected ?? none);
    const next = new Set([...before, ...keysBetween(start, row)]);
    stretch.current = { start, before, made: next };
    onSelected?.(next);
  };
  return {
    extendTo,
    startAt,
    toggle(row, extend) {
      if (extend) return extendTo(row);
      const [key] = keysBetween(row, row);
      if (key === undefined) return;
      const next = new Set(selected ?? []);
      if (!next.delete(key)) next.add(key);
      startAt(row, next);
      onSelected?.(next);
    },
    all: () => (onSelectAll === undefined ? onSelected?.(new Set(keysBetween(0, rowCount - 1))) : onSelectAll()),
  };
}

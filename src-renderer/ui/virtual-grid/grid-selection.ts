// Which rows are selected: by key, so that sorting and scrolling keep the selection.

import { useCallback, useLayoutEffect, useRef } from 'react';
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
  const { selected = none, onSelected, onSelectAll, rowCount } = props;
  const keysBetween = useKeysBetween(props);
  const stretch = useStretch(props, keysBetween);
  return {
    ...stretch,
    toggle(row, extend) {
      if (extend) return stretch.extendTo(row);
      const [key] = keysBetween(row, row);
      if (key === undefined) return;
      const next = new Set(selected);
      if (!next.delete(key)) next.add(key);
      stretch.startAt(row, next);
      onSelected?.(next);
    },
    all: () => (onSelectAll === undefined ? onSelected?.(new Set(keysBetween(0, rowCount - 1))) : onSelectAll()),
  };
}

type KeysBetween = (first: number, last: number) => string[];

/** Of the rows that are here. */
function useKeysBetween<Row>({ rowAt, rowKey }: VirtualGridProps<Row>): KeysBetween {
  return useCallback(
    (first, last) => {
      const keys: string[] = [];
      for (let row = Math.min(first, last); row <= Math.max(first, last); row++) {
        const found = rowAt(row);
        if (found !== undefined) keys.push(rowKey(found));
      }
      return keys;
    },
    [rowAt, rowKey],
  );
}

function useStretch<Row>(props: VirtualGridProps<Row>, keysBetween: KeysBetween) {
  const { selected = none, onSelected, rowsBetween, rowKey } = props;
  const newest = useRef(selected);
  useLayoutEffect(() => {
    newest.current = selected;
  });
  const stretch = useRef<Stretch>({ start: 0, before: none, made: none });
  const take = (next: Stretch): void => {
    stretch.current = next;
    onSelected?.(next.made);
  };
  /** The rows of it that are not here yet, unless something else was selected before they came. */
  const complete = async (own: Stretch, row: number): Promise<void> => {
    const rows = (await rowsBetween?.(own.start, row)) ?? [];
    if (stretch.current !== own || newest.current !== own.made) return;
    take({ ...own, made: new Set([...own.before, ...rows.map(rowKey)]) });
  };
  return {
    startAt: (start: number, before = selected): void => {
      stretch.current = { start, before, made: before };
    },
    extendTo(row: number): void {
      const { start, made } = stretch.current;
      // Where something was selected otherwise meanwhile, that stays.
      const before = made === selected ? stretch.current.before : selected;
      const here = keysBetween(start, row);
      take({ start, before, made: new Set([...before, ...here]) });
      if (here.length <= Math.abs(row - start)) void complete(stretch.current, row);
    },
  };
}

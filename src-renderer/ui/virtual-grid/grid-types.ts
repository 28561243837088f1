// What a page tells the grid: columns as data, rows by index, and what to do when a person acts.

import type { ReactNode } from 'react';
import type { Hue } from '../surfaces';

export interface GridColumn<Row> {
  readonly key: string;
  readonly header: string;
  /** Pixels at the normal text size. */
  readonly width: number;
  readonly align?: 'start' | 'end';
  readonly sortable?: boolean;
  readonly render: (row: Row) => ReactNode;
}

export interface GridSort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

export interface VirtualGridProps<Row> {
  /** What the list holds; read out. */
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rowCount: number;
  /** Undefined while the row is still on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly rowKey: (row: Row) => string;
  /** The rows in view and a little around them, whenever they change: fetch what is missing. */
  readonly onRange: (from: number, to: number) => void;
  readonly onOpen: (row: Row, index: number) => void;
  /** A person moved to this row (a peek panel may follow). */
  readonly onActive?: (row: Row | undefined, index: number) => void;
  readonly selected?: ReadonlySet<string>;
  readonly onSelected?: (keys: ReadonlySet<string>) => void;
  /** For a stretch beyond the rows that are here: those from `start` to `end`, which may lie before it; where they are too many, those next to `start`. */
  readonly rowsBetween?: (start: number, end: number) => Promise<readonly Row[]>;
  /** Ctrl+A; without it all rows that are loaded are selected. */
  readonly onSelectAll?: () => void;
  readonly sort?: GridSort;
  readonly onSort?: (key: string) => void;
  readonly onResize?: (key: string, width: number) => void;
  /** Colour of the ledger rule at the start edge of a row. */
  readonly ruleOf?: (row: Row) => Hue | undefined;
  /** Shown in place of rows when there are none. */
  readonly empty?: ReactNode;
  readonly autoFocus?: boolean;
}

export const MIN_COLUMN = 64;
export const MAX_COLUMN = 640;

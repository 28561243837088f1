// A table on its way out: typed columns under headings in a language, rows in batches. CSV and workbooks are both written from it.

/** day: a civil date `YYYY-MM-DD`. instant: ms UTC. Text is never calculated by whoever opens it. */
export type ColumnType = 'text' | 'number' | 'day' | 'instant';
export type Cell = string | number | null;

export interface TableColumn {
  readonly heading: string;
  readonly type: ColumnType;
}

export interface Table {
  /** Of the file in an archive of several: the entity. */
  readonly key?: string;
  /** Of the sheet. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** Rows that will come, as far as is known. */
  readonly total: number;
  rows(): Iterable<readonly (readonly Cell[])[]>;
}

// Which rows are selected: a set of ids, with Shift for a run of rows, and an honest limit.

export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where a Shift range begins: the last row that was selected by itself. */
  readonly from: number | null;
}

/** The door changes at most this many records in one step. */
export const SELECTION_LIMIT = 10_000;

export const noSelection: Selection = { ids: new Set(), from: null };

export function toggled(selection: Selection, id: string, row: number): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id) && ids.size < SELECTION_LIMIT) ids.add(id);
  return { ids, from: row };
}

/** Selects every row from the last selected one to this one; `idAt` answers undefined for rows that are not here yet. */
export function extended(selection: Selection, row: number, idAt: (row: number) => string | undefined): Selection {
  const start = selection.from ?? row;
  const ids = new Set(selection.ids);
  for (let index = Math.min(start, row); index <= Math.max(start, row) && ids.size < SELECTION_LIMIT; index += 1) {
    const id = idAt(index);
    if (id !== undefined) ids.add(id);
  }
  return { ids, from: start };
}

export function withAll(selection: Selection, ids: readonly string[]): Selection {
  const all = new Set(selection.ids);
  for (const id of ids) {
    if (all.size >= SELECTION_LIMIT) break;
    all.add(id);
  }
  return { ids: all, from: null };
}

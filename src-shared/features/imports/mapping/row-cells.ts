// Takes the mapped cells out of a row: cleaned, placeholders for "nothing" emptied, labels carried to the columns they speak of.

import { cleanLine, cleanText } from '../../../text/clean';
import { isNothing, unguarded } from '../../../text/spreadsheet-guard';
import type { ImportTarget } from './targets';
import { isImportTarget } from './targets';

/** `label` is what the file itself calls the value (home, work, جوال…); `calendar` is one the value brings along. */
export type RowCell = {
  readonly target: ImportTarget;
  readonly text: string;
  readonly column?: number;
  readonly label?: string;
  readonly labelColumn?: number;
  readonly calendar?: string;
  readonly header?: string;
};

export type MappedColumn = { readonly index: number; readonly target: ImportTarget };

/** A line may hold as much, UTF-16 units. */
export const LONGEST_LINE = 500;
/** Of a single line this much is looked at, UTF-16 units: four times what a party may hold, so that cleaning has room. */
export const LINE_LOOKED_AT = 2000;
/** Of a note: one more than a party may hold, which is what gets it refused. */
export const NOTE_LOOKED_AT = 100_001;

export function mappedColumns(columns: readonly { index: number; target: string | null }[]): MappedColumn[] {
  return columns
    .flatMap(({ index, target }) => (target !== null && isImportTarget(target) ? [{ index, target }] : []))
    .toSorted((left, right) => left.index - right.index);
}

export function rowCells(
  row: readonly string[],
  columns: readonly MappedColumn[],
  headers: readonly string[],
): RowCell[] {
  const cells: RowCell[] = [];
  let label: { text: string; column: number } | null = null;
  for (const { index, target } of columns) {
    const cell = row[index] ?? '';
    const raw = unguarded(cell);
    const text = target === 'note' ? noteText(raw) : lineText(raw, target);
    if (target === 'label') {
      label = { text, column: index };
      continue;
    }
    if (text === '' || (raw === cell && isNothing(text))) continue;
    cells.push({
      target,
      text,
      column: index,
      label: label?.text,
      labelColumn: label?.column,
      header: headers[index],
    });
  }
  return cells;
}

export function noteText(raw: string): string {
  return cleanText(raw.slice(0, NOTE_LOOKED_AT));
}

/** Lines within a cell become one; in a name they part words, elsewhere values. */
export function lineText(raw: string, target: ImportTarget): string {
  return cleanLine(raw.slice(0, LINE_LOOKED_AT).replace(/[\r\n]+/g, target.startsWith('name.') ? ' ' : ', '));
}

/** The first text of a target. */
export function firstText(cells: readonly RowCell[], target: ImportTarget): string | undefined {
  return cells.find((cell) => cell.target === target)?.text;
}

export function textsOf(cells: readonly RowCell[], target: ImportTarget): string[] {
  return cells.filter((cell) => cell.target === target).map((cell) => cell.text);
}

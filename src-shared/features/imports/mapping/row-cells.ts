// Takes the mapped cells out of a row: cleaned, placeholders for "nothing" emptied, labels carried to the columns they speak of.

import { cleanLine, cleanText } from '../../../text/clean';
import type { Rejection } from './draft';
import { rejection } from './draft';
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

/** Longest single-line value a party may hold, as `Line` in core/schemas. */
const LONGEST_LINE = 500;

/** What people and programs write into a cell to say that there is nothing, in lower case; asked for every cell, so not folded. */
const NOTHING: ReadonlySet<string> = new Set(
  'n/a|na|null|nil|none|undefined|nan|لا يوجد|لايوجد|لا توجد|بدون|غير معروف|ندارد|نامشخص|نامعلوم|#n/a|#ref!|#value!'.split(
    '|',
  ),
);

export function mappedColumns(columns: readonly { index: number; target: string | null }[]): MappedColumn[] {
  return columns
    .flatMap(({ index, target }) => (target !== null && isImportTarget(target) ? [{ index, target }] : []))
    .toSorted((left, right) => left.index - right.index);
}

export function isNothing(text: string): boolean {
  if (text.length > 12) return /^[\s\-–—_.,;:/\\0?؟*]*$/.test(text);
  return NOTHING.has(text.toLowerCase()) || /^[\s\-–—_.,;:/\\0?؟*]*$/.test(text);
}

/** An export guards text that a spreadsheet would take for a formula with an apostrophe; on the way in it goes. */
export function withoutFormulaGuard(text: string): string {
  return /^'[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text;
}

export function rowCells(
  row: readonly string[],
  columns: readonly MappedColumn[],
  headers: readonly string[],
): { cells: RowCell[]; rejections: Rejection[] } {
  const cells: RowCell[] = [];
  const rejections: Rejection[] = [];
  let label: { text: string; column: number } | null = null;
  for (const { index, target } of columns) {
    const raw = withoutFormulaGuard(row[index] ?? '');
    const text =
      target === 'note' ? cleanText(raw) : cleanLine(raw.replace(/[\r\n]+/g, target.startsWith('name.') ? ' ' : ', '));
    if (target === 'label') {
      label = { text, column: index };
      continue;
    }
    if (text === '' || isNothing(text)) continue;
    if (target !== 'note' && text.length > LONGEST_LINE) rejections.push(rejection('too-long', text, index));
    cells.push({ target, text, column: index, label: label?.text, labelColumn: label?.column, header: headers[index] });
  }
  return { cells, rejections };
}

/** The first text of a target. */
export function firstText(cells: readonly RowCell[], target: ImportTarget): string | undefined {
  return cells.find((cell) => cell.target === target)?.text;
}

export function textsOf(cells: readonly RowCell[], target: ImportTarget): string[] {
  return cells.filter((cell) => cell.target === target).map((cell) => cell.text);
}

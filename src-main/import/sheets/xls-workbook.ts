// Legacy XLS through hucre, which reads it whole; that is why it has a size limit of its own.

import { readXls } from 'hucre/xlsx';
import { FileRefused } from '../failure';
import type { ImportLimits } from '../limits';
import type { ByteFile } from '../text/byte-file';
import { momentText, numberText } from './cell-text';
import type { SheetRow, SpreadsheetPort } from './spreadsheet-port';

type Workbook = Awaited<ReturnType<typeof readXls>>;
type Value = Workbook['sheets'][number]['rows'][number][number];

export async function openXls(file: ByteFile, limits: ImportLimits): Promise<SpreadsheetPort> {
  if (file.size > limits.wholeSheetBytes) throw tooBig(limits);
  return portOf(await readXls(await file.read(0, file.size)), limits);
}

function tooBig(limits: ImportLimits): FileRefused {
  return new FileRefused('import.file-too-large', { limit: limits.wholeSheetBytes, saveAs: 'xlsx' });
}

function portOf(book: Workbook, limits: ImportLimits): SpreadsheetPort {
  if (book.sheets.length === 0) throw new FileRefused('import.sheet-missing');
  const counted = { done: 0, total: 0 };
  return {
    sheets: () =>
      Promise.resolve(book.sheets.map((sheet, index) => ({ name: sheet.name, index, hidden: sheet.hidden === true }))),
    statedRows: (index) => Promise.resolve(book.sheets[index]?.rows.length ?? null),
    progress: () => (counted.total === 0 ? 0 : counted.done / counted.total),
    rows: (index) => bookRows(book, { index, limits, counted }),
  };
}

async function* bookRows(
  book: Workbook,
  { index, limits, counted }: { index: number; limits: ImportLimits; counted: { done: number; total: number } },
): AsyncGenerator<SheetRow> {
  // A row in which nothing stands is a hole in the list.
  const rows: readonly (readonly Value[] | undefined)[] | undefined = book.sheets[index]?.rows;
  if (!rows) throw new FileRefused('import.sheet-missing', { sheet: index });
  counted.total = rows.length;
  for (const [number, row] of rows.entries()) {
    counted.done = number + 1;
    const cells = (row ?? []).slice(0, limits.columns + 1).map(valueText);
    while (cells.length > 0 && cells.at(-1) === '') cells.pop();
    if (cells.some((cell) => cell.trim() !== '')) yield { index: number + 1, cells };
  }
}

function valueText(value: Value): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date ? momentText(value) : String(value);
}

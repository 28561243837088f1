// Streams the rows of one XLSX sheet as text cells, holding one piece of the sheet at a time.

import type { ImportLimits } from '../limits';
import type { CellFormat } from './cell-formats';
import { numberText, serialDateText, unescapeOoxml } from './cell-text';
import type { SharedStrings } from './shared-strings';
import type { SheetRow } from './spreadsheet-port';
import type { XmlHandler } from './xml-tokens';
import { attribute, createXmlTokens, unescapeXml } from './xml-tokens';

export type WorksheetContext = {
  readonly strings: SharedStrings;
  readonly formats: readonly CellFormat[];
  readonly date1904: boolean;
  readonly limits: ImportLimits;
};

type Cell = { column: number; type: string; style: number; value: string; inline: string };

export async function* worksheetRows(
  pieces: AsyncGenerator<Buffer>,
  context: WorksheetContext,
): AsyncGenerator<SheetRow> {
  const decoder = new TextDecoder('utf-8');
  const rows: SheetRow[] = [];
  const tokens = createXmlTokens(rowHandler(context, (row) => rows.push(row)));
  for await (const piece of pieces) {
    tokens.push(decoder.decode(piece, { stream: true }));
    yield* rows;
    rows.length = 0;
  }
  tokens.push(decoder.decode());
  tokens.end();
  yield* rows;
}

function rowHandler(context: WorksheetContext, emit: (row: SheetRow) => void): XmlHandler {
  let index = 0;
  let cells: string[] = [];
  let cell: Cell | null = null;
  let into: 'value' | 'inline' | null = null;
  let inGuide = false;
  return {
    open(name, attributes) {
      if (name === 'c') cell = openCell(attributes, cells.length);
      else if (name === 'v') into = 'value';
      else if (name === 't') into = inGuide ? null : 'inline';
      else if (name === 'rPh') inGuide = true;
      else if (name === 'row') {
        index = Number(attribute(attributes, 'r') ?? index + 1) || index + 1;
        cells = [];
      }
    },
    close(name) {
      if (name === 'v' || name === 't') into = null;
      else if (name === 'rPh') inGuide = false;
      else if (name === 'c' && cell) {
        placeCell(cells, cell, context);
        cell = null;
      } else if (name === 'row' && cells.some((text) => text.trim() !== '')) emit({ index, cells });
    },
    text(piece) {
      if (cell && into && cell[into].length <= context.limits.cellLength) cell[into] += piece;
    },
  };
}

function openCell(attributes: string, next: number): Cell {
  const reference = attribute(attributes, 'r');
  return {
    column: reference === undefined ? next : columnOf(reference),
    type: attribute(attributes, 't') ?? 'n',
    style: Number(attribute(attributes, 's') ?? '-1'),
    value: '',
    inline: '',
  };
}

/** 0-based column of a reference like `AB12`; -1 when it is none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

/** Columns beyond the limit leave one cell over it behind, which is what gets the row rejected, whatever the stated column. */
function placeCell(cells: string[], cell: Cell, context: WorksheetContext): void {
  const text = cellText(cell, context);
  if (text === '' || cell.column < 0) return;
  const column = Math.min(cell.column, context.limits.columns);
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

function cellText(cell: Cell, { strings, formats, date1904 }: WorksheetContext): string {
  const value = unescapeXml(cell.value);
  if (cell.type === 's') return strings.at(Number(value));
  if (cell.type === 'inlineStr') return unescapeOoxml(unescapeXml(cell.inline));
  if (cell.type === 'str') return unescapeOoxml(value);
  if (cell.type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  // An error value (#N/A, #REF!) says that there is no value.
  if (cell.type === 'e' || value.trim() === '') return '';
  if (cell.type === 'd') return value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace(/\.\d+Z?$|Z$/, '');
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const format = formats[cell.style] ?? 'number';
  if (format === 'date') return serialDateText(number, date1904) ?? numberText(number);
  const text = numberText(number);
  return typeof format === 'object' && /^\d+$/.test(text) ? text.padStart(format.zeros, '0') : text;
}

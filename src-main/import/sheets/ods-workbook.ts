// Opens an OpenDocument spreadsheet as a stream: all sheets lie in one content.xml, which is read through and never held.
// Source: OASIS ODF 1.3 part 3, chapter 9 (tables) and 19 (attributes).

import { FileRefused } from '../failure';
import type { ImportLimits } from '../limits';
import type { ByteFile } from '../text/byte-file';
import type { OdsCell, OdsRowCells } from './ods-cells';
import { odsCellText, placeOdsCell } from './ods-cells';
import type { SheetInfo, SheetRow, SpreadsheetPort } from './spreadsheet-port';
import type { XmlHandler, XmlTokens } from './xml-tokens';
import { attribute, createXmlTokens } from './xml-tokens';
import type { ZipArchive } from './zip-archive';
import { openZipArchive } from './zip-archive';

const CONTENT = 'content.xml';

export async function openOds(file: ByteFile, limits: ImportLimits): Promise<SpreadsheetPort> {
  const archive = await openZipArchive(file, limits);
  const counted = { done: 0, total: archive.sizeOf(CONTENT) };
  return {
    sheets: () => sheetNames(archive),
    statedRows: () => Promise.resolve(null),
    progress: () => (counted.total === 0 ? 0 : Math.min(1, counted.done / counted.total)),
    rows: (sheet) => odsRows(archive, { sheet, limits, counted }),
  };
}

async function sheetNames(archive: ZipArchive): Promise<SheetInfo[]> {
  const sheets: SheetInfo[] = [];
  let depth = 0;
  const tokens = createXmlTokens({
    open(name, attributes) {
      if (name !== 'table') return;
      depth += 1;
      // A table within a cell is no sheet.
      if (depth === 1)
        sheets.push({ name: attribute(attributes, 'table:name') ?? '', index: sheets.length, hidden: false });
    },
    close(name) {
      if (name === 'table') depth -= 1;
    },
    text: () => undefined,
  });
  await pushAll(archive.stream(CONTENT), tokens, () => undefined);
  if (sheets.length === 0) throw new FileRefused('import.sheet-missing');
  return sheets;
}

async function pushAll(
  pieces: AsyncGenerator<Buffer>,
  tokens: XmlTokens,
  seen: (bytes: number) => void,
): Promise<void> {
  const decoder = new TextDecoder('utf-8');
  for await (const piece of pieces) {
    tokens.push(decoder.decode(piece, { stream: true }));
    seen(piece.length);
  }
  tokens.push(decoder.decode());
  tokens.end();
}

type Asked = { readonly sheet: number; readonly limits: ImportLimits; readonly counted: { done: number } };

async function* odsRows(archive: ZipArchive, { sheet, limits, counted }: Asked): AsyncGenerator<SheetRow> {
  const decoder = new TextDecoder('utf-8');
  const found: RepeatedRow[] = [];
  const reading = { table: -1 };
  const tokens = createXmlTokens(rowHandler({ sheet, limits }, reading, (row) => found.push(row)));
  for await (const piece of archive.stream(CONTENT)) {
    counted.done += piece.length;
    tokens.push(decoder.decode(piece, { stream: true }));
    for (const row of found.splice(0)) yield* repeated(row);
    // The sheets after the one asked for are nobody's business.
    if (reading.table > sheet) return;
  }
  tokens.push(decoder.decode());
  tokens.end();
  for (const row of found) yield* repeated(row);
  if (reading.table < sheet) throw new FileRefused('import.sheet-missing', { sheet });
}

type RepeatedRow = SheetRow & { readonly times: number };

function* repeated({ index, cells, times }: RepeatedRow): Generator<SheetRow> {
  for (let time = 0; time < times; time += 1) yield { index: index + time, cells: [...cells] };
}

type RowState = OdsRowCells & { index: number; times: number; cell: OdsCell | null; notes: number; inTable: boolean };

function rowHandler(
  { sheet, limits }: { sheet: number; limits: ImportLimits },
  reading: { table: number },
  emit: (row: RepeatedRow) => void,
): XmlHandler {
  const state: RowState = { index: 1, times: 1, cells: [], gap: 0, cell: null, notes: 0, inTable: false };
  let depth = 0;
  return {
    open(name, attributes) {
      if (name === 'table') {
        depth += 1;
        reading.table += depth === 1 ? 1 : 0;
        state.inTable = depth === 1 && reading.table === sheet;
      }
      if (state.inTable) openInTable(state, name, attributes);
    },
    close(name) {
      if (name === 'table') depth -= 1;
      if (!state.inTable) return;
      if (name === 'annotation') state.notes -= 1;
      else if ((name === 'table-cell' || name === 'covered-table-cell') && state.cell) {
        placeOdsCell(state, odsCellText(state.cell), { times: state.cell.times, limits });
        state.cell = null;
      } else if (name === 'table-row') {
        if (state.cells.some((text) => text.trim() !== ''))
          emit({ index: state.index, cells: state.cells, times: state.times });
        state.index += state.times;
      } else if (name === 'table') state.inTable = false;
    },
    text(piece) {
      if (state.cell && state.notes === 0 && state.cell.paragraphs > 0) addText(state.cell, piece, limits);
    },
  };
}

function openInTable(state: RowState, name: string, attributes: string): void {
  if (name === 'table-cell' || name === 'covered-table-cell') {
    state.cell = {
      type: attribute(attributes, 'office:value-type') ?? '',
      value: writtenValue(attributes),
      times: count(attribute(attributes, 'table:number-columns-repeated')),
      text: '',
      paragraphs: 0,
    };
  } else if (name === 'table-row') {
    state.cells = [];
    state.gap = 0;
    state.times = count(attribute(attributes, 'table:number-rows-repeated'));
  } else if (name === 'annotation') state.notes += 1;
  else if (state.cell && state.notes === 0) openInCell(state.cell, name, attributes);
}

function openInCell(cell: OdsCell, name: string, attributes: string): void {
  if (name === 'p' || name === 'h') {
    cell.text += cell.paragraphs > 0 ? '\n' : '';
    cell.paragraphs += 1;
  } else if (name === 's') cell.text += ' '.repeat(Math.min(1000, count(attribute(attributes, 'text:c'))));
  else if (name === 'tab') cell.text += '\t';
  else if (name === 'line-break') cell.text += '\n';
}

function addText(cell: OdsCell, piece: string, limits: ImportLimits): void {
  if (cell.text.length <= limits.cellLength) cell.text += piece;
}

function writtenValue(attributes: string): string | undefined {
  for (const name of [
    'office:value',
    'office:date-value',
    'office:time-value',
    'office:boolean-value',
    'office:string-value',
  ]) {
    const value = attribute(attributes, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

function count(text: string | undefined): number {
  const value = Number(text ?? '1');
  return Number.isInteger(value) && value > 0 ? value : 1;
}

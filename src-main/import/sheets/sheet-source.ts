// A spreadsheet's rows as import rows, with the caps of a cell and a row applied and a place to begin again.

import { FileRefused } from '../failure';
import type { ImportLimits } from '../limits';
import type { Checkpoint, RecordSource, TabularRow } from '../source';
import type { ByteFile } from '../text/byte-file';
import type { SheetRow, SpreadsheetPort } from './spreadsheet-port';

export type SheetSettings = {
  readonly sheet: number;
  readonly limits: ImportLimits;
  readonly from?: Checkpoint | undefined;
};

/** The checkpoint of a sheet is the row number: beginning again reads the rows before it and lets them go. */
export function openSheetSource(file: ByteFile, port: SpreadsheetPort, settings: SheetSettings): RecordSource {
  const cursor = { row: settings.from?.row ?? 0 };
  return {
    rows: () => sheetRows(port, settings, cursor),
    position: () => ({
      checkpoint: { row: cursor.row, at: `row:${cursor.row}` },
      bytesRead: Math.round(port.progress() * file.size),
      bytesTotal: file.size,
    }),
    close: () => file.close(),
  };
}

async function* sheetRows(
  port: SpreadsheetPort,
  settings: SheetSettings,
  cursor: { row: number },
): AsyncGenerator<TabularRow> {
  const { limits, from } = settings;
  for await (const row of port.rows(settings.sheet)) {
    if (row.index <= (from?.row ?? 0)) continue;
    if (row.index > limits.rows) throw new FileRefused('import.too-many-rows', { limit: limits.rows });
    cursor.row = row.index;
    yield checked(row, limits);
  }
}

function checked(row: SheetRow, limits: ImportLimits): TabularRow {
  if (row.cells.length > limits.columns)
    return { row: row.index, cells: row.cells.slice(0, limits.columns), problem: 'too-many-columns' };
  if (row.cells.every((cell) => cell.length <= limits.cellLength)) return { row: row.index, cells: row.cells };
  return { row: row.index, cells: row.cells.map((cell) => cell.slice(0, limits.cellLength)), problem: 'cell-too-long' };
}

// Reads JSON as rows: a list of objects, such a list inside an object, objects one after another, or one per line.

import { FileRefused } from '../failure';
import type { ImportLimits } from '../limits';
import type { Checkpoint, RecordSource, TabularRow } from '../source';
import type { ByteFile } from '../text/byte-file';
import type { EncodingGuess } from '../text/encoding';
import { openTextWindow, readPlace, writePlace } from '../text/text-window';
import type { FlatRecord } from './json-cells';
import { cellsUnder, flatRecord, REST_COLUMN } from './json-cells';
import type { Walk } from './json-walk';
import { firstRecord, skipToken, valueEndIn } from './json-walk';

export type JsonSettings = {
  readonly encoding: EncodingGuess;
  readonly limits: ImportLimits;
  readonly columns: readonly string[];
  readonly from?: Checkpoint | undefined;
};

const COLUMNS_FROM_ROWS = 1000;
const MOST_COLUMNS = 500;

/** The names that the first thousand records use, and one more column for names that only later ones use. */
export async function jsonColumns(file: ByteFile, settings: Omit<JsonSettings, 'columns'>): Promise<string[]> {
  const names = new Set<string>();
  const cursor = cursorOver(file, settings);
  let rows = 0;
  for await (const { record } of records(cursor, settings.limits)) {
    for (const name of record?.keys() ?? []) if (names.size < MOST_COLUMNS) names.add(name);
    rows += 1;
    if (rows >= COLUMNS_FROM_ROWS) break;
  }
  return [...names, REST_COLUMN];
}

export function openJsonSource(file: ByteFile, settings: JsonSettings): RecordSource {
  const cursor = cursorOver(file, settings);
  return {
    columns: settings.columns,
    rows: () => jsonRows(cursor, settings),
    position: () => {
      const reached = cursor.window.placeOf(cursor.at);
      return {
        checkpoint: { row: cursor.row, at: `${cursor.inList ? 'list' : 'row'}@${writePlace(reached)}` },
        bytesRead: cursor.window.bytesUpTo(reached),
        bytesTotal: file.size,
      };
    },
    close: () => file.close(),
  };
}

type JsonCursor = Walk & { row: number; begun: boolean };

function cursorOver(file: ByteFile, { encoding, from }: Omit<JsonSettings, 'columns'>): JsonCursor {
  const [mode, at] = (from?.at ?? '').split('@');
  const place = from ? readPlace(at ?? '', file.size) : { blockOffset: encoding.bomBytes, charIndex: 0 };
  if (place === null) throw new FileRefused('import.bad-checkpoint');
  const window = openTextWindow(file, { encoding: encoding.encoding, place });
  return { row: from?.row ?? 0, at: 0, window, inList: mode === 'list', begun: from !== undefined };
}

async function* jsonRows(cursor: JsonCursor, { limits, columns }: JsonSettings): AsyncGenerator<TabularRow> {
  for await (const { row, record, text } of records(cursor, limits)) {
    if (row > limits.rows) throw new FileRefused('import.too-many-rows', { limit: limits.rows });
    if (record === null) yield { row, cells: [text.slice(0, SHOWN)], problem: 'bad-json' };
    else yield checked({ row, cells: cellsUnder(record, columns) }, limits);
  }
}

const SHOWN = 1000;

function checked(row: TabularRow, limits: ImportLimits): TabularRow {
  if (row.cells.some((cell) => cell.length > limits.cellLength))
    return { ...row, cells: row.cells.map((cell) => cell.slice(0, limits.cellLength)), problem: 'cell-too-long' };
  return row.cells.some((cell) => cell.includes('\ufffd')) ? { ...row, problem: 'undecodable' } : row;
}

type Found = { readonly row: number; readonly record: FlatRecord | null; readonly text: string };

async function* records(cursor: JsonCursor, limits: ImportLimits): AsyncGenerator<Found> {
  if (!cursor.begun) await firstRecord(cursor, limits.recordLength);
  cursor.begun = true;
  while (await skipToken(cursor)) {
    const end = await valueEndIn(cursor, limits.recordLength);
    if (end === null) throw new FileRefused('import.damaged', { what: 'json', row: cursor.row + 1 });
    const text = cursor.window.text().slice(cursor.at, end);
    cursor.at = end;
    cursor.row += 1;
    yield { row: cursor.row, record: parsed(text), text };
  }
}

function parsed(text: string): FlatRecord | null {
  try {
    return flatRecord(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

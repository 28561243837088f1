// Reads delimited text of any size as rows, going on after a broken row and able to begin again at any row.

import { FileRefused } from '../failure';
import type { ImportLimits } from '../limits';
import type { Checkpoint, RecordSource, TabularRow } from '../source';
import type { ByteFile } from '../text/byte-file';
import type { EncodingGuess } from '../text/encoding';
import type { TextWindow } from '../text/text-window';
import { openTextWindow, readPlace, writePlace } from '../text/text-window';
import type { CsvDialect, CsvRecord } from './csv-lexer';
import { lexRecord } from './csv-lexer';

export type CsvSettings = CsvDialect & {
  readonly encoding: EncodingGuess;
  readonly limits: ImportLimits;
  readonly from?: Checkpoint | undefined;
};

/** After this many quotes that never close, the file is refused: every one of them costs a scan of the record limit. */
const BROKEN_QUOTES = 20;
const REPLACEMENT = '\ufffd';

type Cursor = { row: number; at: number; broken: number; window: TextWindow; doubtful: boolean };
type Found = { record: CsvRecord; cut: boolean };

export function openCsvSource(file: ByteFile, settings: CsvSettings): RecordSource {
  const place = settings.from
    ? readPlace(settings.from.at, file.size)
    : { blockOffset: settings.encoding.bomBytes, charIndex: 0 };
  if (place === null) throw new FileRefused('import.bad-checkpoint');
  const window = openTextWindow(file, { encoding: settings.encoding.encoding, place });
  const cursor: Cursor = { row: settings.from?.row ?? 0, at: 0, broken: 0, window, doubtful: false };
  return {
    rows: () => csvRows(cursor, settings),
    position: () => {
      const reached = window.placeOf(cursor.at);
      return {
        checkpoint: { row: cursor.row, at: writePlace(reached) },
        bytesRead: window.bytesUpTo(reached),
        bytesTotal: file.size,
      };
    },
    close: () => file.close(),
  };
}

async function* csvRows(cursor: Cursor, settings: CsvSettings): AsyncGenerator<TabularRow> {
  for (;;) {
    const found = await nextRecord(cursor, settings);
    if (found === null) return;
    const row = takeRecord(cursor, found);
    if (found.cut) await skipLine(cursor);
    if (row === null) continue;
    if (cursor.row > settings.limits.rows)
      throw new FileRefused('import.too-many-rows', { limit: settings.limits.rows });
    yield row;
  }
}

/** The record that begins at the cursor, reading on as far as needed; `cut` when it is longer than the limit; null at the end. */
async function nextRecord(cursor: Cursor, settings: CsvSettings): Promise<Found | null> {
  const { limits, delimiter, quote } = settings;
  const context = { delimiter, quote, columns: limits.columns, cellLength: limits.cellLength };
  for (;;) {
    const text = cursor.window.text();
    const atEnd = cursor.window.atEnd();
    if (cursor.at < text.length) {
      const tooLong = text.length - cursor.at > limits.recordLength;
      const record = lexRecord(text, cursor.at, { ...context, atEnd: atEnd || tooLong });
      if (record !== null) return { record, cut: tooLong && !atEnd && isCut(text, record) };
    } else if (atEnd) return null;
    await readOn(cursor);
  }
}

/** The text, and not a line end, ended the record. */
function isCut(text: string, record: CsvRecord): boolean {
  return record.firstLineEnd >= text.length && !/[\r\n]$/.test(text.slice(-1));
}

async function readOn(cursor: Cursor): Promise<void> {
  await cursor.window.extend(cursor.at);
  cursor.at = 0;
  cursor.doubtful = cursor.window.text().includes(REPLACEMENT);
}

/** Moves to the next line end, or the end of the file: what is left of a record that was cut is no record of its own. */
async function skipLine(cursor: Cursor): Promise<void> {
  for (;;) {
    const text = cursor.window.text();
    const end = text.slice(cursor.at).search(/[\r\n]/);
    cursor.at = end < 0 ? text.length : cursor.at + end + 1;
    if (end >= 0 || cursor.window.atEnd()) return;
    await readOn(cursor);
  }
}

/** Moves the cursor behind the record; a quote gone wrong over several lines costs only its first line. Null for an empty row. */
function takeRecord(cursor: Cursor, { record, cut }: Found): TabularRow | null {
  const start = cursor.at;
  const text = cursor.window.text();
  cursor.row += 1;
  const quoteTrouble = record.problem === 'quote-not-closed' || record.problem === 'stray-quote';
  if (quoteTrouble && record.firstLineEnd < record.next) {
    if (record.problem === 'quote-not-closed') countBroken(cursor);
    cursor.at = record.firstLineEnd;
    const line = text.slice(start, Math.min(record.firstLineEnd, start + MAXIMUM_SHOWN)).replace(/[\r\n]+$/, '');
    return { row: cursor.row, cells: [line], problem: record.problem ?? 'stray-quote' };
  }
  cursor.at = record.next;
  if (cut)
    return {
      row: cursor.row,
      cells: record.cells.map((cell) => cell.slice(0, MAXIMUM_SHOWN)),
      problem: 'row-too-long',
    };
  if (record.problem) return { row: cursor.row, cells: record.cells, problem: record.problem };
  if (record.cells.every((cell) => cell === '' || cell.trim() === '')) return null;
  if (cursor.row === 1 && /^sep=.?$/i.test(record.cells.join(''))) return null;
  if (cursor.doubtful && record.cells.some((cell) => cell.includes(REPLACEMENT)))
    return { row: cursor.row, cells: record.cells, problem: 'undecodable' };
  return { row: cursor.row, cells: record.cells };
}

/** Of a line whose quotes are broken this much is kept for the file of rejected rows, UTF-16 units. */
const MAXIMUM_SHOWN = 100_000;

function countBroken(cursor: Cursor): void {
  cursor.broken += 1;
  if (cursor.broken > BROKEN_QUOTES) throw new FileRefused('import.quotes-broken', { row: cursor.row });
}

// A file whose records are runs of lines, read as rows: what a record is the collector decides, the rest is the same for all.

import { FileRefused } from '../failure';
import type { ImportLimits } from '../limits';
import type { Checkpoint, RecordSource, SourceRow } from '../source';
import type { ByteFile } from './byte-file';
import type { EncodingGuess } from './encoding';
import { physicalLines } from './physical-lines';
import type { TextPlace, TextWindow } from './text-window';
import { openTextWindow, readPlace, writePlace } from './text-window';

/** A record that is complete. `ended` false: the line that showed it begins the next record, and is read again after resuming. */
export type Collected = {
  readonly row: (number: number) => SourceRow | Promise<SourceRow>;
  readonly ended: boolean;
};

export interface LineCollector {
  push(line: string): Collected | null;
  /** What was left open at the end of the file. */
  finish(): Collected | null;
}

export type LineSettings = {
  readonly encoding: EncodingGuess;
  /** One character per byte, for formats whose parts have charsets of their own; UTF-16 comes as the bytes of UTF-8. */
  readonly asBytes: boolean;
  readonly limits: ImportLimits;
  readonly from?: Checkpoint | undefined;
  readonly columns?: readonly string[];
};

export function openLineSource(file: ByteFile, settings: LineSettings, collector: LineCollector): RecordSource {
  const place = settings.from
    ? readPlace(settings.from.at, file.size)
    : { blockOffset: settings.encoding.bomBytes, charIndex: 0 };
  if (place === null) throw new FileRefused('import.bad-checkpoint');
  const window = windowOver(file, settings, place);
  const cursor = { row: settings.from?.row ?? 0, place };
  return {
    ...(settings.columns ? { columns: settings.columns } : {}),
    rows: () => collectedRows({ window, collector, limits: settings.limits }, cursor),
    position: () => ({
      checkpoint: { row: cursor.row, at: writePlace(cursor.place) },
      bytesRead: window.bytesUpTo(cursor.place),
      bytesTotal: file.size,
    }),
    close: () => file.close(),
  };
}

/** The lines of one record, given to the collector one by one until it has the record; `afterLine` is asked for what came of each. */
export async function* recordLines<T>(
  file: ByteFile,
  settings: LineSettings & { readonly at: string },
  { collector, afterLine }: { readonly collector: LineCollector; readonly afterLine: () => readonly T[] },
): AsyncGenerator<T> {
  const place = readPlace(settings.at, file.size);
  if (place === null) throw new FileRefused('import.bad-checkpoint');
  for await (const line of physicalLines(windowOver(file, settings, place), settings.limits.cellLength)) {
    const isOver = collector.push(line.text) !== null;
    yield* afterLine();
    if (isOver) return;
  }
  collector.finish();
  yield* afterLine();
}

export function isWide({ encoding }: EncodingGuess): boolean {
  return encoding === 'utf-16le' || encoding === 'utf-16be';
}

function windowOver(file: ByteFile, { encoding, asBytes }: LineSettings, place: TextPlace): TextWindow {
  if (!asBytes) return openTextWindow(file, { encoding: encoding.encoding, place });
  if (!isWide(encoding)) return openTextWindow(file, { encoding: 'bytes', place });
  const convert = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
  return openTextWindow(file, { encoding: encoding.encoding, place, convert });
}

type Reading = { window: TextWindow; collector: LineCollector; limits: ImportLimits };

async function* collectedRows(
  { window, collector, limits }: Reading,
  cursor: { row: number; place: TextPlace },
): AsyncGenerator<SourceRow> {
  for await (const line of physicalLines(window, limits.cellLength)) {
    const collected = collector.push(line.text);
    if (collected === null) continue;
    const began = cursor.place;
    cursor.row += 1;
    cursor.place = collected.ended ? line.after : line.before;
    if (cursor.row > limits.rows) throw new FileRefused('import.too-many-rows', { limit: limits.rows });
    yield placed(await collected.row(cursor.row), began);
  }
  const last = collector.finish();
  const began = cursor.place;
  cursor.place = window.placeOf(window.text().length);
  if (last === null) return;
  cursor.row += 1;
  yield placed(await last.row(cursor.row), began);
}

const placed = (row: SourceRow, began: TextPlace): SourceRow =>
  row.files === undefined ? row : { ...row, at: writePlace(began) };

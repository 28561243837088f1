// Reads a file of vCards of any size and mixture of versions as records, going on after a broken card.

import { FileRefused } from '../failure';
import type { ImportLimits } from '../limits';
import type { CardRow, Checkpoint, RecordSource } from '../source';
import type { ByteFile } from '../text/byte-file';
import type { EncodingGuess } from '../text/encoding';
import type { TextPlace, TextWindow } from '../text/text-window';
import { openTextWindow, readPlace, writePlace } from '../text/text-window';
import type { CollectedCard } from './card-lines';
import { createCardCollector } from './card-lines';
import { cardRecord } from './card-record';

export type VcardSettings = {
  readonly encoding: EncodingGuess;
  readonly limits: ImportLimits;
  readonly from?: Checkpoint;
};

const LINES_PER_CARD = 10_000;

/** Lines are cut from bytes, not text: folding may part a character, and each value may have a charset of its own. */
export function openVcardSource(file: ByteFile, settings: VcardSettings): RecordSource {
  const place = settings.from
    ? readPlace(settings.from.at, file.size)
    : { blockOffset: settings.encoding.bomBytes, charIndex: 0 };
  if (place === null) throw new FileRefused('import.bad-checkpoint');
  const { encoding } = settings.encoding;
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const window = wide
    ? openTextWindow(file, { encoding, place, convert: (text) => Buffer.from(text, 'utf8').toString('latin1') })
    : openTextWindow(file, { encoding: 'bytes', place });
  const cursor = { row: settings.from?.row ?? 0, place };
  return {
    rows: () => cardRows(window, settings, cursor),
    position: () => ({
      checkpoint: { row: cursor.row, at: writePlace(cursor.place) },
      bytesRead: window.bytesRead(),
      bytesTotal: file.size,
    }),
    close: () => file.close(),
  };
}

async function* cardRows(
  window: TextWindow,
  settings: VcardSettings,
  cursor: { row: number; place: TextPlace },
): AsyncGenerator<CardRow> {
  const { limits, encoding } = settings;
  const collector = createCardCollector({ lineLength: limits.cellLength, lines: LINES_PER_CARD });
  const textEncoding =
    encoding.encoding === 'utf-16le' || encoding.encoding === 'utf-16be' ? 'utf-8' : encoding.encoding;
  for await (const line of physicalLines(window, limits.cellLength)) {
    const card = collector.push(line.text);
    if (card === null) continue;
    cursor.row += 1;
    // An unfinished card is given when the next one begins: that BEGIN line is still to be read after resuming.
    cursor.place = card.ended ? line.after : line.before;
    if (cursor.row > limits.rows) throw new FileRefused('import.too-many-rows', { limit: limits.rows });
    yield cardRow(cursor.row, card, textEncoding);
  }
  const last = collector.finish();
  cursor.place = window.placeOf(window.text().length);
  if (last === null) return;
  cursor.row += 1;
  yield cardRow(cursor.row, last, textEncoding);
}

function cardRow(row: number, collected: CollectedCard, encoding: EncodingGuess['encoding']): CardRow {
  const card = cardRecord(collected, encoding);
  if (!collected.ended) return { row, card, problem: 'card-not-ended' };
  if (collected.tooLong > 0) return { row, card, problem: 'cell-too-long' };
  return JSON.stringify(card).includes('\ufffd') ? { row, card, problem: 'undecodable' } : { row, card };
}

type PhysicalLine = { readonly text: string; readonly before: TextPlace; readonly after: TextPlace };

/** Lines ended by CRLF, LF or CR; one longer than the limit comes cut, which the collector reports. */
async function* physicalLines(window: TextWindow, limit: number): AsyncGenerator<PhysicalLine> {
  let at = 0;
  let kept = '';
  let before = window.placeOf(0);
  for (;;) {
    const text = window.text();
    const end = lineEnd(text, at);
    const whole = end < text.length && (text[end] === '\n' || end + 1 < text.length || window.atEnd());
    if (!whole && !window.atEnd()) {
      if (text.length - at > limit * 2) kept = (kept + text.slice(at)).slice(0, limit + 1);
      await window.extend(text.length - at > limit * 2 ? text.length : at);
      if (kept === '') before = window.placeOf(0);
      at = 0;
      continue;
    }
    if (at >= text.length && kept === '') return;
    const next = end >= text.length ? text.length : text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
    yield {
      text: kept + text.slice(at, end),
      before: kept === '' ? window.placeOf(at) : before,
      after: window.placeOf(next),
    };
    kept = '';
    at = next;
  }
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

// The content of the files inside one record, read again from where the record begins, piece by piece as it is asked for.

import { createEntryCollector } from '../calendar/calendar-source';
import { FileRefused } from '../failure';
import type { ImportLimits } from '../limits';
import { createMailCollector } from '../mail/mail-source';
import type { ReadSettings } from '../protocol';
import { openByteFile } from '../text/byte-file';
import { recordLines, type LineCollector } from '../text/line-source';
import { createVcardCollector } from '../vcard/vcard-source';
import { createQueue, type FilePiece, type FileSink } from './file-sink';

export interface FilesRequest {
  readonly settings: ReadSettings;
  readonly limits: ImportLimits;
  /** Where the record begins. */
  readonly at: string;
  /** Numbers of the files in their record. */
  readonly wanted: readonly number[];
}

export interface OpenFiles {
  pieces(): AsyncGenerator<FilePiece>;
  close(): Promise<void>;
}

export async function openFiles(path: string, { settings, limits, at, wanted }: FilesRequest): Promise<OpenFiles> {
  const queue = createQueue(new Set(wanted));
  const encoding = { encoding: settings.encoding, bomBytes: settings.bomBytes, confidence: 1 };
  const collector = collectorOf(settings.kind, { encoding, limits }, queue);
  const file = await openByteFile(path);
  const lines = { encoding, limits, at, asBytes: true };
  return {
    pieces: () => cut(recordLines(file, lines, { collector, afterLine: () => queue.drain() }), limits.pieceBytes),
    close: () => file.close(),
  };
}

type Collecting = Parameters<typeof createMailCollector>[0];

function collectorOf(kind: ReadSettings['kind'], settings: Collecting, sink: FileSink): LineCollector {
  if (kind === 'mail') return createMailCollector(settings, sink);
  if (kind === 'vcard') return createVcardCollector(settings, sink);
  if (kind === 'ics') return createEntryCollector(settings, sink);
  throw new FileRefused('import.format-unknown', { kind });
}

/** Gathers what lines gave into pieces of one size; only the last of a file is smaller. */
async function* cut(pieces: AsyncIterable<FilePiece>, size: number): AsyncGenerator<FilePiece> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const { file, bytes, last } of pieces) {
    held.push(bytes);
    length += bytes.length;
    if (!last && length < size) continue;
    const whole = Buffer.concat(held);
    const ends = last ? whole.length : whole.length - (whole.length % size);
    for (let from = 0; from < ends || (last && from === 0); from += size) {
      const to = Math.min(from + size, ends);
      yield { file, bytes: whole.subarray(from, to), last: last && to === whole.length };
    }
    held = last ? [] : [whole.subarray(ends)];
    length = last ? 0 : whole.length - ends;
  }
}

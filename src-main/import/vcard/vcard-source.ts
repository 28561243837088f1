// Reads a file of vCards of any size and mixture of versions as records, going on after a broken card.

import { createTally, enclosing, type FileSink } from '../enclosed/file-sink';
import type { ImportLimits } from '../limits';
import type { CardRow, Checkpoint, RecordSource } from '../source';
import type { ByteFile } from '../text/byte-file';
import type { EncodingGuess } from '../text/encoding';
import type { Collected, LineCollector } from '../text/line-source';
import { isWide, openLineSource } from '../text/line-source';
import type { CollectedCard } from './card-lines';
import { createCardCollector } from './card-lines';
import { cardRecord } from './card-record';
import { propertyFileName } from './property-file';

export type VcardSettings = {
  readonly encoding: EncodingGuess;
  readonly limits: ImportLimits;
  readonly from?: Checkpoint | undefined;
};

const LINES_PER_CARD = 10_000;

/** Lines are cut from bytes, not text: folding may part a character, and each value may have a charset of its own. */
export function openVcardSource(file: ByteFile, settings: VcardSettings): RecordSource {
  return openLineSource(
    file,
    { ...settings, asBytes: true },
    createVcardCollector(settings, createTally(settings.limits)),
  );
}

export function createVcardCollector({ limits, encoding }: VcardSettings, sink: FileSink): LineCollector {
  const collector = createCardCollector({ lineLength: limits.cellLength, lines: LINES_PER_CARD }, sink);
  const textEncoding = isWide(encoding) ? 'utf-8' : encoding.encoding;
  const collected = (card: CollectedCard | null): Collected | null =>
    card && { ended: card.ended, row: (number) => cardRow(number, card, textEncoding) };
  return { push: (line) => collected(collector.push(line)), finish: () => collected(collector.finish()) };
}

function cardRow(row: number, collected: CollectedCard, encoding: EncodingGuess['encoding']): CardRow {
  const card = cardRecord(collected, encoding);
  const files = enclosing(
    collected.files.map((line) => propertyFileName(line, encoding)),
    collected.counted,
  );
  if (!collected.ended) return { row, card, problem: 'card-not-ended' };
  if (collected.tooLong > 0) return { row, card, problem: 'cell-too-long' };
  return JSON.stringify(card).includes('\ufffd') ? { row, card, problem: 'undecodable' } : { row, card, ...files };
}

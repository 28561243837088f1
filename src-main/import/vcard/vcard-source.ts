// Reads a file of vCards of any size and mixture of versions as records, going on after a broken card.

import type { ImportLimits } from '../limits';
import type { CardRow, Checkpoint, RecordSource } from '../source';
import type { ByteFile } from '../text/byte-file';
import type { EncodingGuess } from '../text/encoding';
import type { Collected } from '../text/line-source';
import { isWide, openLineSource } from '../text/line-source';
import type { CollectedCard } from './card-lines';
import { createCardCollector } from './card-lines';
import { cardRecord } from './card-record';

export type VcardSettings = {
  readonly encoding: EncodingGuess;
  readonly limits: ImportLimits;
  readonly from?: Checkpoint | undefined;
};

const LINES_PER_CARD = 10_000;

/** Lines are cut from bytes, not text: folding may part a character, and each value may have a charset of its own. */
export function openVcardSource(file: ByteFile, settings: VcardSettings): RecordSource {
  const { limits, encoding } = settings;
  const collector = createCardCollector({ lineLength: limits.cellLength, lines: LINES_PER_CARD });
  const textEncoding = isWide(encoding) ? 'utf-8' : encoding.encoding;
  const collected = (card: CollectedCard | null): Collected | null =>
    card && { ended: card.ended, row: (number) => cardRow(number, card, textEncoding) };
  return openLineSource(
    file,
    { ...settings, asBytes: true },
    { push: (line) => collected(collector.push(line)), finish: () => collected(collector.finish()) },
  );
}

function cardRow(row: number, collected: CollectedCard, encoding: EncodingGuess['encoding']): CardRow {
  const card = cardRecord(collected, encoding);
  if (!collected.ended) return { row, card, problem: 'card-not-ended' };
  if (collected.tooLong > 0) return { row, card, problem: 'cell-too-long' };
  return JSON.stringify(card).includes('\ufffd') ? { row, card, problem: 'undecodable' } : { row, card };
}

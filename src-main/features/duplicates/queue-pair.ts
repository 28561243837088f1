// Puts a pair that was found elsewhere into the queue for review, until the next search through the base finds it anew or drops it.

import { weightOf, type Band } from '@shared/features/duplicates/judge';
import type { WriteDb } from '../../db';
import { pairLine } from './scan-thread';
import { putPairs, selectLastScan } from './scan.sql';

export interface FoundPair {
  readonly one: string;
  readonly other: string;
  readonly band: Band;
  readonly bits: number;
}

/** `finder`: what found it, where no search has been made yet. */
export function queuePair(
  db: WriteDb,
  { one, other, band, bits }: FoundPair,
  by: { finder: string; at: number },
): void {
  const line = pairLine(one, other, { band, weight: weightOf(bits) });
  const id = db.first(selectLastScan({}))?.scan_id ?? by.finder;
  db.run(putPairs(JSON.stringify([line]), { id, at: by.at }));
}

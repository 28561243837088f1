// What time it is for whatever must not come to life again when somebody sets the clock back.

import { parseStamp } from '@shared/core/hlc';
import type { Clock } from '@shared/core/clock';
import type { ReadDb } from '../db';
import { selectLastOperation } from './ledger.sql';

/** ms UTC: the clock's, but never before the last operation. */
export function ledgerTime(db: ReadDb, clock: Clock): number {
  const last = db.first(selectLastOperation({}));
  return Math.max(clock.now(), last === undefined ? 0 : parseStamp(last.hlc).milliseconds);
}

/** The first stamp of the hybrid clock so many ms ago. */
export const stampBefore = (db: ReadDb, clock: Clock, ms: number): string =>
  Math.max(0, ledgerTime(db, clock) - ms)
    .toString(16)
    .padStart(12, '0');

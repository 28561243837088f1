// Every commit leaves its words as one more piece of the full-text tables, and a search looks each of its words up in every piece.
// SQLite joins pieces a few at a time as they come; what a bulk load left is joined into one here: at 100,000 parties a full name is
// found in half the time, at a million in a third.

import type { Query, ReadDb } from '../db';
import * as statements from './search.sql';

export interface PieceStore {
  readonly db: ReadDb;
  /** Writes what is no history; durable on return. */
  local(query: Query): number;
}

/** Fewer are found quickly however they lie. */
const LEAST_DOCUMENTS = 50_000;
/** Joining writes the whole index anew, which a load of less than this share of it is not worth. */
const LEAST_SHARE = 0.1;
/** Of 16 pages each; a million parties take 3,000. */
const MOST_STEPS = 50_000;

/** Whether so many parties written at once are worth `mergePieces`. */
export function isBulk(db: ReadDb, written: number): boolean {
  const documents = db.first(statements.selectNewestRid({}))?.rid ?? 0;
  return documents >= LEAST_DOCUMENTS && written >= documents * LEAST_SHARE;
}

/**
 * Joins the pieces a little at a time; between two steps, of some 10 ms each, waiting callers are answered. When `goesOn` says no the
 * rest is left: nothing is lost by that, and the next call goes on with it. Answers whether all are joined.
 */
export async function mergePieces({ db, local }: PieceStore, goesOn: () => boolean): Promise<boolean> {
  let steps = 0;
  for (const { countPieces, mergeSome } of statements.pieces) {
    while ((db.first(countPieces({}))?.pieces ?? 0) > 1) {
      if (!goesOn() || steps >= MOST_STEPS) return false;
      steps += 1;
      local(mergeSome({}));
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }
  return true;
}

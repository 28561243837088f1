// Who holds every word asked for. Of many words SQLite walks the lists side by side, the long ones too: a name with محمد and عبد الله
// in it took 4 ms at a million parties. Here the two rarest words find few, and whether these hold the others is read off them.

import type { ReadDb } from '../db';
import { matchOf, type Alternative, type Part } from './match';
import * as statements from './search.sql';
import type { Candidate } from './search.sql';

/** In a smaller index every list is short. */
const LEAST_DOCUMENTS = 50_000;
/** Asked for together; a third would only narrow what is short already. */
const RAREST = 2;
/** How rare a word is, is told by how far back so many of its newest bearers reach. */
const NEWEST = 64;
/** Documents looked into at least; where the two rarest words are in more, and the other words in few of these, all lists are walked. */
const LEAST_READ = 400;

/** The newest documents that hold every part, newest first, at most `limit`. */
export function holdersOf(db: ReadDb, parts: readonly Part[], limit: number): readonly Candidate[] {
  if (parts.length > RAREST && isLarge(db)) {
    const most = Math.max(limit, LEAST_READ);
    const few = db.all(statements.matchSomeWords({ match: matchOf(rarestOf(db, parts)), limit: most }));
    const holders = few.filter((document) => parts.every((part) => part.some((one) => holds(document, one))));
    if (few.length < most || holders.length >= limit) return holders.slice(0, limit);
  }
  return db.all(statements.matchWords({ match: matchOf(parts), limit }));
}

const isLarge = (db: ReadDb): boolean => (db.first(statements.selectNewestRid({}))?.rid ?? 0) >= LEAST_DOCUMENTS;

function rarestOf(db: ReadDb, parts: readonly Part[]): Part[] {
  const reach = (part: Part): number =>
    db.first(statements.selectReach({ match: matchOf([part]), newest: NEWEST - 1 }))?.rid ?? 0;
  return parts
    .map((part) => ({ part, reach: reach(part) }))
    .sort((a, b) => a.reach - b.reach)
    .slice(0, RAREST)
    .map(({ part }) => part);
}

/** The texts of a document are words parted by single spaces. */
export const holds = (document: { words: string; skeletons: string }, { column, text, prefix }: Alternative): boolean =>
  ` ${document[column]} `.includes(` ${text}${prefix ? '' : ' '}`);

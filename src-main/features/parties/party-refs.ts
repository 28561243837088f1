// Whoever stands for some parties, by the ids that were asked for: for rows and cards that say with whom they are.

import type { ReadDb } from '../../db';
import { selectPartyRefs, type RefRow } from './party-refs.sql';

export type PartyRef = Pick<RefRow, 'id' | 'kind' | 'name'>;

/** Of all at once; whom the reader does not see is not among them. */
export function partyRefsOf(db: ReadDb, ids: readonly string[]): ReadonlyMap<string, PartyRef> {
  const rows = db.all(selectPartyRefs({ parties: JSON.stringify([...new Set(ids)]) }));
  return new Map(rows.map(({ party_id, ...party }) => [party_id, party]));
}

// The person a consent is about: every record that is them, and since when these are known to be one.

import { clusterOfRoot, liveRootOf } from '../clusters';
import type { ReadDb } from '../../db';
import type { Saying } from '@shared/features/consent/consent';
import * as statements from './consent.sql';

export interface Person {
  readonly rootId: string;
  /** The root first. */
  readonly records: readonly string[];
  /** When the last of them was joined, ms UTC; null for a record of its own. */
  readonly joinedAt: number | null;
}

/** Nothing for whom the reader does not see, and for who is in the bin. */
export function personOf(db: ReadDb, partyId: string): Person | undefined {
  const root = liveRootOf(db, partyId);
  if (root === undefined) return undefined;
  const { memberIds, links } = clusterOfRoot(db, root.root_id);
  return {
    rootId: root.root_id,
    records: memberIds,
    joinedAt: links.length === 0 ? null : Math.max(...links.map(({ at }) => at)),
  };
}

export const sayingsOf = (db: ReadDb, { records }: Person): Saying[] =>
  db.all(statements.selectSayings(records)).map(({ id, party_id, purpose_id, channel, brand, action, at }) => ({
    id,
    partyId: party_id,
    purposeId: purpose_id,
    channel,
    brand,
    action,
    at,
  }));

// The party that a file names by a key: that of a former system, or our own id, which stands where there was none.

import { Id } from '@shared/core/ids';
import type { ReadDb } from '../../db';
import { selectPartyByExternalKey, selectPartyExists } from './parties.sql';

/** Its id, or undefined. Whoever is in the recycle bin is not meant. */
export const partyByKey = (db: ReadDb, key: string): string | undefined =>
  db.first(selectPartyByExternalKey({ key }))?.id ?? partyOfOwnId(db, key);

/** The key itself, when it is the id of a party of this base. */
export function partyOfOwnId(db: ReadDb, key: string): string | undefined {
  if (!Id.safeParse(key).success) return undefined;
  return db.first(selectPartyExists({ id: key }))?.deleted_at === null ? key : undefined;
}

// Reading clusters: who belongs together, and who stands for a party.

import { inOrder } from '@shared/features/parties/cluster';
import type { ReadDb } from '../../db';
import * as statements from './clusters.sql';
import type { LinkRow, Standing } from './clusters.sql';

export interface Cluster {
  readonly rootId: string;
  /** The root first, then the others in the order in which they were linked. */
  readonly memberIds: readonly string[];
  /** The open links that hold it together; none for a party of its own. */
  readonly links: readonly LinkRow[];
}

/** The cluster of a root; of any other party only through `rootIdOf`. */
export function clusterOfRoot(db: ReadDb, rootId: string): Cluster {
  const members = db.all(statements.selectMemberIds({ root: rootId })).map(({ id }) => id);
  if (members.length === 0) return { rootId, memberIds: [rootId], links: [] };
  const links = linksAmong(db, [rootId, ...members]);
  return { rootId, memberIds: inOrder(rootId, [rootId, ...members], links.map(openLink)), links };
}

/** The open links of some parties, each once, oldest first. */
export function linksAmong(db: ReadDb, ids: Iterable<string>): LinkRow[] {
  const links = new Map<string, LinkRow>();
  for (const id of ids)
    for (const link of db.all(statements.selectOpenLinksOf({ party: id }))) links.set(link.id, link);
  return [...links.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

export const openLink = ({ id, party_id, to_party_id }: LinkRow) => ({
  id,
  partyId: party_id,
  toPartyId: to_party_id,
});

export const standingOf = (db: ReadDb, id: string): Standing | undefined => db.first(statements.selectStanding({ id }));

/** The party that stands for this one; an unknown id stands for itself. */
export const rootIdOf = (db: ReadDb, id: string): string => standingOf(db, id)?.root_id ?? id;

/** The party that stands for this one, unless there is none or it is in the recycle bin. */
export function liveRootOf(db: ReadDb, id: string): Standing | undefined {
  const standing = standingOf(db, id);
  return standing === undefined || standing.deleted_at !== null ? undefined : standing;
}

/** Ids of all records that are this party, the one that stands for them first. */
export const memberIdsOf = (db: ReadDb, id: string): readonly string[] => clusterOfRoot(db, rootIdOf(db, id)).memberIds;

/** Records that are linked under another, and so are nobody of their own. */
export const countedMembers = (db: ReadDb): number => db.first(statements.selectMemberCount({}))?.count ?? 0;

/** Ids as lists know them: records that are linked under another are replaced by it. */
export function withRoots(db: ReadDb, ids: readonly string[]): readonly string[] {
  if (ids.length === 0 || db.first(statements.selectAnyMember({})) === undefined) return ids;
  const roots = db.all(statements.selectRootsOf(ids)).map(({ id }) => id);
  return roots.length === 0 ? ids : [...new Set([...ids, ...roots])];
}

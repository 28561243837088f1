// Who belongs together, for people: each record under its own name, since when it belongs here, by whom and why.

import type { ClusterMember, MergeEvidence } from '@shared/features/parties/merging';
import { shownName } from '@shared/features/parties/derive';
import type { ReadDb, Tables } from '../../db';
import { clusterOfRoot } from '../clusters';
import { userRefs } from '../users';
import * as statements from './parties.sql';

export function clusterView(db: ReadDb, root: Tables['party']): { id: string; members: ClusterMember[] } {
  const cluster = clusterOfRoot(db, root.id);
  const users = userRefs(db);
  const members = cluster.memberIds.flatMap((id): ClusterMember[] => {
    const card = recordCard(db, id);
    if (card === undefined) return [];
    const link = cluster.links.find((one) => one.party_id === id);
    const isRoot = id === root.id;
    if (link === undefined || isRoot) return [{ ...card, isRoot, link: null }];
    const evidence = JSON.parse(link.evidence) as MergeEvidence[];
    const { at, reason } = link;
    return [
      { ...card, isRoot, link: { id: link.id, toId: link.to_party_id, at, by: users(link.by_id), reason, evidence } },
    ];
  });
  return { id: root.id, members };
}

/** One record by itself, under the name that its own names give it, whatever the party it belongs to is called. */
export function recordCard(db: ReadDb, id: string) {
  const row = db.first(statements.selectParty({ id }));
  if (row === undefined) return undefined;
  return { id, kind: row.kind, name: ownName(db, row), createdAt: row.created_at };
}

/** A root carries the name shown for all; its own is what its own names say. */
export const ownName = (db: ReadDb, row: Tables['party']): string =>
  row.root_id === null ? shownName(db.all(statements.selectNames({ party: row.id }))) : row.display_name;

// Keeps the root that every party knows in step with the links: after merging, separating, and undo of either, in any order.

import { joinedTo, rootOf } from '@shared/features/parties/cluster';
import type { ChangeRow, ReadDb, WriteDb } from '../../db';
import { linksAmong, openLink } from './cluster';
import * as statements from './clusters.sql';
import type { LinkRow } from './clusters.sql';

/** Answers every party whose cluster may be another now: what is derived from their facts is to be derived anew. */
export function projectClusters(db: WriteDb, changes: readonly ChangeRow[]): ReadonlySet<string> {
  const regrouped = new Set<string>();
  for (const change of changes) {
    if (change.entity !== 'party_link') continue;
    for (const end of endsOfLink(db, change)) if (!regrouped.has(end)) regroup(db, end, regrouped);
  }
  return regrouped;
}

function regroup(db: WriteDb, start: string, regrouped: Set<string>): void {
  const links = linksFrom(db, start).map(openLink);
  const members = joinedTo(start, links);
  const root = links.length === 0 ? start : rootOf(links);
  for (const id of members) {
    db.run(statements.updateRoot({ id, root: id === root ? null : root }));
    regrouped.add(id);
  }
}

/** Every open link of the cluster that `start` belongs to. */
export function linksFrom(db: WriteDb, start: string): LinkRow[] {
  const reached = new Set([start]);
  for (const id of reached) {
    for (const { party_id, to_party_id } of db.all(statements.selectOpenLinksOf({ party: id }))) {
      reached.add(party_id).add(to_party_id);
    }
  }
  return linksAmong(db, reached);
}

/** The two parties of a link that was made, ended or taken back. */
export function endsOfLink(db: ReadDb, change: ChangeRow): string[] {
  const row =
    db.first(statements.selectLink({ id: change.record_id })) ??
    (JSON.parse(change.old ?? change.new ?? '{}') as Partial<LinkRow>);
  return [row.party_id, row.to_party_id].filter((id) => id !== undefined);
}

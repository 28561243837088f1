// Whether every party knows the root that the open links give it: what the projection keeps in step, computed from nothing.

import { rootOf, type OpenLink } from '@shared/features/parties/cluster';
import type { ReadDb } from '../../db';
import { openLink } from './cluster';
import * as statements from './clusters.sql';

export function* compareClusters(db: ReadDb): Iterable<string> {
  const expected = rootsBy(db.all(statements.selectAllOpenLinks({})).map(openLink));
  for (const { id, root_id } of db.each(statements.selectKnownRoots({}))) {
    const root = expected.get(id);
    if (root !== root_id) yield `party ${id} counts as merged into ${root_id}, by its links into ${root ?? 'none'}`;
    expected.delete(id);
  }
  for (const [id, root] of expected) {
    if (id !== root) yield `party ${id} is linked under ${root} and does not know it`;
    else if (db.first(statements.selectStanding({ id })) === undefined) yield `party ${id} of a link is not there`;
  }
}

/** Of every party that has an open link: the root of its cluster. */
function rootsBy(links: readonly OpenLink[]): Map<string, string> {
  const ofParty = new Map<string, OpenLink[]>();
  for (const link of links) {
    for (const end of [link.partyId, link.toPartyId]) ofParty.set(end, [...(ofParty.get(end) ?? []), link]);
  }
  const roots = new Map<string, string>();
  for (const start of ofParty.keys()) {
    if (roots.has(start)) continue;
    const members = new Set([start]);
    const inside = new Set<OpenLink>();
    for (const id of members) {
      for (const link of ofParty.get(id) ?? []) {
        inside.add(link);
        members.add(link.partyId).add(link.toPartyId);
      }
    }
    const root = rootOf([...inside]);
    for (const id of members) roots.set(id, root);
  }
  return roots;
}

// Separating: ends the links between those who leave and those who stay. Each side stays together, and each fact is where it was.

import type { mergingOperations } from '@shared/features/parties/merging';
import { joinedTo, rootOf } from '@shared/features/parties/cluster';
import type { Answer, InputOf } from '@shared/core/contract';
import { ok } from '@shared/core/result';
import type { CommandContext } from '../../core/context';
import { openLink, type Cluster } from './cluster';
import * as statements from './clusters.sql';
import type { LinkRow } from './clusters.sql';
import { handOver } from './hand-over';
import { partingOf, placeOfJoining } from './parting';

type Unmerge = (typeof mergingOperations)['unmerge'];

export function unmergeParties(context: CommandContext, input: InputOf<Unmerge>): Answer<Unmerge> {
  const { db, at, actor } = context;
  const parting = partingOf(db, input.ids);
  if (!parting.ok) return parting;
  const { cluster, leaving, staying } = parting.value;
  const leaves = (id: string): boolean => leaving.includes(id);
  const crossing = cluster.links.filter((link) => leaves(link.party_id) !== leaves(link.to_party_id));
  for (const { id } of crossing) db.run(statements.endLink({ id, at, by: actor.userId ?? '' }));
  const kept = cluster.links.filter((link) => !crossing.includes(link));
  const [id, restId] = [leaving, staying].map((side) => keepTogether(context, side, { kept, crossing, cluster }));
  const handed = handOver(db, input.handOver, {
    leaving,
    staying,
    after: placeOfJoining(db, parting.value),
    headOf: (side) => (side === leaving ? id! : restId!),
  });
  return handed.ok ? ok({ id: id!, restId: restId! }) : handed;
}

interface Links {
  readonly cluster: Cluster;
  readonly kept: readonly LinkRow[];
  readonly crossing: readonly LinkRow[];
}

/**
 * One side after the parting. Where it was held together only through somebody on the other side, its pieces are linked anew under
 * the piece of the old root, or the oldest; each new link carries on what the ended one of that piece said. Answers the side's root.
 */
function keepTogether({ db, ids, at, actor }: CommandContext, side: readonly string[], links: Links): string {
  const heads = headsOf(side, links.kept);
  const head = heads.includes(links.cluster.rootId) ? links.cluster.rootId : heads.toSorted()[0]!;
  for (const other of heads) {
    if (other === head) continue;
    const before = links.crossing.find((link) => link.party_id === other);
    db.run(
      statements.insertLink({
        id: ids(),
        party_id: other,
        to_party_id: head,
        choices: before?.choices ?? '{}',
        reason: before?.reason ?? null,
        evidence: before?.evidence ?? '[]',
        at,
        by_id: actor.userId ?? '',
        ended_at: null,
        ended_by: null,
      }),
    );
  }
  return head;
}

/** The root of each piece that the links leave of a side. */
function headsOf(side: readonly string[], kept: readonly LinkRow[]): string[] {
  const heads: string[] = [];
  const seen = new Set<string>();
  for (const id of side) {
    if (seen.has(id)) continue;
    const piece = joinedTo(id, kept.map(openLink));
    for (const member of piece) seen.add(member);
    const inside = kept.filter((link) => piece.has(link.party_id)).map(openLink);
    heads.push(inside.length === 0 ? id : rootOf(inside));
  }
  return heads;
}

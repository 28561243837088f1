// Merging: links the records that stand for each party under the one that is to stand for all. Nothing else is written.

import type { mergingOperations } from '@shared/features/parties/merging';
import { CLUSTER_LIMIT, type ShownChoices } from '@shared/features/parties/cluster';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import type { CommandContext } from '../../core/context';
import type { ReadDb, WriteDb } from '../../db';
import { clusterOfRoot, standingOf, type Cluster } from './cluster';
import * as statements from './clusters.sql';

type Merge = (typeof mergingOperations)['merge'];

interface Together {
  readonly into: Cluster;
  readonly others: readonly Cluster[];
}

type Refusal =
  | 'parties.not-found'
  | 'parties.in-bin'
  | 'parties.same-party'
  | 'parties.kinds-differ'
  | 'parties.already-merged'
  | 'parties.cluster-too-large';

export function mergeParties(context: CommandContext, input: InputOf<Merge>): Answer<Merge> {
  const { db, ids, at, actor } = context;
  const together = mergeable(db, input);
  if (!together.ok) return together;
  const { into, others } = together.value;
  const members = new Set([into, ...others].flatMap((cluster) => cluster.memberIds));
  const stranger = Object.values(input.choices).find((id) => !members.has(id));
  if (stranger !== undefined) return fail('parties.choice-unknown', { id: stranger });
  const reason = cleanLine(input.reason ?? '');
  const link = {
    to_party_id: into.rootId,
    choices: JSON.stringify(input.choices),
    reason: reason === '' ? null : reason,
    evidence: JSON.stringify(input.evidence),
    at,
    by_id: actor.userId ?? '',
    ended_at: null,
    ended_by: null,
  };
  for (const { rootId } of others) db.run(statements.insertLink({ id: ids(), party_id: rootId, ...link }));
  return ok({ id: into.rootId, linked: others.length });
}

/** From now on these records' values are shown, even where they have none: the newest link says so. */
export function chooseShown(db: WriteDb, { links }: Cluster, choices: ShownChoices): void {
  const newest = links.at(-1);
  if (newest === undefined || Object.keys(choices).length === 0) return;
  const before = JSON.parse(newest.choices) as ShownChoices;
  db.run(statements.updateChoices({ id: newest.id, choices: JSON.stringify({ ...before, ...choices }) }));
}

/** The clusters that would become one, or why they cannot. Roots are linked to roots, so links never run in a circle. */
export function mergeable(
  db: ReadDb,
  { intoId, ids }: { readonly intoId: string; readonly ids: readonly string[] },
): Result<Together, Failure<Refusal>> {
  const into = standingOf(db, intoId);
  if (into === undefined) return fail('parties.not-found', { id: intoId });
  const roots = new Set<string>();
  for (const id of ids) {
    if (id === intoId) return fail('parties.same-party', { id });
    const other = standingOf(db, id);
    if (other === undefined) return fail('parties.not-found', { id });
    if (other.kind !== into.kind) return fail('parties.kinds-differ', { into: into.kind, other: other.kind });
    if (other.root_id === into.root_id) return fail('parties.already-merged', { id });
    if (other.deleted_at !== null) return fail('parties.in-bin', { id });
    roots.add(other.root_id);
  }
  if (into.deleted_at !== null) return fail('parties.in-bin', { id: intoId });
  const target = clusterOfRoot(db, into.root_id);
  const others = [...roots].map((root) => clusterOfRoot(db, root));
  const size = [target, ...others].reduce((sum, cluster) => sum + cluster.memberIds.length, 0);
  if (size > CLUSTER_LIMIT) return fail('parties.cluster-too-large', { limit: CLUSTER_LIMIT });
  return ok({ into: target, others });
}

// Who would leave and who would stay when some records of a party are separated, and since when they had been one.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { ReadDb } from '../../db';
import { clusterOfRoot, rootIdOf, standingOf, type Cluster } from './cluster';
import * as statements from './facts.sql';

export interface Parting {
  readonly cluster: Cluster;
  readonly leaving: readonly string[];
  readonly staying: readonly string[];
}

/** Who would leave and who would stay, or why they cannot part. */
export function partingOf(
  db: ReadDb,
  ids: readonly string[],
): Result<Parting, Failure<'parties.not-found' | 'parties.not-merged' | 'parties.nothing-stays'>> {
  const missing = ids.find((id) => standingOf(db, id) === undefined);
  if (missing !== undefined) return fail('parties.not-found', { id: missing });
  const cluster = clusterOfRoot(db, rootIdOf(db, ids[0]!));
  const stranger = ids.find((id) => !cluster.memberIds.includes(id));
  if (stranger !== undefined || cluster.links.length === 0)
    return fail('parties.not-merged', { id: stranger ?? ids[0] });
  const staying = cluster.memberIds.filter((id) => !ids.includes(id));
  if (staying.length === 0) return fail('parties.nothing-stays');
  return ok({ cluster, leaving: cluster.memberIds.filter((id) => ids.includes(id)), staying });
}

/** Where in the ledger the two sides became one. */
export function placeOfJoining(db: ReadDb, { cluster, leaving }: Parting): number {
  const crossing = cluster.links.filter(
    (link) => leaving.includes(link.party_id) !== leaving.includes(link.to_party_id),
  );
  return Math.min(...crossing.map((link) => db.first(statements.selectMade({ id: link.id }))?.seq ?? 0));
}

// Facts that were written while records were one: whose they are by default, for whoever separates them to think about.

import { factEntities, type FactEntity, type FactSince } from '@shared/features/parties/merging';
import type { Actor } from '../../access';
import type { ReadDb } from '../../db';
import { userRefs } from '../users';
import * as statements from './facts.sql';
import type { SinceRow } from './facts.sql';
import type { Parting } from './unmerge';

/** Shown at most; whoever needs more has bigger questions than a dialog answers. */
const MOST = 200;

export function factsSince(db: ReadDb, actor: Actor, parting: Parting): { since: FactSince[]; more: boolean } {
  const { cluster, leaving } = parting;
  const crossing = cluster.links.filter(
    (link) => leaving.includes(link.party_id) !== leaving.includes(link.to_party_id),
  );
  const after = Math.min(...crossing.map((link) => db.first(statements.selectMade({ id: link.id }))?.seq ?? 0));
  const rows = cluster.memberIds.flatMap((party) =>
    db.all(statements.selectMadeSince({ party, after, limit: MOST + 1 })),
  );
  const newest = [...new Map(rows.map((row) => [row.record_id, row])).values()].toSorted((a, b) => b.seq - a.seq);
  const facts = newest.flatMap((row) => describe(db, actor, { row, cluster: cluster.memberIds }));
  return { since: facts.slice(0, MOST), more: facts.length > MOST };
}

interface Described {
  readonly row: SinceRow;
  readonly cluster: readonly string[];
}

/** Nothing for what is gone by now, for what ties two of the records to one another, and for what the reader may not see. */
function describe(db: ReadDb, actor: Actor, { row, cluster }: Described): FactSince[] {
  const entity = factEntities.find((one) => one === row.entity);
  if (entity === undefined || !maySee(actor, entity)) return [];
  const words = db.first(statements.selectFactWords(actor, entity, row.record_id));
  const holders = [words?.party_id, words?.other_id].filter((id) => typeof id === 'string' && cluster.includes(id));
  const [holder] = holders;
  if (words === undefined || typeof holder !== 'string' || holders.length > 1) return [];
  const by = userRefs(db)(row.user_id)?.name ?? row.actor;
  return [{ entity, id: row.record_id, partyId: holder, at: row.at, by, kind: words.kind, text: words.text }];
}

const maySee = (actor: Actor, entity: FactEntity): boolean =>
  entity !== 'activity_party' || actor.can('activities.read');

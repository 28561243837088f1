// Facts that were written while records were one: whose they are by default, for whoever separates them to think about.

import type { Permission } from '@shared/core/permissions';
import { factEntities, type FactEntity, type FactSince } from '@shared/features/parties/merging';
import type { Actor } from '../../access';
import type { ReadDb } from '../../db';
import { userRefs } from '../users';
import * as statements from './facts.sql';
import type { SinceRow } from './facts.sql';
import { fieldsSince } from './fields-since';
import { placeOfJoining, type Parting } from './parting';

/** Shown at most; whoever needs more has bigger questions than a dialog answers. */
const MOST = 200;

export function factsSince(db: ReadDb, actor: Actor, parting: Parting): { since: FactSince[]; more: boolean } {
  const { cluster } = parting;
  const after = placeOfJoining(db, parting);
  const rows = cluster.memberIds.flatMap((party) =>
    db.all(statements.selectMadeSince({ party, after, limit: MOST + 1 })),
  );
  const made = [...new Map(rows.map((row) => [row.record_id, row])).values()].flatMap((row) =>
    describe(db, actor, { row, cluster: cluster.memberIds }),
  );
  const fields = cluster.memberIds.flatMap((party) => fieldsSince(db, party, after));
  const facts = [...made, ...fields].toSorted((a, b) => b.seq - a.seq).map(({ seq: _, ...fact }) => fact);
  return { since: facts.slice(0, MOST), more: facts.length > MOST };
}

interface Described {
  readonly row: SinceRow;
  readonly cluster: readonly string[];
}

/** Nothing for what is gone by now, for what ties two of the records to one another, and for what the reader may not see. */
function describe(db: ReadDb, actor: Actor, { row, cluster }: Described): (FactSince & { readonly seq: number })[] {
  const entity = factEntities.find((one) => one === row.entity);
  if (entity === undefined || entity === 'party' || !maySee(actor, entity)) return [];
  const words = db.first(statements.selectFactWords(entity, row.record_id));
  const holders = [words?.party_id, words?.other_id].filter((id) => typeof id === 'string' && cluster.includes(id));
  const [holder] = holders;
  if (words === undefined || typeof holder !== 'string' || holders.length > 1) return [];
  const by = userRefs(db)(row.user_id)?.name ?? row.actor;
  const { kind, text } = words;
  return [{ entity, id: row.record_id, partyId: holder, at: row.at, by, kind, text, seq: row.seq }];
}

const readers: Partial<Readonly<Record<FactEntity, Permission>>> = {
  activity_party: 'activities.read',
  deal: 'deals.read',
  lead: 'leads.read',
};

function maySee(actor: Actor, entity: FactEntity): boolean {
  const permission = readers[entity];
  return permission === undefined || actor.can(permission);
}

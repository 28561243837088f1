// Whose a record is, for the log of readings: whether somebody looks at what is another's.

import { sql, statement, type ReadDb } from '../db';
import type { Actor } from './actor';

interface Holder {
  /** Of the person asked about. */
  id: string;
  owner_id: string | null;
  deputy_id: string | null;
  unit_id: string | null;
}

/** Who holds any of the records that are one person: as owner, as owner or deputy of a role, as the unit it lies with. */
const selectHolders = statement<{ ids: string }, Holder>((arg) => {
  const wanted = sql`json_each(${arg('ids')}) wanted cross join party w on w.id = wanted.value`;
  const root = sql`${wanted} cross join party p on p.id = coalesce(w.root_id, w.id)`;
  const member = sql`${wanted} cross join party p indexed by party_member_by_root on p.root_id = coalesce(w.root_id, w.id)`;
  const record = sql`select w.id, p.owner_id, null as deputy_id, p.unit_id`;
  const role = sql`select w.id, r.owner_id, r.deputy_id, null`;
  const ofRole = sql`cross join party_role r on r.party_id = p.id`;
  return sql<Holder>`${record} from ${root} union all ${record} from ${member}
    union all ${role} from ${root} ${ofRole} union all ${role} from ${member} ${ofRole}`;
});

interface Asked {
  /** Of parties. */
  readonly ids: readonly string[];
  readonly beyond: 'own' | 'unit';
}

/**
 * Which of these people are another's: somebody holds one of their records, and neither the reader nor whom they stand in for does; with
 * `unit` nor anybody of the reader's units, nor those units themselves. Whom nobody holds is nobody's. A system actor answers nobody.
 * `db` is the base as it is stored.
 */
export function anothersAmong(db: ReadDb, { policy }: Actor, { ids, beyond }: Asked): string[] {
  if (policy === null || ids.length === 0) return [];
  const users = new Set(beyond === 'own' ? policy.reach.own : policy.reach.team);
  const units = new Set(beyond === 'own' ? [] : policy.reach.teamUnits);
  const held = new Set<string>();
  const ours = new Set<string>();
  for (const { id, owner_id, deputy_id, unit_id } of db.all(selectHolders({ ids: JSON.stringify(ids) }))) {
    const holders = [owner_id, deputy_id].filter((user) => user !== null);
    if (holders.length > 0 || unit_id !== null) held.add(id);
    if (holders.some((user) => users.has(user)) || (unit_id !== null && units.has(unit_id))) ours.add(id);
  }
  return [...held].filter((id) => !ours.has(id));
}

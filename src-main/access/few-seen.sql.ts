// Whoever sees only a few parties of a large base is asked for them by owner and unit, instead of along the whole list.

import { scopeOf, type Scope } from '@shared/features/policy/policy';
import { compiled, sql, type Query, type ReadDb } from '../db';
import type { Actor } from './actor';
import { reachTables } from './scope-sql';

/** Up to this many are looked up one by one and sorted; above it the list is read in its order. */
const FEW = 2000;

/**
 * Ids of all parties an actor may see, with those that stand for them where records are merged, perhaps with some that the views then leave out; null when
 * they are many or not to be told by an index. `db` is dressed for the actor.
 */
export function fewSeen(db: ReadDb, actor: Actor): readonly string[] | null {
  if (actor.policy === null || actor.seesEverything || actor.sees.many) return null;
  const scope = scopeOf(actor.policy.role, 'parties.read');
  if (scope === undefined) return [];
  if (scope === 'all' || typeof scope === 'object') return null;
  const ids = db.all(selectSeen(scope)).map(({ id }) => id);
  actor.sees.many = ids.length > FEW;
  return actor.sees.many ? null : ids;
}

type NamedScope = Exclude<Scope, 'all' | object>;

const ofReach = (table: keyof typeof reachTables) => sql.raw(`(select id from temp.${reachTables[table]})`);

function selectSeen(scope: NamedScope): Query<{ id: string }> {
  const owners = ofReach(scope === 'team' || scope === 'subtree' ? scope : 'own');
  const parts = [
    sql`select id from main.party where owner_id in ${owners}`,
    sql`select party_id from main.party_role where owner_id in ${owners}`,
    sql`select party_id from main.party_role where deputy_id in ${owners}`,
  ];
  if (scope === 'team') parts.push(sql`select id from main.party where unit_id in ${ofReach('teamUnits')}`);
  if (scope === 'subtree') parts.push(sql`select id from main.party where unit_id in ${ofReach('subtreeUnits')}`);
  if (scope === 'territory') parts.push(sql`select id from main.party where city_key in ${ofReach('cities')}`);
  return compiled(sql<{
    id: string;
  }>`with seen (id) as materialized (select id from (${sql.join(parts, sql` union `)}) limit ${FEW + 1})
    select id from seen union select p.root_id from seen cross join main.party p indexed by party_member on p.id = seen.id
    where p.root_id is not null limit ${FEW + 1}`);
}

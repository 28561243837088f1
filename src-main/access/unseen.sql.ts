// Whether an input names records that somebody does not see, or that are nowhere: to them the one is as good as the other.

import { catalogue } from '@shared/catalogue';
import { compiled, sql, type Query, type ReadDb } from '../db';
import type { Actor } from './actor';

/** `db` is dressed for the actor. Ids are found wherever they stand in the input. */
export function namesUnseen(db: ReadDb, actor: Actor, input: unknown): boolean {
  if (actor.policy === null || actor.seesEverything) return false;
  const ids = [...idsIn(input)];
  return ids.length > 0 && db.first(selectSeen(JSON.stringify(ids)))!.seen < ids.length;
}

/** Ids that name a record as this connection sees the base. */
const selectSeen = (ids: string): Query<{ seen: number }> => {
  const anywhere = catalogue.map(
    ({ key }) => sql`exists (select 1 from ${sql.table(key)} t where t.id = wanted.value)`,
  );
  return compiled(sql<{ seen: number }>`select count(*) as seen from json_each(${ids}) wanted
    where ${sql.join(anywhere, sql` or `)}`);
};

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function idsIn(input: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof input === 'string' && id.test(input)) found.add(input);
  else if (typeof input === 'object' && input !== null) for (const part of Object.values(input)) idsIn(part, found);
  return found;
}

// Statements on emergency accesses, and on finding the one record that somebody may not see.

import { compiled, sealing, sql, statement, tables, type Query, type Tables } from '../../db';

export type EmergencyRow = Tables['emergency_access'];

export const insertEmergency = (row: EmergencyRow): Query =>
  compiled(tables.insertInto('emergency_access').values(row));

export const updateEmergency = (id: string, columns: Partial<EmergencyRow>): Query =>
  compiled(tables.updateTable('emergency_access').set(columns).where('id', '=', id));

export const selectEmergency = statement<{ id: string }, EmergencyRow>((arg) =>
  tables.selectFrom('emergency_access').selectAll().where('id', '=', arg('id')),
);

/** Of one person, what has neither ended nor run out. Whoever opened it need not see it otherwise. */
export const selectOpen = statement<{ user: string; now: number }, EmergencyRow>(
  (arg) => sql<EmergencyRow>`select * from main.emergency_access
    where user_id = ${arg('user')} and until > ${arg('now')} and ended_at is null`,
);

/** The latest line of the log of readings: looks at a record move the engine's clock on as operations do. */
export const selectLastLook = statement<object, { at: number }>(() =>
  tables.selectFrom('access_event').select('at').orderBy('seq', 'desc').limit(1),
);

/** How often somebody has looked for a record in an emergency since then, found or not. */
export const countSearches = statement<{ user: string; since: number }, { count: number }>(
  (arg) => sql<{ count: number }>`select count(*) as count from operation
    where command = 'emergencies.find' and user_id = ${arg('user')} and at > ${arg('since')}`,
);

export interface Listing {
  readonly reviewed: boolean | null;
  readonly from: number;
  /** The first instant that is out. */
  readonly to: number;
  readonly before: readonly [at: number, id: string];
  readonly limit: number;
}

export type ListedRow = EmergencyRow & {
  party_name: string;
  party_kind: 'person' | 'organisation' | 'group';
  looks: number;
};

export function selectEmergencies({ reviewed, from, to, before: [at, id], limit }: Listing): Query<ListedRow> {
  const where = [sql`e.at >= ${from}`, sql`e.at < ${to}`, sql`(e.at, e.id) < (${at}, ${id})`];
  if (reviewed !== null) where.push(reviewed ? sql`e.verdict is not null` : sql`e.verdict is null`);
  return compiled(sql<ListedRow>`select e.*, coalesce(r.display_name, p.display_name) as party_name, p.kind as party_kind,
      (select count(*) from access_subject s cross join access_event a on a.seq = s.event_seq
        where s.party_id = e.party_id and a.work_id = e.id) as looks
    from emergency_access e join party p on p.id = e.party_id left join party r on r.id = p.root_id
    where ${sql.join(where, sql` and `)} order by e.at desc, e.id desc limit ${limit}`);
}

/** As many as the same number may be kept for before it says nobody in particular. */
const MOST_FOUND = 5;

type Found = { id: string; kind: 'person' | 'organisation' | 'group'; display_name: string };

/** Whose number, telephone, mail address or id this is exactly; those that stand for them, nobody of the recycle bin. */
export const selectSought = statement<{ id: string; numbers: string; contacts: string }, Found>(
  (arg) => sql<Found>`select distinct root.id, root.kind, root.display_name from
      (select p.id from party p where p.id = ${arg('id')}
       union select i.party_id from json_each(${arg('numbers')}) wanted cross join identifier i
           on ${sealing.isToken(sql.ref('i.normal'), 'identifier.value', sql<string>`wanted.value`)}
       union select c.party_id from json_each(${arg('contacts')}) wanted cross join contact_point c on c.normal = wanted.value) found
    cross join party p on p.id = found.id cross join party root on root.id = coalesce(p.root_id, p.id)
    where root.deleted_at is null limit ${sql.lit(MOST_FOUND)}`,
);

// Statements on rules of retention and on whose time is over.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export const selectRules = statement<Record<string, never>, Tables['retention_rule']>(() =>
  tables.selectFrom('retention_rule').selectAll().orderBy('created_at').orderBy('id'),
);

export const putRule = (row: Tables['retention_rule']): Query =>
  compiled(
    tables
      .insertInto('retention_rule')
      .values(row)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({
          name: row.name,
          role: row.role,
          event: row.event,
          months: row.months,
          action: row.action,
          binding: row.binding,
          source: row.source,
          active: row.active,
          about: row.about,
        }),
      ),
  );

export const deleteRule = statement<{ id: string }>((arg) =>
  tables.deleteFrom('retention_rule').where('id', '=', arg('id')),
);

/** Of all records that are a person; `parties` as a JSON list. */
export const selectRoleDates = statement<{ parties: string }, { type: string; ended_on: string | null }>(
  (arg) => sql<{ type: string; ended_on: string | null }>`select type, ended_on from party_role
    where party_id in (select value from json_each(${arg('parties')}))`,
);

export const selectTimes = statement<{ parties: string }, { created_at: number; last_activity_at: number | null }>(
  (arg) => sql<{ created_at: number; last_activity_at: number | null }>`
    select max(created_at) as created_at, max(last_activity_at) as last_activity_at from party
    where id in (select value from json_each(${arg('parties')})) having count(*) > 0`,
);

/** The last day of birth and of death that their records know. */
export const selectLifeDays = statement<{ parties: string }, { birth_on: string | null; death_on: string | null }>(
  (arg) => sql<{ birth_on: string | null; death_on: string | null }>`
    select max(birth_on) as birth_on, max(death_on) as death_on from party
    where id in (select value from json_each(${arg('parties')}))`,
);

export interface ThingsThen {
  /** All that is held, or what is held from before an instant, ms UTC. */
  readonly parties: readonly string[];
  readonly before: number | null;
}

const daysOf = {
  activity: { table: 'activity', at: 'at', alive: sql`deleted_at is null` },
  attachment: { table: 'attachment', at: 'added_at', alive: sql`deleted_at is null` },
  consent: { table: 'consent_event', at: 'at', alive: sql`true` },
} as const;

/** How many, and when the oldest of them was, ms UTC. */
export function countThings(
  about: keyof typeof daysOf,
  { parties, before }: ThingsThen,
): Query<{ count: number; oldest: number | null }> {
  const { table, at, alive } = daysOf[about];
  const among = sql`(select value from json_each(${JSON.stringify(parties)}))`;
  const theirs =
    about === 'activity'
      ? sql`id in (select activity_id from activity_party where party_id in ${among})`
      : sql`party_id in ${among}`;
  const then = before === null ? sql`true` : sql`${sql.ref(at)} < ${before}`;
  return compiled(sql<{ count: number; oldest: number | null }>`select count(*) as count, min(${sql.ref(at)}) as oldest
    from ${sql.table(table)} where ${theirs} and ${alive} and ${then}`);
}

export const selectPartiesAfter = statement<{ after: string; limit: number }, { id: string }>((arg) =>
  tables
    .selectFrom('party')
    .select('id')
    .where('id', '>', arg('after'))
    .where('kind', '=', sql.lit('person'))
    .where('root_id', 'is', null)
    .orderBy('id')
    .limit(arg('limit')),
);

export const deleteFindings = statement<Record<string, never>>(() => tables.deleteFrom('retention_finding'));

export const insertFinding = (row: Tables['retention_finding']): Query =>
  compiled(tables.insertInto('retention_finding').values(row));

type Found = Tables['retention_finding'] & { party_name: string; held: number };

/** The longest over first. */
export const selectFindings = statement<{ limit: number }, Found>(
  (arg) => sql<Found>`select f.*, p.display_name as party_name, exists (select 1 from privacy_mark m
      where m.ended_at is null and m.kind = 'hold' and m.party_id in (select id from party where id = p.id or root_id = p.id)) as held
    from retention_finding f join party p on p.id = f.party_id order by f.due_on, f.id limit ${arg('limit')}`,
);

/** Whom the log says that a user looked at since an instant. */
export const selectLookedAt = statement<{ user: string; since: number }, { people: number }>(
  (arg) => sql<{ people: number }>`select count(distinct s.party_id) as people from access_event e
    join access_subject s on s.event_seq = e.seq where e.user_id = ${arg('user')} and e.at >= ${arg('since')}`,
);

/** As whoever reads sees them. */
export const countPeopleSeen = statement<Record<string, never>, { people: number }>(
  () => sql<{ people: number }>`select count(*) as people from party where root_id is null`,
);

export interface HoldingPlace {
  readonly table: string;
  readonly column: string;
  readonly fields: readonly string[];
}

/** Of how many parties these tables hold something, as whoever reads sees them. */
export const countPeopleWith = (places: readonly HoldingPlace[]): Query<{ people: number }> => {
  const each = places.map(({ table, column, fields }) => {
    const filled = fields.map((field) => sql`coalesce(${sql.ref(field)}, '{}') not in ('', '{}')`);
    return sql`select ${sql.ref(column)} as id from ${sql.table(table)} where ${sql.join(filled, sql` or `)}`;
  });
  return compiled(sql<{ people: number }>`select count(*) as people from (${sql.join(each, sql` union `)})
    where id is not null`);
};

export const selectSeenPeople = statement<Record<string, never>, { id: string; display_name: string }>(
  () => sql<{ id: string; display_name: string }>`select id, display_name from party where root_id is null order by id`,
);

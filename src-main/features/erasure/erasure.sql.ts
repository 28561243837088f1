// Every statement of erasing somebody, made from the catalogue where it is about records.

import type { Entity } from '@shared/catalogue';
import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';
import type { Place } from './subject-map';

const among = (ids: string) => sql`(select value from json_each(${ids}))`;

/** `ids` as a JSON list. */
const pointsAt = ({ columns }: Pick<Place, 'columns'>, ids: string) =>
  columns.length === 0
    ? sql`false`
    : sql.join(
        columns.map((column) => sql`${sql.ref(column)} in ${among(ids)}`),
        sql` or `,
      );

export const countPointing = ({ entity, columns }: Place, ids: string): Query<{ count: number }> =>
  compiled(
    sql<{ count: number }>`select count(*) as count from ${sql.table(entity.key)} where ${pointsAt({ columns }, ids)}`,
  );

export const clearMentions = ({ entity }: Place, column: string, ids: string): Query =>
  compiled(
    sql`update ${sql.table(entity.key)} set ${sql.ref(column)} = null where ${sql.ref(column)} in ${among(ids)}`,
  );

export const deletePointing = ({ entity, columns }: Place, ids: string): Query =>
  compiled(sql`delete from ${sql.table(entity.key)} where ${pointsAt({ columns }, ids)}`);

export const stripPointing = (
  { entity, columns }: Place,
  ids: string,
  values: Readonly<Record<string, string | null>>,
): Query => {
  const set = sql.join(Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`));
  return compiled(sql`update ${sql.table(entity.key)} set ${set} where ${pointsAt({ columns }, ids)}`);
};

/** Activities of these parties, and whether anybody else took part. */
export const selectActivitiesOf = statement<{ parties: string }, { id: string; shared: number }>(
  (arg) => sql<{ id: string; shared: number }>`
    select distinct p.activity_id as id, exists (select 1 from activity_party other where other.activity_id = p.activity_id
      and other.party_id not in (select value from json_each(${arg('parties')}))) as shared
    from activity_party p where p.party_id in (select value from json_each(${arg('parties')}))`,
);

export const deleteParticipation = statement<{ parties: string }>(
  (arg) => sql`delete from activity_party where party_id in (select value from json_each(${arg('parties')}))`,
);

/** Everything the ledger holds about the person by itself, or of their activities. */
export const selectOwnChanges = statement<
  { parties: string; activities: string; after: number },
  { seq: number; operation_seq: number; entity: string; old: string | null; new: string | null }
>(
  (arg) =>
    sql`
    select seq, operation_seq, entity, old, new from change
      where party_id in (select value from json_each(${arg('parties')})) and seq > ${arg('after')}
    union
    select c.seq, c.operation_seq, c.entity, c.old, c.new from json_each(${arg('activities')}) a
      cross join change c on c.record_id = a.value where c.seq > ${arg('after')}
    union
    select seq, operation_seq, entity, old, new from change where entity = 'attachment' and seq > ${arg('after')}
      and coalesce(new ->> '$.activity_id', old ->> '$.activity_id') in (select value from json_each(${arg('activities')}))` as never,
);

/** Activities that the person once took part in and that are there no more. */
export const selectGoneActivities = statement<{ parties: string }, { id: string }>(
  (arg) => sql<{ id: string }>`
    select distinct coalesce(c.new ->> '$.activity_id', c.old ->> '$.activity_id') as id from change c
    where c.party_id in (select value from json_each(${arg('parties')})) and c.entity = 'activity_party'
      and coalesce(c.new ->> '$.activity_id', c.old ->> '$.activity_id') is not null
      and not exists (select 1 from activity a where a.id = coalesce(c.new ->> '$.activity_id', c.old ->> '$.activity_id'))`,
);

const holds = (columns: readonly string[], needles: readonly string[]) => {
  const text = sql.join(
    columns.map((column) => sql`coalesce(${sql.ref(column)}, '')`),
    sql` || char(10) || `,
  );
  return sql.join(
    needles.map((needle) => sql`instr(${text}, ${needle}) > 0`),
    sql` or `,
  );
};

export type Located = { seq: number; operation_seq: number };

/** Changes of others in which one of these texts stands. */
export const selectChangesHolding = (needles: readonly string[], after: number): Query<Located> =>
  compiled(sql<Located>`select seq, operation_seq from change where seq > ${after}
    and (old is not null or new is not null) and (${holds(['old', 'new'], needles)})`);

export const selectNotesHolding = (needles: readonly string[], after: number): Query<{ seq: number }> =>
  compiled(sql<{ seq: number }>`select seq from operation where seq > ${after}
    and (reason is not null or details is not null) and (${holds(['reason', 'details'], needles)})`);

/** Of single operations, not of batches about many. */
export const selectNotesOf = statement<{ operations: string; most: number }, { seq: number }>(
  (arg) => sql<{
    seq: number;
  }>`select o.seq from json_each(${arg('operations')}) wanted cross join operation o on o.seq = wanted.value
    where (o.reason is not null or o.details is not null) and o.group_id is null and o.changes <= ${arg('most')}`,
);

export const selectRowsHolding = (
  table: string,
  columns: readonly string[],
  needles: readonly string[],
): Query<{ id: string }> =>
  compiled(sql<{ id: string }>`select id from ${sql.table(table)} where ${holds(columns, needles)}`);

export const selectRecord = (entity: Entity, id: string): Query<Record<string, string | number | null>> =>
  compiled(sql`select * from ${sql.table(entity.key)} where id = ${id}`);

export const updateRecord = (table: string, id: string, values: Readonly<Record<string, unknown>>): Query =>
  compiled(
    sql`update ${sql.table(table)} set ${sql.join(
      Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
    )} where id = ${id}`,
  );

export const deleteRow = (table: string, id: string): Query =>
  compiled(sql`delete from ${sql.table(table)} where id = ${id}`);

export const selectLast = statement<Record<string, never>, { change: number; operation: number }>(
  () => sql<{ change: number; operation: number }>`select coalesce((select max(seq) from change), 0) as change,
    coalesce((select max(seq) from operation), 0) as operation`,
);

/** Whether another person bears exactly this. */
export const selectOtherBearer = statement<{ text: string; parties: string }, { id: string }>(
  (arg) => sql<{ id: string }>`
    select party_id as id from party_name where text = ${arg('text')} and party_id not in (select value from json_each(${arg('parties')}))
    union all select party_id from contact_point where normal = ${arg('text')} and party_id not in (select value from json_each(${arg('parties')}))
    union all select party_id from contact_point where value = ${arg('text')} and party_id not in (select value from json_each(${arg('parties')}))
    limit 1`,
);

export const insertErasure = (row: Tables['erasure']): Query => compiled(tables.insertInto('erasure').values(row));

export const selectErasure = statement<{ id: string }, Tables['erasure']>((arg) =>
  tables.selectFrom('erasure').selectAll().where('id', '=', arg('id')),
);

export const selectErasureOf = statement<{ party: string }, Tables['erasure']>(
  (arg) =>
    sql<
      Tables['erasure']
    >`select * from erasure where exists (select 1 from json_each(party_ids) where value = ${arg('party')})`,
);

export const selectErasures = statement<{ limit: number }, Tables['erasure']>((arg) =>
  tables.selectFrom('erasure').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(arg('limit')),
);

/** Of requests about them nothing stays but that there was one, its dates, and its true end: the wish to be erased is done. */
export const emptyRequests = statement<{ parties: string; erasure: string; at: number; by: string | null }>(
  (arg) => sql`update privacy_request set party_id = null, identity_check = null, note = null, outcome = null,
    erasure_id = ${arg('erasure')}, closed_at = coalesce(closed_at, ${arg('at')}),
    closed_by = case when state = 'open' then ${arg('by')} else closed_by end,
    state = case when state <> 'open' then state when kind = 'erase' then 'done' else 'erased' end
    where party_id in (select value from json_each(${arg('parties')}))`,
);

export const selectMarksOn = statement<{ parties: string; kind: string }, Tables['privacy_mark']>(
  (arg) => sql<Tables['privacy_mark']>`select * from privacy_mark where ended_at is null and kind = ${arg('kind')}
    and party_id in (select value from json_each(${arg('parties')})) order by at`,
);

export const selectRowsOf = (
  table: 'party' | 'party_name' | 'contact_point' | 'identifier' | 'address' | 'attachment',
  party: string,
): Query<Record<string, string | number | null>> =>
  compiled(sql`select * from ${sql.table(table)} where ${sql.ref(table === 'party' ? 'id' : 'party_id')} = ${party}`);

export const insertRow = (table: string, row: Readonly<Record<string, unknown>>): Query =>
  compiled(
    sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))}) values (${sql.join(Object.values(row))})`,
  );

export const deleteEndedJob = statement<{ id: string }>(
  (arg) => sql`delete from job where id = ${arg('id')} and state in ('done', 'failed', 'cancelled')`,
);

/** In days, how long a backup stays at most on any target. */
export const selectLongestRotation = statement<Record<string, never>, { days: number | null }>(
  () => sql<{ days: number | null }>`select max(max(monthly * 31, weekly * 7, daily, 1)) as days from backup_target`,
);

const MOST_COPIES = 100;

export const selectBackupsKept = statement<{ after: number }, { folder: string; made_at: number }>((arg) =>
  tables
    .selectFrom('backup')
    .select(['folder', 'made_at'])
    .where('made_at', '>', arg('after'))
    .orderBy('made_at', 'desc')
    .limit(MOST_COPIES),
);

export const insertMark = (row: Tables['privacy_mark']): Query =>
  compiled(tables.insertInto('privacy_mark').values(row));

export const endMark = statement<{ id: string; at: number; by: string }>((arg) =>
  tables
    .updateTable('privacy_mark')
    .set({ ended_at: arg('at'), ended_by: arg('by') })
    .where('id', '=', arg('id'))
    .where('ended_at', 'is', null),
);

type MarkOfParty = Tables['privacy_mark'] & { party_name: string | null };
const MOST_MARKS = 500;

export const selectStandingMarks = statement<Record<string, never>, MarkOfParty>(
  () => sql<MarkOfParty>`select m.*, p.display_name as party_name from privacy_mark m left join party p on p.id = m.party_id
    where m.ended_at is null order by m.at desc limit ${sql.lit(MOST_MARKS)}`,
);

export const selectMarksOfParty = statement<{ parties: string }, MarkOfParty>(
  (
    arg,
  ) => sql<MarkOfParty>`select m.*, p.display_name as party_name from privacy_mark m left join party p on p.id = m.party_id
    where m.party_id in (select value from json_each(${arg('parties')})) order by m.at desc limit ${sql.lit(MOST_MARKS)}`,
);

export const selectApproval = statement<{ id: string }, Tables['privacy_request']>((arg) =>
  tables.selectFrom('privacy_request').selectAll().where('id', '=', arg('id')),
);

// Statements on activities and who took part in them.

import type { RawBuilder } from 'kysely';
import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export type ActivityRow = Tables['activity'];

export const insertActivity = statement<ActivityRow>((arg) =>
  tables.insertInto('activity').values({
    id: arg('id'),
    kind: arg('kind'),
    direction: arg('direction'),
    subject: arg('subject'),
    body: arg('body'),
    at: arg('at'),
    duration_minutes: arg('duration_minutes'),
    outcome: arg('outcome'),
    place: arg('place'),
    author_id: arg('author_id'),
    external_key: arg('external_key'),
    created_at: arg('created_at'),
    deleted_at: arg('deleted_at'),
    recorded_by: arg('recorded_by'),
  }),
);

export const insertParticipant = statement<Tables['activity_party']>((arg) =>
  tables.insertInto('activity_party').values({
    id: arg('id'),
    activity_id: arg('activity_id'),
    party_id: arg('party_id'),
    role: arg('role'),
    at: arg('at'),
    kind: arg('kind'),
  }),
);

export const selectActivity = statement<{ id: string }, ActivityRow>((arg) =>
  tables.selectFrom('activity').selectAll().where('id', '=', arg('id')),
);

export const selectActivityByExternalKey = statement<{ key: string }, ActivityRow>((arg) =>
  tables
    .selectFrom('activity')
    .selectAll()
    .where('external_key', '=', arg('key'))
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .limit(1),
);

/** An activity of one party at one instant, of the same kind and with the same subject: the same one told twice. */
export const selectSameActivity = statement<
  { party: string; at: number; kind: string; subject: string },
  { id: string }
>((arg) =>
  tables
    .selectFrom('activity_party')
    .innerJoin('activity', 'activity.id', 'activity_party.activity_id')
    .select('activity.id')
    .where('activity_party.party_id', '=', arg('party'))
    .where('activity_party.at', '=', arg('at'))
    .where('activity.kind', '=', arg('kind') as never)
    .where('activity.subject', '=', arg('subject'))
    .where('activity.deleted_at', 'is', null)
    .limit(1),
);

export const updateActivityColumns = (id: string, columns: Partial<ActivityRow>): Query =>
  compiled(tables.updateTable('activity').set(columns).where('id', '=', id));

/** Whoever stands for the records that took part; two records of one party come twice. */
export const selectParticipants = statement<
  { activity: string },
  { party_id: string; role: Tables['activity_party']['role']; kind: Tables['party']['kind']; name: string }
>((arg) =>
  tables
    .selectFrom('activity_party')
    .innerJoin('party', 'party.id', 'activity_party.party_id')
    .leftJoin('party as root', 'root.id', 'party.root_id')
    .select(['activity_party.role', 'party.kind'])
    .select((eb) => [
      eb.fn.coalesce('party.root_id', 'party.id').as('party_id'),
      eb.fn.coalesce('root.display_name', 'party.display_name').as('name'),
    ])
    .where('activity_party.activity_id', '=', arg('activity'))
    .orderBy('activity_party.id'),
);

export const selectParticipantRows = statement<{ activity: string }, Tables['activity_party']>((arg) =>
  tables.selectFrom('activity_party').selectAll().where('activity_id', '=', arg('activity')).orderBy('id'),
);

type Hidden = { id: string } & Readonly<Record<'subject' | 'body' | 'outcome' | 'place', number>>;

/** Which texts of some activities are stored otherwise than they are seen. */
export const selectHidden = statement<{ activities: string }, Hidden>(
  (arg) => sql<Hidden>`select v.id, t.subject is not v.subject as subject, t.body is not v.body as body,
      t.outcome is not v.outcome as outcome, t.place is not v.place as place
    from json_each(${arg('activities')}) wanted cross join activity v on v.id = wanted.value
      cross join main.activity t on t.id = wanted.value`,
);

export interface TimelineFilter {
  readonly partyId: string;
  readonly kinds?: readonly ActivityRow['kind'][] | undefined;
  readonly authorId?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Ids a text search left, or undefined without one. */
  readonly ids?: readonly string[] | undefined;
  readonly before: readonly [at: number, id: string] | null;
  readonly limit: number;
}

/**
 * Newest first along (party_id, at, activity_id); the activity's own row is fetched only for what is shown. The order of the join
 * is forced: without statistics the planner would rather walk everybody's activities.
 */
export function selectTimeline(filter: TimelineFilter): Query<ActivityRow> {
  const where = [sql`p.party_id = ${filter.partyId}`, sql`a.deleted_at is null`];
  if (filter.kinds !== undefined) where.push(sql`p.kind in (${sql.join([...filter.kinds])})`);
  if (filter.authorId !== undefined) where.push(sql`a.author_id = ${filter.authorId}`);
  if (filter.from !== undefined) where.push(sql`p.at >= ${filter.from}`);
  if (filter.to !== undefined) where.push(sql`p.at < ${filter.to}`);
  if (filter.ids !== undefined)
    where.push(sql`p.activity_id in (select value from json_each(${JSON.stringify(filter.ids)}))`);
  if (filter.before !== null) where.push(sql`(p.at, p.activity_id) < (${filter.before[0]}, ${filter.before[1]})`);
  return compiled(sql<ActivityRow>`select a.* from activity_party p indexed by activity_party_by_party
    cross join activity a on a.id = p.activity_id where ${sql.join(where, sql` and `)}
    order by p.at desc, p.activity_id desc limit ${filter.limit}`);
}

export interface FeedFilter {
  readonly kinds?: readonly ActivityRow['kind'][] | undefined;
  readonly authorId?: string | undefined;
  readonly before: readonly [at: number, id: string] | null;
  readonly limit: number;
}

export function selectFeed(filter: FeedFilter): Query<ActivityRow> {
  let query = tables.selectFrom('activity').selectAll().where('deleted_at', 'is', null);
  if (filter.kinds !== undefined) query = query.where('kind', 'in', [...filter.kinds]);
  if (filter.authorId !== undefined) query = query.where('author_id', '=', filter.authorId);
  if (filter.before !== null) query = query.where(sql<boolean>`(at, id) < (${filter.before[0]}, ${filter.before[1]})`);
  return compiled(query.orderBy('at', 'desc').orderBy('id', 'desc').limit(filter.limit));
}

/** Activities in which any of several records of one party took part, each once. */
export const selectCappedCountOfMany = statement<{ parties: string; cap: number }, { count: number }>(
  (arg) =>
    sql<{
      count: number;
    }>`select count(*) as count from (select distinct p.activity_id
      from (select value as member from json_each(${arg('parties')})) cross join activity_party p on p.party_id = member limit ${arg('cap')})`,
);

export const selectCappedActivityCount = statement<{ party: string; cap: number }, { count: number }>(
  (arg) =>
    sql<{
      count: number;
    }>`select count(*) as count from (select 1 from activity_party where party_id = ${arg('party')} limit ${arg('cap')})`,
);

/** Activities of one party whose text matches; a party has thousands at most, so the index is asked per party. */
export const selectMatchingOfParty = statement<{ match: string; party: string; limit: number }, { id: string }>(
  (arg) => sql<{
    id: string;
  }>`select d.activity_id as id from activity_words f cross join activity_doc d on d.rid = f.rowid
      cross join activity_party p on p.activity_id = d.activity_id and p.party_id = ${arg('party')}
      where activity_words match ${arg('match')} order by f.rowid desc limit ${arg('limit')}`,
);

export const updateParticipantTimes = (activityId: string, at: number, kind: ActivityRow['kind']) =>
  compiled(tables.updateTable('activity_party').set({ at, kind }).where('activity_id', '=', activityId));

const rootOf = (party: RawBuilder<string>) => sql<string>`(select root_id from party where id = ${party})`;

export const selectRootId = statement<{ party: string }, { root_id: string | null }>((arg) =>
  tables.selectFrom('party').select('root_id').where('id', '=', arg('party')),
);

/** Moves the last activity of a party, and of who stands for it, forward; a later one stays. */
export const raiseLastActivity = statement<{ party: string; at: number }>((arg) =>
  tables
    .updateTable('party')
    .set({ last_activity_at: arg('at') })
    .where('id', 'in', [arg('party'), rootOf(arg('party'))])
    .where((eb) => eb.or([eb('last_activity_at', 'is', null), eb('last_activity_at', '<', arg('at'))])),
);

/** Of a party's own activities, and of those of the records that it stands for. */
export const recomputeLastActivity = statement<{ party: string }>(
  (arg) => sql`update party set last_activity_at = (
      select max((select p.at from activity_party p join activity a on a.id = p.activity_id
        where p.party_id = m.id and a.deleted_at is null order by p.at desc limit 1))
      from (select ${arg('party')} as id union all
        select id from party indexed by party_member_by_root where root_id = ${arg('party')}) m
    ) where id = ${arg('party')}`,
);

// The one place where rows of the catalogue's entities leave for lists, exports and packages. The connection is dressed for whoever
// asked (`access/`), so that nothing here knows of rights.

import { activityEntity, entityOf, shownFieldsOf, type Entity } from '@shared/catalogue';
import { compiled, sql, type Query, type Tables } from '../../db';

export type EntityRow = Readonly<Record<string, string | number | null>> & { readonly id: string };

/** The columns of an entity that may leave at all; what an actor may not see whole comes masked from a dressed connection. */
function columns(entity: Entity) {
  const shown = shownFieldsOf(entity).map(([name]) => sql.ref(`${entity.key}.${name}`));
  return sql.join([sql.ref(`${entity.key}.id`), ...shown]);
}

/** All parts of one kind of some parties (ids as a JSON list), party by party in the order in which a page shows them. */
export const selectPartsOf = (entity: Entity, ids: string): Query<EntityRow> =>
  compiled(sql<EntityRow>`select ${columns(entity)} from (select value as wanted from json_each(${ids}))
    cross join ${sql.table(entity.key)} on ${sql.ref(`${entity.key}.party_id`)} = wanted
    order by ${sql.ref(`${entity.key}.party_id`)}, ${sql.ref(`${entity.key}.${'position' in entity.fields ? 'position' : 'id'}`)}, ${sql.ref(`${entity.key}.id`)}`);

export const selectRowsById = (entity: Entity, ids: string): Query<EntityRow> =>
  compiled(sql<EntityRow>`select ${columns(entity)} from (select value as wanted from json_each(${ids}))
    cross join ${sql.table(entity.key)} on ${sql.ref(`${entity.key}.id`)} = wanted`);

/** Rows of an entity behind an id, in the order of ids. */
export const selectRowsAfter = (
  entity: Entity,
  { after, limit }: { readonly after: string; readonly limit: number },
): Query<EntityRow> =>
  compiled(sql<EntityRow>`select ${columns(entity)} from ${sql.table(entity.key)}
    where ${sql.ref(`${entity.key}.id`)} > ${after} order by ${sql.ref(`${entity.key}.id`)} limit ${limit}`);

export const countRows = (entity: string): Query<{ count: number }> =>
  compiled(sql<{ count: number }>`select count(*) as count from ${sql.table(entityOf(entity).key)}`);

/** Records linked under some roots (ids as a JSON list). */
export const selectMembersOf = (ids: string): Query<{ id: string; root_id: string }> =>
  compiled(sql<{
    id: string;
    root_id: string;
  }>`select p.id, p.root_id from (select value as wanted from json_each(${ids}))
    cross join party p indexed by party_member_by_root on p.root_id = wanted order by p.id`);

export const selectHasMembers = (): Query<{ id: string }> =>
  compiled(
    sql<{
      id: string;
    }>`select id from party indexed by party_member_by_root where root_id > '' limit 1`,
  );

/** The most parts of an entity that any party has, and how many have something in each field. */
export const selectBreadth = ({ key, fields }: Entity): Query<Record<string, number>> =>
  compiled(sql<Record<string, number>>`select
    (select coalesce(max(n), 0) from (select count(*) as n from ${sql.table(key)} group by party_id)) as most,
    ${sql.join(Object.keys(fields).map((name) => sql`count(${sql.ref(name)}) as ${sql.ref(name)}`))} from ${sql.table(key)}`);

export interface ActivityQuery {
  readonly filter: {
    readonly kinds?: readonly string[] | undefined;
    readonly authorId?: string | undefined;
    readonly from?: number | undefined;
    readonly to?: number | undefined;
  };
  readonly before: readonly [at: number, id: string] | null;
  readonly limit: number;
}

function activityWhere({ filter, before }: Omit<ActivityQuery, 'limit'>) {
  const where = [sql`deleted_at is null`];
  const { kinds, authorId, from, to } = filter;
  if (kinds !== undefined && kinds.length > 0) where.push(sql`kind in (${sql.join([...kinds])})`);
  if (authorId !== undefined) where.push(sql`author_id = ${authorId}`);
  if (from !== undefined) where.push(sql`at >= ${from}`);
  if (to !== undefined) where.push(sql`at < ${to}`);
  if (before !== null) where.push(sql`(at, id) < (${before[0]}, ${before[1]})`);
  return sql.join(where, sql` and `);
}

/** Newest first, as the timeline has them. */
export const selectActivities = (query: ActivityQuery): Query<Tables['activity']> =>
  compiled(sql<Tables['activity']>`select ${columns(activityEntity)} from activity where ${activityWhere(query)}
    order by at desc, id desc limit ${query.limit}`);

export const countActivities = (filter: ActivityQuery['filter']): Query<{ count: number }> =>
  compiled(
    sql<{
      count: number;
    }>`select count(*) as count from activity where ${activityWhere({ filter, before: null })}`,
  );

export interface ParticipantRow {
  readonly activity_id: string;
  readonly party_id: string;
  readonly role: string;
  readonly key: string;
  readonly name: string;
  readonly email: string | null;
}

/** Who took part in some activities (ids as a JSON list), as the records that stand for them. */
export const selectParticipantsOf = (ids: string): Query<ParticipantRow> =>
  compiled(sql<ParticipantRow>`select ap.activity_id, coalesce(r.id, p.id) as party_id, ap.role,
      coalesce(r.external_key, r.id, p.external_key, p.id) as key, coalesce(r.display_name, p.display_name) as name,
      coalesce(r.primary_email, p.primary_email) as email
    from (select value as wanted from json_each(${ids})) cross join activity_party ap on ap.activity_id = wanted
    cross join party p on p.id = ap.party_id left join party r on r.id = p.root_id order by ap.activity_id, ap.id`);

export interface EdgeRow extends Omit<Tables['relationship'], 'from_party_id' | 'to_party_id'> {
  readonly from_key: string;
  readonly from_name: string;
  readonly to_key: string;
  readonly to_name: string;
  readonly from_root: string;
  readonly to_root: string;
}

/** Relationships behind an id between parties that are there; what ties two records of one party together is nobody's relationship. */
export const selectEdgesAfter = ({
  after,
  limit,
}: {
  readonly after: string;
  readonly limit: number;
}): Query<EdgeRow> =>
  compiled(sql<EdgeRow>`select e.id, e.type, e.position, e.note, e.from_on, e.to_on,
      coalesce(fr.external_key, fr.id, f.external_key, f.id) as from_key, coalesce(fr.display_name, f.display_name) as from_name,
      coalesce(tr.external_key, tr.id, t.external_key, t.id) as to_key, coalesce(tr.display_name, t.display_name) as to_name,
      coalesce(fr.id, f.id) as from_root, coalesce(tr.id, t.id) as to_root
    from relationship e cross join party f on f.id = e.from_party_id cross join party t on t.id = e.to_party_id
    left join party fr on fr.id = f.root_id left join party tr on tr.id = t.root_id
    where e.id > ${after} and coalesce(fr.id, f.id) <> coalesce(tr.id, t.id)
      and case when fr.id is null then f.deleted_at else fr.deleted_at end is null
      and case when tr.id is null then t.deleted_at else tr.deleted_at end is null
    order by e.id limit ${limit}`);

/** Where some people (ids as a JSON list) work, and as what: the relationship that has not ended, the latest of several. */
export const selectEmployers = (
  ids: string,
): Query<{ readonly party_id: string; readonly name: string; readonly position: string | null }> =>
  compiled(sql<{
    party_id: string;
    name: string;
    position: string | null;
  }>`select who.root as party_id,
      coalesce(s.display_name, o.display_name) as name, e.position
    from (select value as root, value as member from json_each(${ids}) union all
      select p.root_id, p.id from json_each(${ids}) cross join party p indexed by party_member_by_root on p.root_id = value) who
    cross join relationship e on e.from_party_id = who.member and e.type = 'employee' and e.to_on is null
    cross join party o on o.id = e.to_party_id left join party s on s.id = o.root_id
    where o.deleted_at is null order by e.id`);

export interface NeighbourRow {
  readonly party_id: string;
  readonly type: string;
  readonly direction: 'outgoing' | 'incoming';
  readonly other_id: string;
  readonly other_name: string;
  readonly position: string | null;
  readonly note: string | null;
  readonly from_on: string | null;
  readonly to_on: string | null;
}

/** Roots (ids as a JSON list) and the records linked under them. */
const members = (ids: string) => sql`(select value as root, value as member from json_each(${ids}) union all
  select p.root_id, p.id from json_each(${ids}) cross join party p indexed by party_member_by_root on p.root_id = value)`;

/** Relationships of some parties in both directions, with whoever stands at the other end. */
export const selectEdgesOf = (ids: string): Query<NeighbourRow> =>
  compiled(sql<NeighbourRow>`select who.root as party_id, e.type, 'outgoing' as direction, coalesce(s.id, o.id) as other_id,
      coalesce(s.display_name, o.display_name) as other_name, e.position, e.note, e.from_on, e.to_on
    from ${members(ids)} who cross join relationship e on e.from_party_id = who.member
    cross join party o on o.id = e.to_party_id left join party s on s.id = o.root_id
    union all select who.root, e.type, 'incoming', coalesce(s.id, o.id), coalesce(s.display_name, o.display_name),
      e.position, e.note, e.from_on, e.to_on
    from ${members(ids)} who cross join relationship e on e.to_party_id = who.member
    cross join party o on o.id = e.from_party_id left join party s on s.id = o.root_id`);

/** Activities of some parties (ids as a JSON list), newest first. */
export const selectActivitiesOf = (ids: string): Query<EntityRow & { readonly party_id: string }> =>
  compiled(sql<EntityRow & { party_id: string }>`select distinct who.root as party_id, ${columns(activityEntity)}
    from ${members(ids)} who cross join activity_party ap on ap.party_id = who.member
    cross join activity on activity.id = ap.activity_id where activity.deleted_at is null
    order by activity.at desc, activity.id desc`);

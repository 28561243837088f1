// The list of parties: keyset pages in index order, whatever the filter. Selective filters are resolved to ids first.

import type { PartyFilter, PartySort } from '@shared/features/parties/party';
import type { Language } from '@shared/locale/language';
import { fold } from '@shared/text/fold';
import { compiled, sql, tables, type Query, type Tables } from '../../db';

export interface ListQuery {
  readonly filter: PartyFilter;
  readonly sort: PartySort;
  readonly language: Language;
}

/** Place of a row in the list: its sort value and its id. */
export type ListPlace = readonly [value: string | number | null, id: string];

export type ListRow = Pick<
  Tables['party'],
  | 'id'
  | 'kind'
  | 'display_name'
  | 'role_types'
  | 'primary_phone'
  | 'primary_email'
  | 'city'
  | 'owner_id'
  | 'status'
  | 'created_at'
  | 'updated_at'
  | 'last_activity_at'
> & { sort_value: string | number | null };

type SortColumn = 'sort_ar' | 'sort_fa' | 'sort_en' | 'created_at' | 'updated_at' | 'last_activity_at' | 'deleted_at';
type Kind = Tables['party']['kind'];

const allKinds: readonly Kind[] = ['person', 'organisation', 'group'];

/** No kind chosen means every kind. */
const kindsOf = ({ filter }: ListQuery): readonly Kind[] =>
  filter.kinds === undefined || filter.kinds.length === 0 ? allKinds : filter.kinds;

export function sortColumn({ sort, language, filter }: ListQuery): SortColumn {
  if (filter.deleted === true) return 'deleted_at';
  if (sort.by === 'created') return 'created_at';
  if (sort.by === 'updated') return 'updated_at';
  if (sort.by === 'last-activity') return 'last_activity_at';
  return ({ ar: 'sort_ar', fa: 'sort_fa', en: 'sort_en' } as const)[language];
}

interface PageInput extends ListQuery {
  readonly after: ListPlace | null;
  readonly limit: number;
  /** Ids the selective filters left, or null when the scan checks them row by row. */
  readonly ids: readonly string[] | null;
}

/** One page. Several kinds are merged from one ordered scan each, so no page sorts more than it shows. */
export function selectPage(input: PageInput): Query<ListRow> {
  const kinds = input.filter.deleted === true ? [null] : kindsOf(input);
  const scans = kinds.map((kind) => scanOf(input, kind));
  const [only] = scans;
  if (scans.length === 1 && only !== undefined) return compiled(only);
  const parts = scans.map((scan) => sql`select * from (${scan})`);
  const direction = directionOf(input);
  return compiled(
    sql<ListRow>`${sql.join(parts, sql` union all `)} order by sort_value ${direction}, id ${direction} limit ${input.limit}`,
  );
}

/** The first rows of one kind in list order, along the index of that order unless a few ids are known already. */
function scanOf(input: PageInput, kind: Kind | null) {
  const column = sortColumn(input);
  const order = sql.ref(column);
  const direction = directionOf(input);
  const where = [filterOf(input)];
  if (kind !== null) where.push(sql<boolean>`kind = ${kind}`);
  if (input.ids !== null) where.push(sql<boolean>`id in (select value from json_each(${JSON.stringify(input.ids)}))`);
  if (input.after !== null) where.push(afterPlace(column, input.after, input.sort.direction));
  const index = input.ids === null && kind !== null ? sql`indexed by ${sql.ref(indexOf(column))}` : sql``;
  return sql<ListRow>`select ${sql.join(listColumns.map((name) => sql.ref(name)))}, ${order} as sort_value
    from party ${index} where ${sql.join(where, sql` and `)} order by ${order} ${direction}, id ${direction} limit ${input.limit}`;
}

const directionOf = ({ sort }: ListQuery) => sql.raw(sort.direction === 'ascending' ? 'asc' : 'desc');

const listColumns = [
  'id',
  'kind',
  'display_name',
  'role_types',
  'primary_phone',
  'primary_email',
  'city',
  'owner_id',
  'status',
  'created_at',
  'updated_at',
  'last_activity_at',
] as const;

const indexOf = (column: SortColumn): string =>
  ({
    sort_ar: 'party_by_name_ar',
    sort_fa: 'party_by_name_fa',
    sort_en: 'party_by_name_en',
    created_at: 'party_by_created',
    updated_at: 'party_by_updated',
    last_activity_at: 'party_by_activity',
    deleted_at: 'party_deleted',
  })[column];

/** SQLite sorts nulls first; a null place is left by "is not null" going up and reached last going down. */
function afterPlace(column: SortColumn, [value, id]: ListPlace, direction: PartySort['direction']) {
  const ref = sql.ref(column);
  if (value === null) {
    return direction === 'ascending'
      ? sql<boolean>`(${ref} is not null or id > ${id})`
      : sql<boolean>`(${ref} is null and id < ${id})`;
  }
  return direction === 'ascending'
    ? sql<boolean>`(${ref}, id) > (${value}, ${id})`
    : sql<boolean>`((${ref}, id) < (${value}, ${id}) or ${ref} is null)`;
}

/** Everything but the kinds. Columns named here stand in the sort indexes, so most filters never touch the table. */
export function filterOf({ filter }: ListQuery) {
  const parts = [filter.deleted === true ? sql`deleted_at is not null` : sql`deleted_at is null`];
  if (filter.status !== undefined) parts.push(sql`status = ${filter.status}`);
  if (filter.ownerId !== undefined) parts.push(sql`owner_id = ${filter.ownerId}`);
  if (filter.language !== undefined) parts.push(sql`language = ${filter.language}`);
  if (filter.createdFrom !== undefined) parts.push(sql`created_at >= ${filter.createdFrom}`);
  if (filter.createdTo !== undefined) parts.push(sql`created_at < ${filter.createdTo}`);
  if (filter.city !== undefined) parts.push(sql`city_key = ${fold(filter.city)}`);
  if (filter.roleType !== undefined || filter.roleStage !== undefined) parts.push(roleExists(filter));
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

function roleExists(filter: PartyFilter) {
  const parts = [sql`party_role.party_id = party.id`];
  if (filter.roleType !== undefined) parts.push(sql`party_role.type = ${filter.roleType}`);
  parts.push(
    filter.roleStage === undefined ? sql`party_role.stage <> 'ended'` : sql`party_role.stage = ${filter.roleStage}`,
  );
  return sql`exists (select 1 from party_role where ${sql.join(parts, sql` and `)})`;
}

/** Ids a selective filter leaves, capped: above the cap the ordered scan is the better plan. */
export function selectRoleParties({ filter }: ListQuery, cap: number): Query<{ id: string }> {
  return compiled(
    tables
      .selectFrom('party_role')
      .select('party_id as id')
      .distinct()
      .$if(filter.roleType !== undefined, (query) => query.where('type', '=', filter.roleType!))
      .$if(filter.roleStage !== undefined, (query) => query.where('stage', '=', filter.roleStage!))
      .limit(cap),
  );
}

export const selectCityParties = (city: string, cap: number): Query<{ id: string }> =>
  compiled(tables.selectFrom('party').select('id').where('city_key', '=', fold(city)).limit(cap));

export const selectOwnerParties = (ownerId: string, cap: number): Query<{ id: string }> =>
  compiled(tables.selectFrom('party').select('id').where('owner_id', '=', ownerId).limit(cap));

/** Counts at most `cap` rows of the list. */
export function selectCount(query: ListQuery, ids: readonly string[] | null, cap: number): Query<{ count: number }> {
  const kinds = query.filter.deleted === true ? sql`true` : sql`kind in (${sql.join([...kindsOf(query)])})`;
  const within = ids === null ? sql`true` : sql`id in (select value from json_each(${JSON.stringify(ids)}))`;
  return compiled(
    sql<{
      count: number;
    }>`select count(*) as count from (select 1 from party where ${kinds} and ${filterOf(query)} and ${within} limit ${cap})`,
  );
}

/** Sort value and id of the whole list in order: what the scroll bar's anchors are taken from. */
export function selectOrder(
  query: ListQuery,
  ids: readonly string[] | null,
): Query<{ sort_value: string | number | null; id: string }> {
  const column = sql.ref(sortColumn(query));
  const direction = directionOf(query);
  const kinds = query.filter.deleted === true ? sql`true` : sql`kind in (${sql.join([...kindsOf(query)])})`;
  const within = ids === null ? sql`true` : sql`id in (select value from json_each(${JSON.stringify(ids)}))`;
  return compiled(
    sql<{
      sort_value: string | number | null;
      id: string;
    }>`select ${column} as sort_value, id from party where ${kinds} and ${filterOf(query)} and ${within} order by ${column} ${direction}, id ${direction}`,
  );
}

// The list of parties: keyset pages in index order, whatever the filter. Selective filters are resolved to ids first.

import type { PartyFilter, PartySort } from '@shared/features/parties/party';
import type { Language } from '@shared/locale/language';
import { fold } from '@shared/text/fold';
import type { RawBuilder } from 'kysely';
import type { SearchedBy } from '../../search';
import {
  beyond,
  compiled,
  shapedStatement,
  sql,
  tables,
  type Argument,
  type Place,
  type Query,
  type Tables,
} from '../../db';

export interface ListQuery {
  readonly filter: PartyFilter;
  readonly sort: PartySort;
  readonly language: Language;
  /** What words of the filter may be looked for in. */
  readonly by: SearchedBy;
  /** The only parties that may be listed at all, where whoever asks sees just a few. */
  readonly few?: readonly string[] | null;
  /** Civil day at the site: who is of a unit. */
  readonly today: string;
}

export type ListRow = Pick<
  Tables['party'],
  | 'id'
  | 'kind'
  | 'display_name'
  | 'role_types'
  | 'primary_phone'
  | 'primary_email'
  | 'city'
  | 'shown_owner_id'
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
  readonly after: Place | null;
  readonly limit: number;
  /** Ids the selective filters left, or null when the scan checks them row by row. */
  readonly ids: readonly string[] | null;
}

/** One page. Several kinds are merged from one ordered scan each, which ends where the page does. */
export function selectPage(input: PageInput): Query<ListRow> {
  const page = pages(shapeOf(input), (arg) => {
    const columns = sql.join(listColumns.map((name) => sql.ref(`party.${name}`)));
    return sql<ListRow>`${merged(input, arg, columns)} limit ${arg('limit')}`;
  });
  return page(valuesOf(input, input.limit));
}

interface Scan extends ListQuery {
  readonly after: Place | null;
  readonly ids: readonly string[] | null;
}

/** What may differ between two lists of one shape. */
interface Values {
  readonly status: string;
  readonly ownerId: string;
  readonly unitId: string;
  readonly teamId: string;
  readonly today: string;
  readonly language: string;
  readonly createdFrom: number;
  readonly createdTo: number;
  readonly cityKey: string;
  readonly roleType: string;
  readonly roleStage: string;
  readonly ids: string;
  readonly afterValue: string | number;
  readonly afterId: string;
  readonly limit: number;
}

type Slots = Argument<Values>;

const pages = shapedStatement<Values, ListRow>();
const counts = shapedStatement<Values, { count: number }>();
const orders = shapedStatement<Values, { sort_value: string | number | null; id: string }>();

/** Everything the builders below decide by. */
function shapeOf(scan: Scan): string {
  const { filter, sort, after, ids } = scan;
  const filters = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined || name === 'kinds' ? [] : [name],
  );
  const place = after === null ? 'first' : after[0] === null ? 'null' : 'value';
  const kinds = orderedKinds(scan) ?? ['deleted'];
  return [sortColumn(scan), sort.direction, place, ids === null ? 'scan' : 'ids', ...kinds, ...filters.sort()].join(
    ' ',
  );
}

function valuesOf({ filter, after, ids, today }: Scan, limit: number): Values {
  const given = {
    ...filter,
    today,
    cityKey: filter.city === undefined ? undefined : fold(filter.city),
    ids: ids === null ? undefined : JSON.stringify(ids),
  };
  return { ...given, afterValue: after?.[0], afterId: after?.[1], limit } as Values;
}

/** The rows of all wanted kinds in list order. `columns` are followed by the value sorted by. */
function merged(scan: Scan, arg: Slots, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  const direction = directionOf(scan);
  const kinds = orderedKinds(scan);
  const sets = scan.ids === null && kinds !== null ? kinds.map((kind) => [kind]) : [kinds];
  const places = placesOf(scan, arg);
  const parts = sets.flatMap((set) => places.map((place) => scanOf({ scan, arg, columns, place }, set)));
  return sql`${sql.join(parts, sql` union all `)} order by sort_value ${direction}, id ${direction}`;
}

interface ScanParts {
  readonly scan: Scan;
  readonly arg: Slots;
  readonly columns: RawBuilder<unknown>;
  readonly place: RawBuilder<boolean>;
}

/** One kind: along the index of the order, or from a few ids that are known already. Both are forced, as a base without statistics is planned badly. */
function scanOf({ scan, arg, columns, place }: ScanParts, kinds: readonly Kind[] | null): RawBuilder<unknown> {
  const column = sortColumn(scan);
  const where = [filterOf(scan, arg), isOf(kinds), place];
  const from = scan.ids === null ? sql`party indexed by ${sql.ref(indexOf(column))}` : fromIds(arg);
  return sql`select ${columns}, party.${sql.ref(column)} as sort_value from ${from} where ${sql.join(where, sql` and `)}`;
}

const fromIds = (arg: Slots) =>
  sql`(select value as wanted from json_each(${arg('ids')})) cross join party indexed by sqlite_autoindex_party_1 on party.id = wanted`;

/** The recycle bin shows all kinds in one order. */
const orderedKinds = (query: ListQuery): readonly Kind[] | null =>
  query.filter.deleted === true ? null : kindsOf(query);

const isOf = (kinds: readonly Kind[] | null) => {
  if (kinds === null) return sql<boolean>`true`;
  return kinds.length === 1
    ? sql<boolean>`kind = ${sql.lit(kinds[0])}`
    : sql<boolean>`kind in (${sql.join(kinds.map((kind) => sql.lit(kind)))})`;
};

const directionOf = ({ sort }: ListQuery) => sql.raw(sort.direction === 'ascending' ? 'asc' : 'desc');

const listColumns = [
  'id',
  'kind',
  'display_name',
  'role_types',
  'primary_phone',
  'primary_email',
  'city',
  'shown_owner_id',
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

const placesOf = (scan: Scan, arg: Slots): RawBuilder<boolean>[] => {
  const column = sortColumn(scan);
  const order = { column, rises: scan.sort.direction === 'ascending', isNullable: column === 'last_activity_at' };
  return beyond(order, scan.after, { value: arg('afterValue'), id: arg('afterId') });
};

/** Everything but the kinds. Columns named here stand in the sort indexes, so most filters never touch the table. */
function filterOf({ filter }: ListQuery, arg: Slots) {
  const parts = [filter.deleted === true ? sql`deleted_at is not null` : sql`deleted_at is null`, sql`root_id is null`];
  if (filter.status !== undefined) parts.push(sql`status = ${arg('status')}`);
  if (filter.ownerId !== undefined) parts.push(sql`shown_owner_id = ${arg('ownerId')}`);
  if (filter.unitId !== undefined) parts.push(sql`unit_id in ${unitsFrom(arg('unitId'))}`);
  if (filter.teamId !== undefined) parts.push(sql`shown_owner_id in ${peopleOf(arg('teamId'), arg('today'))}`);
  if (filter.language !== undefined) parts.push(sql`shown_language = ${arg('language')}`);
  if (filter.createdFrom !== undefined) parts.push(sql`created_at >= ${arg('createdFrom')}`);
  if (filter.createdTo !== undefined) parts.push(sql`created_at < ${arg('createdTo')}`);
  if (filter.city !== undefined) parts.push(sql`city_key = ${arg('cityKey')}`);
  if (filter.roleType !== undefined || filter.roleStage !== undefined) parts.push(roleExists(filter, arg));
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** A unit and all below it. */
const unitsFrom = (unit: RawBuilder<unknown>) => sql`(with recursive below (id) as (
    select ${unit} union select u.id from below cross join org_unit u on u.parent_id = below.id) select id from below)`;

/** Who works in a unit or below it on a day, or answers for it. */
const peopleOf = (unit: RawBuilder<unknown>, today: RawBuilder<unknown>) => sql`(
    select user_id from org_member where unit_id in ${unitsFrom(unit)}
      and coalesce(from_on, ${today}) <= ${today} and coalesce(to_on, ${today}) >= ${today}
    union select manager_id from org_unit where id in ${unitsFrom(unit)}
    union select deputy_id from org_unit where id in ${unitsFrom(unit)})`;

/** A role of the party, or of a record that it stands for. */
function roleExists(filter: PartyFilter, arg: Slots) {
  const parts: RawBuilder<unknown>[] = [];
  if (filter.roleType !== undefined) parts.push(sql`party_role.type = ${arg('roleType')}`);
  parts.push(
    filter.roleStage === undefined ? sql`party_role.stage <> 'ended'` : sql`party_role.stage = ${arg('roleStage')}`,
  );
  const where = sql.join(parts, sql` and `);
  return sql`(exists (select 1 from party_role where party_role.party_id = party.id and ${where})
    or exists (select 1 from party member indexed by party_member_by_root
      cross join party_role on party_role.party_id = member.id where member.root_id = party.id and ${where}))`;
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

/** Counts at most `cap` rows of the list. */
export function selectCount(query: ListQuery, ids: readonly string[] | null, cap: number): Query<{ count: number }> {
  const scan = { ...query, ids, after: null };
  const count = counts(shapeOf(scan), (arg) => {
    const counted = sql`party indexed by ${sql.ref(query.filter.deleted === true ? 'party_deleted' : 'party_by_created')}`;
    const where = sql`${isOf(orderedKinds(query))} and ${filterOf(query, arg)}`;
    return sql<{
      count: number;
    }>`select count(*) as count from (select 1 from ${ids === null ? counted : fromIds(arg)} where ${where} limit ${arg('limit')})`;
  });
  return count(valuesOf(scan, cap));
}

/** Sort value and id of the whole list in order: what the scroll bar's anchors are taken from. Never touches the table itself. */
export function selectOrder(
  query: ListQuery,
  ids: readonly string[] | null,
): Query<{ sort_value: string | number | null; id: string }> {
  const scan = { ...query, ids, after: null };
  return orders(
    shapeOf(scan),
    (arg) => sql<{ sort_value: string | number | null; id: string }>`${merged(scan, arg, sql`party.id`)}`,
  )(valuesOf(scan, 0));
}

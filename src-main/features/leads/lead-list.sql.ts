// Lists of leads: keyset pages in index order.

import type { LeadFilter } from '@shared/features/leads/lead';
import { openLeadStates } from '@shared/features/leads/response';
import type { RawBuilder } from 'kysely';
import { beyond, shapedStatement, sql, type Argument, type Place, type Query, type Tables } from '../../db';

export interface LeadQuery {
  readonly filter: LeadFilter;
  readonly sort: { readonly by: 'received' | 'state-time'; readonly direction: 'ascending' | 'descending' };
  /** The records of one party, all of them; null for everybody's. */
  readonly parties: readonly string[] | null;
  /** Received earlier and without a response is overdue. Ms UTC. */
  readonly overdueBefore: number;
}

export type ListedRow = Tables['lead'] & { sort_value: number };

interface Values {
  readonly ownerId: string;
  readonly unitId: string;
  readonly source: string;
  readonly parties: string;
  readonly before: number;
  readonly afterValue: number;
  readonly afterId: string;
  readonly limit: number;
}
type Slots = Argument<Values>;

const columnOf = { received: 'received_at', 'state-time': 'state_at' } as const;
const indexOf = { received: 'lead_by_received', 'state-time': 'lead_by_state_time' } as const;

const statesOf = ({ filter }: LeadQuery): readonly Tables['lead']['state'][] => filter.states ?? openLeadStates;

const pages = shapedStatement<Values, ListedRow>();
const counts = shapedStatement<Values, { count: number }>();

interface Page {
  readonly after: Place | null;
  readonly limit: number;
}

/** One page. Several states are merged from one ordered scan each, which ends where the page does. */
export function selectLeadPage(query: LeadQuery, { after, limit }: Page): Query<ListedRow> {
  const { by, direction } = query.sort;
  const order = sql.raw(direction === 'ascending' ? 'asc' : 'desc');
  const page = pages(`${shapeOf(query)} ${by} ${direction} ${after === null ? 'first' : 'value'}`, (arg) => {
    const places = beyond({ column: columnOf[by], rises: direction === 'ascending', isNullable: false }, after, {
      value: arg('afterValue'),
      id: arg('afterId'),
    });
    const parts = sourcesOf(query).flatMap(({ from, where }) =>
      places.map(
        (beyondLast) => sql`select lead.*, lead.${sql.ref(columnOf[by])} as sort_value from ${from}
          where ${sql.join([where, ...filtersOf(query, arg), beyondLast], sql` and `)}`,
      ),
    );
    return sql<ListedRow>`${sql.join(parts, sql` union all `)} order by sort_value ${order}, id ${order} limit ${arg('limit')}`;
  });
  return page(valuesOf(query, { after, limit }));
}

/** Counts at most `limit` rows of the list. */
export function selectLeadCount(query: LeadQuery, limit: number): Query<{ count: number }> {
  const count = counts(`${shapeOf(query)} ${query.sort.by}`, (arg) => {
    const parts = sourcesOf(query).map(
      ({ from, where }) => sql`select 1 from ${from} where ${sql.join([where, ...filtersOf(query, arg)], sql` and `)}`,
    );
    return sql<{
      count: number;
    }>`select count(*) as count from (${sql.join(parts, sql` union all `)} limit ${arg('limit')})`;
  });
  return count(valuesOf(query, { after: null, limit }));
}

interface Source {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
}

/** Indexes are forced: a base without statistics is planned badly. */
function sourcesOf(query: LeadQuery): readonly Source[] {
  const states = statesOf(query);
  if (query.parties !== null) {
    const stated = sql`deleted_at is null and state in (${sql.join(states.map((state) => sql.lit(state)))})`;
    return [{ from: sql`lead indexed by lead_by_party`, where: stated }];
  }
  const from = sql`lead indexed by ${sql.ref(indexOf[query.sort.by])}`;
  return states.map((state) => ({ from, where: sql`deleted_at is null and state = ${sql.lit(state)}` }));
}

function filtersOf({ filter, parties }: LeadQuery, arg: Slots): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [];
  if (parties !== null) parts.push(sql`party_id in (select value from json_each(${arg('parties')}))`);
  if (filter.ownerId === 'none') parts.push(sql`owner_id is null`);
  else if (filter.ownerId !== undefined) parts.push(sql`owner_id = ${arg('ownerId')}`);
  if (filter.unitId !== undefined) parts.push(sql`unit_id = ${arg('unitId')}`);
  if (filter.source !== undefined) parts.push(sql`source = ${arg('source')}`);
  if (filter.response !== undefined) parts.push(sql`responded_at is null`);
  if (filter.response === 'overdue') parts.push(sql`received_at < ${arg('before')}`);
  return parts;
}

/** Everything the builders above decide by. */
function shapeOf(query: LeadQuery): string {
  const { ownerId, unitId, source, response } = query.filter;
  const filters = [
    ownerId === undefined ? '' : ownerId === 'none' ? 'nobody' : 'owner',
    unitId === undefined ? '' : 'unit',
    source === undefined ? '' : 'source',
    response ?? '',
  ];
  return [...statesOf(query), query.parties === null ? 'all' : 'parties', ...filters].join(' ');
}

const valuesOf = ({ filter, parties, overdueBefore }: LeadQuery, { after, limit }: Page): Values =>
  ({
    ...filter,
    parties: parties === null ? undefined : JSON.stringify(parties),
    before: overdueBefore,
    afterValue: after?.[0],
    afterId: after?.[1],
    limit,
  }) as unknown as Values;

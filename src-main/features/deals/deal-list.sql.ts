// Lists of deals and the columns of a board: keyset pages in index order, and sums over an index that holds all they add.

import type { DealFilter } from '@shared/features/deals/deal';
import type { dealSorts } from '@shared/features/deals/deals.contract';
import type { RawBuilder } from 'kysely';
import { beyond, shapedStatement, sql, statement, type Argument, type Place, type Query, type Tables } from '../../db';

export interface DealQuery {
  readonly filter: DealFilter;
  readonly sort: { readonly by: (typeof dealSorts)[number]; readonly direction: 'ascending' | 'descending' };
  /** The records of one party, all of them; null for everybody's. */
  readonly parties: readonly string[] | null;
}

export type CardRow = Tables['deal'] & { sort_value: string | number | null };

type State = Tables['deal']['state'];

interface Values {
  readonly pipelineId: string;
  readonly stageId: string;
  readonly ownerId: string;
  readonly expectedFrom: string;
  readonly expectedTo: string;
  readonly category: string;
  readonly parties: string;
  readonly afterValue: string | number;
  readonly afterId: string;
  readonly limit: number;
}
type Slots = Argument<Values>;

const columnOf = {
  expected: 'expected_on',
  created: 'created_at',
  amount: 'amount',
  'stage-time': 'stage_at',
} as const;
const indexOf = {
  expected: 'deal_by_expected',
  created: 'deal_by_created',
  amount: 'deal_by_amount',
  'stage-time': 'deal_by_stage_time',
} as const;

const statesOf = ({ filter }: DealQuery): readonly State[] => filter.states ?? ['open'];

const pages = shapedStatement<Values, CardRow>();
const counts = shapedStatement<Values, { count: number }>();
const sums = shapedStatement<Values, StageSum>();

interface Page {
  readonly after: Place | null;
  readonly limit: number;
}

/** One page. Several states are merged from one ordered scan each, which ends where the page does. */
export function selectDealPage(query: DealQuery, { after, limit }: Page): Query<CardRow> {
  const { by, direction } = query.sort;
  const column = columnOf[by];
  const order = sql.raw(direction === 'ascending' ? 'asc' : 'desc');
  const place = after === null ? 'first' : after[0] === null ? 'null' : 'value';
  const page = pages(`${shapeOf(query)} ${by} ${direction} ${place}`, (arg) => {
    const isNullable = by === 'expected' || by === 'amount';
    const places = beyond({ column, rises: direction === 'ascending', isNullable }, after, {
      value: arg('afterValue'),
      id: arg('afterId'),
    });
    const parts = sourcesOf(query).flatMap(({ from, where }) =>
      places.map(
        (beyondLast) => sql`select deal.*, deal.${sql.ref(column)} as sort_value from ${from}
          where ${sql.join([where, ...filtersOf(query, arg), beyondLast], sql` and `)}`,
      ),
    );
    return sql<CardRow>`${sql.join(parts, sql` union all `)} order by sort_value ${order}, id ${order} limit ${arg('limit')}`;
  });
  return page(valuesOf(query, { after, limit }));
}

/** Counts at most `limit` rows of the list. */
export function selectDealCount(query: DealQuery, limit: number): Query<{ count: number }> {
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

export interface StageSum {
  readonly stage_id: string;
  readonly currency: string;
  readonly count: number;
  /** Digits: more than a number holds. */
  readonly sum: string;
}

/**
 * What lies in the open stages of a pipeline, by stage and currency: from the sums that are kept, or, narrowed to days or to a party,
 * from an index that holds all they add.
 */
export function selectStageSums(
  filter: DealFilter & { readonly pipelineId: string },
  parties: readonly string[] | null,
): Query<StageSum> {
  const query: DealQuery = { filter: { ...filter, pipelineId: undefined }, sort, parties };
  const isNarrow = parties !== null || filter.expectedFrom !== undefined || filter.expectedTo !== undefined;
  const sum = sums(`${shapeOf(query)} ${isNarrow ? 'narrow' : 'wide'}`, (arg) =>
    isNarrow ? sumsOfDeals(query, arg) : sumsKept(query, arg),
  );
  return sum({ ...valuesOf(query, { after: null, limit: 0 }), pipelineId: filter.pipelineId });
}

function sumsOfDeals(query: DealQuery, arg: Slots) {
  const filters = [sql`deleted_at is null and deal.state = 'open'`, ...filtersOf(query, arg)];
  const index = sql.ref(query.parties === null ? 'deal_by_stage' : 'deal_by_party');
  return sql<StageSum>`select stage_id, currency, count(*) as count, cast(coalesce(sum(amount), 0) as text) as sum
    from pipeline_stage stage cross join deal indexed by ${index} on deal.stage_id = stage.id
    where stage.pipeline_id = ${arg('pipelineId')} and stage.kind = 'open' and ${sql.join(filters, sql` and `)}
    group by stage_id, currency order by stage_id, count desc, currency`;
}

function sumsKept(query: DealQuery, arg: Slots) {
  const filters = [sql`deal_sum.state = 'open'`, ...filtersOf(query, arg)];
  return sql<StageSum>`select stage_id, currency, sum(count) as count, cast(sum(sum) as text) as sum
    from deal_sum where stage_id in (select id from pipeline_stage where pipeline_id = ${arg('pipelineId')} and kind = 'open')
      and ${sql.join(filters, sql` and `)}
    group by stage_id, currency order by stage_id, count desc, currency`;
}

const sort = { by: 'expected', direction: 'ascending' } as const;

interface Source {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
}

/** Indexes are forced: a base without statistics is planned badly. */
function sourcesOf(query: DealQuery): readonly Source[] {
  const { filter, parties } = query;
  const states = sql.join(statesOf(query).map((state) => sql.lit(state)));
  const stated = sql`deleted_at is null and state in (${states})`;
  if (parties !== null) return [{ from: sql`deal indexed by deal_by_party`, where: stated }];
  if (filter.stageId !== undefined && query.sort.by === 'expected')
    return [{ from: sql`deal indexed by deal_by_stage`, where: stated }];
  const from = sql`deal indexed by ${sql.ref(indexOf[query.sort.by])}`;
  return statesOf(query).map((state) => ({ from, where: sql`deleted_at is null and state = ${sql.lit(state)}` }));
}

function filtersOf({ filter, parties }: DealQuery, arg: Slots): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [];
  if (parties !== null) parts.push(sql`party_id in (select value from json_each(${arg('parties')}))`);
  if (filter.stageId !== undefined) parts.push(sql`stage_id = ${arg('stageId')}`);
  if (filter.pipelineId !== undefined) parts.push(sql`pipeline_id = ${arg('pipelineId')}`);
  if (filter.ownerId !== undefined) parts.push(sql`owner_id = ${arg('ownerId')}`);
  if (filter.category !== undefined) parts.push(sql`category = ${arg('category')}`);
  if (filter.expectedFrom !== undefined) parts.push(sql`expected_on >= ${arg('expectedFrom')}`);
  if (filter.expectedTo !== undefined) parts.push(sql`expected_on <= ${arg('expectedTo')}`);
  return parts;
}

/** Everything the builders above decide by. */
function shapeOf(query: DealQuery): string {
  const filters = Object.entries(query.filter).flatMap(([name, value]) =>
    value === undefined || name === 'states' || name === 'partyId' ? [] : [name],
  );
  return [...statesOf(query), query.parties === null ? 'all' : 'parties', ...filters.sort()].join(' ');
}

const valuesOf = ({ filter, parties }: DealQuery, { after, limit }: Page): Values =>
  ({
    ...filter,
    parties: parties === null ? undefined : JSON.stringify(parties),
    afterValue: after?.[0],
    afterId: after?.[1],
    limit,
  }) as unknown as Values;

/** Of some deals: what is not seen of their parties is not among them. */
export const selectPausesOf = statement<{ deals: string }, Pick<Tables['deal_pause'], 'deal_id' | 'from_at' | 'to_at'>>(
  (arg) => sql`select deal_id, from_at, to_at from json_each(${arg('deals')}) wanted
    cross join deal_pause indexed by deal_pause_by_deal on deal_pause.deal_id = wanted.value order by from_at`,
);

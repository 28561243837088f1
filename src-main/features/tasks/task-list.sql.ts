// Lists of tasks: keyset pages in index order, those without a day last.

import type { taskOrders } from '@shared/features/tasks/tasks.contract';
import type { RawBuilder } from 'kysely';
import { shapedStatement, sql, statement, type Argument, type Place, type Query, type Tables } from '../../db';

export interface TaskQuery {
  readonly states: readonly Tables['task']['state'][];
  readonly order: (typeof taskOrders)[number];
  readonly ownerId?: string | undefined;
  readonly dealId?: string | undefined;
  readonly word?: 'ours' | 'theirs' | 'any' | undefined;
  /** The records of one party, all of them; undefined for everybody's. */
  readonly parties?: readonly string[] | undefined;
  /** Instants between which they are due, both included; null ends: only those without a day. */
  readonly dueFrom?: number | undefined;
  readonly dueTo?: number | undefined;
  readonly dayless?: boolean | undefined;
  /** Instant since which they are in their state. */
  readonly since?: number | undefined;
}

export type TaskRow = Tables['task'];

interface Values {
  readonly ownerId: string;
  readonly dealId: string;
  readonly parties: string;
  readonly dueFrom: number;
  readonly dueTo: number;
  readonly since: number;
  readonly afterValue: number;
  readonly afterId: string;
  readonly limit: number;
}
type Slots = Argument<Values>;

const pages = shapedStatement<Values, TaskRow>();
const counts = shapedStatement<Values, { count: number }>();

interface Page {
  readonly after: Place | null;
  readonly limit: number;
}

/** One page: of each state, and of those with and without a day, one ordered scan that ends where the page does. */
export function selectTaskPage(query: TaskQuery, { after, limit }: Page): Query<TaskRow> {
  const page = pages(
    `${shapeOf(query)} ${after === null ? 'first' : after[0] === null ? 'dayless' : 'after'}`,
    (arg) => {
      const order = orderOf(query);
      const parts = placesOf(query, after, arg).flatMap((place) =>
        sourcesOf(query).map(
          ({ from, where }) => sql`select * from (select task.* from ${from}
          where ${sql.join([where, ...filtersOf(query, arg), place], sql` and `)} order by ${order} limit ${arg('limit')})`,
        ),
      );
      const last = query.order === 'due' ? sql`due_at is null, ` : sql``;
      return sql<TaskRow>`select * from (${sql.join(parts, sql` union all `)}) order by ${last}${order} limit ${arg('limit')}`;
    },
  );
  return page(valuesOf(query, { after, limit }));
}

/** Counts at most `limit` rows of the list. */
export function selectTaskCount(query: TaskQuery, limit: number): Query<{ count: number }> {
  const count = counts(shapeOf(query), (arg) => {
    const parts = sourcesOf(query).map(
      ({ from, where }) => sql`select 1 from ${from} where ${sql.join([where, ...filtersOf(query, arg)], sql` and `)}`,
    );
    return sql<{
      count: number;
    }>`select count(*) as count from (${sql.join(parts, sql` union all `)} limit ${arg('limit')})`;
  });
  return count(valuesOf(query, { after: null, limit }));
}

const orderOf = ({ order }: TaskQuery): RawBuilder<unknown> =>
  order === 'due' ? sql`due_at, id` : sql`state_at desc, id desc`;

function placesOf(query: TaskQuery, after: Place | null, arg: Slots): RawBuilder<unknown>[] {
  if (query.order === 'ended') {
    return [after === null ? sql`true` : sql`(state_at, id) < (${arg('afterValue')}, ${arg('afterId')})`];
  }
  if (query.dayless === true || after?.[0] === null)
    return [after === null ? sql`due_at is null` : sql`due_at is null and id > ${arg('afterId')}`];
  const dated =
    after === null ? sql`due_at is not null` : sql`(due_at, id) > (${arg('afterValue')}, ${arg('afterId')})`;
  return isDated(query) ? [dated] : [dated, sql`due_at is null`];
}

const isDated = ({ dueFrom, dueTo }: TaskQuery): boolean => dueFrom !== undefined || dueTo !== undefined;

interface Source {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
}

/** Indexes are forced: a base without statistics is planned badly. */
function sourcesOf(query: TaskQuery): readonly Source[] {
  const from = sql`task indexed by ${sql.ref(indexOf(query))}`;
  return query.states.map((state) => ({ from, where: sql`state = ${sql.lit(state)}` }));
}

function indexOf({ parties, dealId, ownerId, order }: TaskQuery): string {
  if (parties !== undefined) return 'task_by_party';
  if (dealId !== undefined) return 'task_by_deal';
  if (ownerId !== undefined) return order === 'due' ? 'task_by_owner' : 'task_by_owner_ended';
  return order === 'due' ? 'task_by_due' : 'task_by_ended';
}

function filtersOf(query: TaskQuery, arg: Slots): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [];
  if (query.parties !== undefined) parts.push(sql`party_id in (select value from json_each(${arg('parties')}))`);
  if (query.dealId !== undefined) parts.push(sql`deal_id = ${arg('dealId')}`);
  if (query.ownerId !== undefined) parts.push(sql`owner_id = ${arg('ownerId')}`);
  if (query.word === 'any') parts.push(sql`word is not null`);
  else if (query.word !== undefined) parts.push(sql`word = ${sql.lit(query.word)}`);
  if (query.dueFrom !== undefined) parts.push(sql`due_at >= ${arg('dueFrom')}`);
  if (query.dueTo !== undefined) parts.push(sql`due_at <= ${arg('dueTo')}`);
  if (query.dayless === true) parts.push(sql`due_at is null`);
  if (query.since !== undefined) parts.push(sql`state_at >= ${arg('since')}`);
  return parts;
}

/** Everything the builders above decide by. */
const shapeOf = ({ states, order, word, ...rest }: TaskQuery): string =>
  [
    states.join(','),
    order,
    word ?? '',
    ...Object.entries(rest)
      .flatMap(([name, value]) => (value === undefined || value === false ? [] : [name]))
      .sort(),
  ].join(' ');

const valuesOf = (query: TaskQuery, { after, limit }: Page): Values =>
  ({
    ...query,
    parties: query.parties === undefined ? undefined : JSON.stringify(query.parties),
    afterValue: after?.[0],
    afterId: after?.[1],
    limit,
  }) as unknown as Values;

/** Titles of some deals; those that are not seen are not among them. */
export const selectDealTitles = statement<{ deals: string }, Pick<Tables['deal'], 'id' | 'title'>>(
  (arg) =>
    sql`select deal.id, deal.title from json_each(${arg('deals')}) wanted cross join deal on deal.id = wanted.value`,
);

// Statements on quotes, their versions and what became of them.

import type { QuoteFilter } from '@shared/features/quotes/quote';
import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export const insertQuote = (row: Tables['quote']): Query => compiled(tables.insertInto('quote').values(row));
export const insertVersion = (row: Tables['quote_version']): Query =>
  compiled(tables.insertInto('quote_version').values(row));
export const insertEvent = (row: Tables['quote_event']): Query =>
  compiled(tables.insertInto('quote_event').values(row));

export const updateQuote = (id: string, columns: Partial<Tables['quote']>): Query =>
  compiled(tables.updateTable('quote').set(columns).where('id', '=', id));
export const updateVersion = (id: string, columns: Partial<Tables['quote_version']>): Query =>
  compiled(tables.updateTable('quote_version').set(columns).where('id', '=', id));

export const selectQuote = statement<{ id: string }, Tables['quote']>((arg) =>
  tables.selectFrom('quote').selectAll().where('id', '=', arg('id')),
);

/** The newest first. */
export const selectVersions = statement<{ quote: string }, Tables['quote_version']>((arg) =>
  tables.selectFrom('quote_version').selectAll().where('quote_id', '=', arg('quote')).orderBy('version', 'desc'),
);

/** The newest first. */
export const selectEvents = statement<{ quote: string }, Tables['quote_event']>((arg) =>
  tables
    .selectFrom('quote_event')
    .selectAll()
    .where('quote_id', '=', arg('quote'))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc'),
);

/** Where the client lives, as the office writes to them. */
export const selectAddress = statement<
  { parties: string; day: string },
  Pick<Tables['address'], 'lines' | 'building' | 'district' | 'city' | 'postcode'>
>(
  (arg) => sql`select lines, building, district, city, postcode from address
    where party_id in (select value from json_each(${arg('parties')})) and (to_on is null or to_on >= ${arg('day')})
    order by position, id limit 1`,
);

export interface QuoteQuery {
  readonly filter: QuoteFilter;
  readonly parties: readonly string[] | null;
  readonly today: string;
  readonly after: readonly [at: number, id: string] | null;
  readonly limit: number;
}

/** The last to change first; a party's and a deal's along their own index. */
export function selectQuotes({ filter, parties, today, after, limit }: QuoteQuery): Query<Tables['quote']> {
  const where = [sql`deleted_at is null`];
  const { state, dealId, ownerId } = filter;
  if (state === 'expired' || state === 'issued')
    where.push(
      sql`state = 'issued'`,
      state === 'expired'
        ? sql`valid_until_on < ${today}`
        : sql`(valid_until_on is null or valid_until_on >= ${today})`,
    );
  else if (state !== undefined) where.push(sql`state = ${state}`);
  if (parties !== null) where.push(sql`party_id in (select value from json_each(${JSON.stringify(parties)}))`);
  if (dealId !== undefined) where.push(sql`deal_id = ${dealId}`);
  if (ownerId !== undefined) where.push(sql`owner_id = ${ownerId}`);
  if (after !== null) where.push(sql`(state_at, id) < (${after[0]}, ${after[1]})`);
  const index = parties !== null ? 'quote_by_party' : dealId !== undefined ? 'quote_by_deal' : 'quote_by_time';
  const along = dealId !== undefined && parties === null ? sql`deal_id is not null` : sql`true`;
  return compiled(sql<Tables['quote']>`select * from quote indexed by ${sql.ref(index)}
    where ${sql.join([...where, along], sql` and `)} order by state_at desc, id desc limit ${limit}`);
}

export const selectQuoteOfVersion = statement<{ id: string }, { quote_id: string }>((arg) =>
  tables.selectFrom('quote_version').select('quote_id').where('id', '=', arg('id')),
);

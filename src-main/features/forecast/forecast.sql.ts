// Statements on the deals behind a forecast, on snapshots of them, and on adjustments.

import { sql, statement, tables, type Tables } from '../../db';

type Deal = Tables['deal'];

interface Page {
  readonly owner: string;
  readonly pipeline: string;
  readonly currency: string;
  readonly afterId: string;
  readonly limit: number;
}

/** Open deals by the day they are expected; `categories` is JSON, '' stands for everybody's and for every pipeline. */
export const selectOpenDeals = statement<
  Page & { from: string; to: string; categories: string; afterDay: string },
  Deal
>(
  (arg) => sql`select deal.* from deal indexed by deal_by_forecast
    where state = 'open' and deleted_at is null and expected_on between ${arg('from')} and ${arg('to')}
      and (expected_on, id) > (${arg('afterDay')}, ${arg('afterId')}) and currency = ${arg('currency')}
      and category in (select value from json_each(${arg('categories')}))
      and ${arg('owner')} in ('', coalesce(owner_id, '')) and ${arg('pipeline')} in ('', pipeline_id)
    order by expected_on, id limit ${arg('limit')}`,
);

/** Won deals by the instant at which they were won. */
export const selectWonDeals = statement<Page & { from: number; to: number; afterAt: number }, Deal>(
  (arg) => sql`select deal.* from deal indexed by deal_by_won
    where state = 'won' and deleted_at is null and stage_at between ${arg('from')} and ${arg('to')}
      and (stage_at, id) > (${arg('afterAt')}, ${arg('afterId')}) and currency = ${arg('currency')}
      and ${arg('owner')} in ('', coalesce(owner_id, '')) and ${arg('pipeline')} in ('', pipeline_id)
    order by stage_at, id limit ${arg('limit')}`,
);

export const selectSnapshotOn = statement<{ day: string }, Tables['forecast_snapshot']>((arg) =>
  tables
    .selectFrom('forecast_snapshot')
    .selectAll()
    .where('taken_on', '<=', arg('day'))
    .orderBy('taken_on', 'desc')
    .limit(1),
);

export const selectSnapshotBetween = statement<{ from: string; to: string }, Tables['forecast_snapshot']>((arg) =>
  tables
    .selectFrom('forecast_snapshot')
    .selectAll()
    .where('taken_on', '>=', arg('from'))
    .where('taken_on', '<=', arg('to'))
    .orderBy('taken_on')
    .limit(1),
);

export const selectSnapshotDays = statement<{ limit: number }, { taken_on: string }>((arg) =>
  tables.selectFrom('forecast_snapshot').select('taken_on').orderBy('taken_on', 'desc').limit(arg('limit')),
);

export const insertSnapshot = statement<Tables['forecast_snapshot']>((arg) =>
  tables.insertInto('forecast_snapshot').values({
    id: arg('id'),
    taken_on: arg('taken_on'),
    at: arg('at'),
    through_change: arg('through_change'),
    odds: arg('odds'),
  }),
);

export const insertLine = statement<Tables['forecast_line']>((arg) =>
  tables.insertInto('forecast_line').values({
    id: arg('id'),
    deal_id: arg('deal_id'),
    party_id: arg('party_id'),
    taken_on: arg('taken_on'),
    stage_id: arg('stage_id'),
    state: arg('state'),
    category: arg('category'),
    owner_id: arg('owner_id'),
    amount: arg('amount'),
    currency: arg('currency'),
    counts_on: arg('counts_on'),
  }),
);

/** Deals that a first snapshot sees: open ones, and those that ended lately. */
export const selectDealIdsAfter = statement<{ after: string; since: number; limit: number }, { id: string }>((arg) =>
  tables
    .selectFrom('deal')
    .select('id')
    .where('id', '>', arg('after'))
    .where((where) => where.or([where('state', '=', 'open'), where('stage_at', '>=', arg('since'))]))
    .orderBy('id')
    .limit(arg('limit')),
);

/** Deals that changes of the ledger, from one to another, are about. */
export const selectChangedDeals = statement<{ after: number; through: number }, { id: string }>(
  (arg) => sql`select distinct case entity when 'deal' then record_id
      else coalesce(json_extract(new, '$.deal_id'), json_extract(old, '$.deal_id')) end as id
    from change where seq > ${arg('after')} and seq <= ${arg('through')} and entity in ('deal', 'deal_stage_event')`,
);

export const selectLastChange = statement<object, { seq: number }>(
  () => sql`select coalesce(max(seq), 0) as seq from change`,
);

/** Some deals, and the last line of each: what stands in it is null where there is none. */
export const selectDealsToLine = statement<{ deals: string }, Deal & { line: string | null }>(
  (arg) => sql`select deal.*, (
      select json_array(stage_id, state, category, owner_id, amount, currency, counts_on) from forecast_line
        where deal_id = deal.id order by taken_on desc, id desc limit 1
    ) as line
    from json_each(${arg('deals')}) wanted cross join deal on deal.id = wanted.value`,
);

/** A deal as a snapshot saw it, or as it is. */
export type StoodRow = Pick<
  Tables['forecast_line'],
  'deal_id' | 'stage_id' | 'state' | 'category' | 'owner_id' | 'amount' | 'currency' | 'counts_on'
>;

/** Of a day: each deal's last line up to it, where that counts in the period. */
export const selectLinesOf = statement<{ day: string; from: string; to: string }, StoodRow>(
  (arg) => sql`select deal_id, stage_id, state, category, owner_id, amount, currency, counts_on
    from forecast_line line indexed by forecast_line_by_day
    where counts_on between ${arg('from')} and ${arg('to')} and taken_on <= ${arg('day')} and state in ('open', 'won')
      and not exists (select 1 from forecast_line later indexed by forecast_line_by_deal
        where later.deal_id = line.deal_id and later.taken_on <= ${arg('day')}
          and (later.taken_on, later.id) > (line.taken_on, line.id))`,
);

/** Of a day: the last lines of some deals up to it, whatever they say. */
export const selectLinesOfDeals = statement<{ day: string; deals: string }, StoodRow>(
  (arg) => sql`select deal_id, stage_id, state, category, owner_id, amount, currency, counts_on
    from json_each(${arg('deals')}) wanted
    cross join forecast_line line indexed by forecast_line_by_deal on line.deal_id = wanted.value
    where taken_on <= ${arg('day')}
      and not exists (select 1 from forecast_line later indexed by forecast_line_by_deal
        where later.deal_id = line.deal_id and later.taken_on <= ${arg('day')}
          and (later.taken_on, later.id) > (line.taken_on, line.id))`,
);

type NowRow = Pick<
  Deal,
  | 'id'
  | 'stage_id'
  | 'state'
  | 'category'
  | 'owner_id'
  | 'amount'
  | 'currency'
  | 'expected_on'
  | 'stage_at'
  | 'deleted_at'
>;

/** Deals of a period as they are: open ones by days, won ones by instants. */
export const selectDealsNow = statement<{ from: string; to: string; fromAt: number; toAt: number }, NowRow>(
  (arg) => sql`select id, stage_id, state, category, owner_id, amount, currency, expected_on, stage_at, deleted_at
      from deal indexed by deal_by_forecast
      where state = 'open' and deleted_at is null and expected_on between ${arg('from')} and ${arg('to')}
    union all
    select id, stage_id, state, category, owner_id, amount, currency, expected_on, stage_at, deleted_at
      from deal indexed by deal_by_won
      where state = 'won' and deleted_at is null and stage_at between ${arg('fromAt')} and ${arg('toAt')}`,
);

export const selectTheseDeals = statement<{ deals: string }, NowRow>(
  (arg) => sql`select deal.id, stage_id, state, category, owner_id, amount, currency, expected_on, stage_at, deleted_at
    from json_each(${arg('deals')}) wanted cross join deal on deal.id = wanted.value`,
);

export const selectTitles = statement<{ deals: string }, { id: string; title: string; party: string }>(
  (arg) => sql`select deal.id, deal.title, coalesce(root.display_name, party.display_name) as party
    from json_each(${arg('deals')}) wanted cross join deal on deal.id = wanted.value
    cross join party on party.id = deal.party_id left join party root on root.id = party.root_id`,
);

export const insertAdjustment = statement<Tables['forecast_adjustment']>((arg) =>
  tables.insertInto('forecast_adjustment').values({
    id: arg('id'),
    from_on: arg('from_on'),
    to_on: arg('to_on'),
    figure: arg('figure'),
    pipeline_id: arg('pipeline_id'),
    owner_id: arg('owner_id'),
    currency: arg('currency'),
    delta: arg('delta'),
    reason: arg('reason'),
    at: arg('at'),
    by_id: arg('by_id'),
  }),
);

/** Of a period, the latest first. */
export const selectAdjustments = statement<{ from: string; to: string; at: number }, Tables['forecast_adjustment']>(
  (arg) =>
    tables
      .selectFrom('forecast_adjustment')
      .selectAll()
      .where('from_on', '=', arg('from'))
      .where('to_on', '=', arg('to'))
      .where('at', '<=', arg('at'))
      .orderBy('at', 'desc')
      .orderBy('id', 'desc'),
);

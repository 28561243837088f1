// What the deals of a period come to: from the sums that triggers keep, and at its edges from an index that holds all they add.

import { sql, statement } from '../../db';
import type { Edges } from './sum-spans';

export interface SumRow {
  readonly stage_id: string;
  /** '' of what was won. */
  readonly category: string;
  /** '' for nobody's. */
  readonly owner_id: string;
  readonly currency: string;
  readonly count: number;
  readonly unknown: number;
  /** Digits: more than a number holds. */
  readonly sum: string;
}

/** Open deals by the day they are expected. `owner` is '' for everybody's. */
export const selectOpenSums = statement<Edges<string> & { owner: string }, SumRow>(
  (
    arg,
  ) => sql`select stage_id, category, owner_id, currency, sum(count) as count, sum(unknown) as unknown, cast(sum(sum) as text) as sum
    from (
      select stage_id, category, owner_id, currency, count, unknown, sum from deal_sum
        where state = 'open' and span between ${arg('wholeFrom')} and ${arg('wholeTo')}
      union all
      select stage_id, category, coalesce(owner_id, ''), currency, 1, amount is null, coalesce(amount, 0)
        from deal indexed by deal_by_forecast
        where state = 'open' and deleted_at is null and expected_on between ${arg('headFrom')} and ${arg('headTo')}
      union all
      select stage_id, category, coalesce(owner_id, ''), currency, 1, amount is null, coalesce(amount, 0)
        from deal indexed by deal_by_forecast
        where state = 'open' and deleted_at is null and expected_on between ${arg('tailFrom')} and ${arg('tailTo')}
    )
    where ${arg('owner')} in ('', owner_id) group by stage_id, category, owner_id, currency`,
);

/** Won deals by the instant at which they were won. */
export const selectWonSums = statement<Edges<number> & { owner: string }, SumRow>(
  (arg) => sql`select stage_id, '' as category, owner_id, currency, sum(count) as count, sum(unknown) as unknown,
      cast(sum(sum) as text) as sum
    from (
      select stage_id, owner_id, currency, count, unknown, sum from deal_sum
        where state = 'won' and span between ${arg('wholeFrom')} and ${arg('wholeTo')}
      union all
      select stage_id, coalesce(owner_id, ''), currency, 1, amount is null, coalesce(amount, 0) from deal indexed by deal_by_won
        where state = 'won' and deleted_at is null and stage_at between ${arg('headFrom')} and ${arg('headTo')}
      union all
      select stage_id, coalesce(owner_id, ''), currency, 1, amount is null, coalesce(amount, 0) from deal indexed by deal_by_won
        where state = 'won' and deleted_at is null and stage_at between ${arg('tailFrom')} and ${arg('tailTo')}
    )
    where ${arg('owner')} in ('', owner_id) group by stage_id, owner_id, currency`,
);

// Every statement on pairs, verdicts and the last search.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export type PairRow = Pick<Tables['duplicate_pair'], 'id' | 'party_id' | 'other_party_id' | 'weight'>;
export type VerdictRow = Tables['duplicate_verdict'];

export const COUNT_CAP = 1000;

/** Not in the recycle bin, and not merged into another meanwhile. */
const isAlive = (column: 'party_id' | 'other_party_id') =>
  sql<boolean>`exists (select 1 from party p where p.id = ${sql.ref(`d.${column}`)} and p.deleted_at is null and p.root_id is null)`;

/** Waiting for a decision: both parties are there and nobody called them different. */
function openPairs(band: 'likely' | 'possible' | undefined) {
  const pairs = tables
    .selectFrom('duplicate_pair as d')
    .where(isAlive('party_id'))
    .where(isAlive('other_party_id'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('duplicate_verdict as v')
            .select('v.id')
            .whereRef('v.party_id', '=', 'd.party_id')
            .whereRef('v.other_party_id', '=', 'd.other_party_id'),
        ),
      ),
    );
  return band === undefined ? pairs : pairs.where('d.band', '=', band);
}

export interface OpenPage {
  readonly band: 'likely' | 'possible' | undefined;
  readonly after: readonly [weight: number, id: string] | undefined;
  readonly limit: number;
}

export function selectOpen({ band, after, limit }: OpenPage): Query<PairRow> {
  const pairs = openPairs(band)
    .select(['d.id', 'd.party_id', 'd.other_party_id', 'd.weight'])
    .orderBy('d.weight', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit);
  const from = after === undefined ? pairs : pairs.where(sql<boolean>`(d.weight, d.id) < (${after[0]}, ${after[1]})`);
  return compiled(from);
}

export const countOpen = (band: OpenPage['band']): Query<{ value: number }> =>
  compiled(
    tables
      .selectFrom(
        openPairs(band)
          .select('d.id')
          .orderBy('d.weight', 'desc')
          .limit(COUNT_CAP + 1)
          .as('own'),
      )
      .select(({ fn }) => fn.countAll<number>().as('value')),
  );

export const selectDismissed = statement<{ at: number; id: string; limit: number }, VerdictRow>((arg) =>
  tables
    .selectFrom('duplicate_verdict')
    .selectAll()
    .where(sql<boolean>`(at, id) < (${arg('at')}, ${arg('id')})`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(arg('limit')),
);

export const countDismissed = statement<Record<string, never>, { value: number }>(() =>
  tables
    .selectFrom(
      tables
        .selectFrom('duplicate_verdict')
        .select('id')
        .limit(COUNT_CAP + 1)
        .as('own'),
    )
    .select(({ fn }) => fn.countAll<number>().as('value')),
);

type Pair = { party: string; other: string };

export const selectVerdict = statement<Pair, VerdictRow>((arg) =>
  tables
    .selectFrom('duplicate_verdict')
    .selectAll()
    .where('party_id', '=', arg('party'))
    .where('other_party_id', '=', arg('other')),
);

/** Everybody somebody was called different from. */
export const selectDifferentFrom = statement<{ party: string }, { id: string }>((arg) =>
  tables
    .selectFrom('duplicate_verdict')
    .select('other_party_id as id')
    .where('party_id', '=', arg('party'))
    .unionAll(
      tables.selectFrom('duplicate_verdict').select('party_id as id').where('other_party_id', '=', arg('party')),
    ),
);

export const insertVerdict = (row: VerdictRow): Query => compiled(tables.insertInto('duplicate_verdict').values(row));

export const deleteVerdict = (id: string): Query =>
  compiled(tables.deleteFrom('duplicate_verdict').where('id', '=', id));

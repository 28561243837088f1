// How the deals of a period stood at a snapshot, or stand now, and by which odds that day reckoned.

import type { Reckoning, Standing } from '@shared/features/forecast/explain';
import { dayInZone } from '@shared/locale/zoned-time';
import type { ReadDb, Tables } from '../../db';
import { instantsOf } from '../deals';
import type { Asked } from '../goals';
import type { OddsByStage } from '../pipelines';
import * as statements from './forecast.sql';

export interface Side {
  readonly reckoning: Reckoning;
  /** Of the period, by deal. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** Of deals that are not of the period on this side; one that was not there yet is left out. */
  of(deals: readonly string[]): ReadonlyMap<string, Standing>;
}

type Snapshot = Tables['forecast_snapshot'];

export function sideOfSnapshot(
  db: ReadDb,
  { period }: Asked,
  { snapshot, odds }: { snapshot: Snapshot; odds: OddsByStage },
): Side {
  const day = snapshot.taken_on;
  const stood = standingOf(odds);
  const all = (rows: readonly statements.StoodRow[]) => new Map(rows.map((row) => [row.deal_id, stood(row)]));
  const kept = JSON.parse(snapshot.odds) as Readonly<Record<string, number>>;
  return {
    reckoning: { asOf: day, odds: new Map(Object.entries(kept)) },
    standings: all(db.all(statements.selectLinesOf({ day, from: period.from, to: period.to }))),
    of: (deals) => all(db.all(statements.selectLinesOfDeals({ day, deals: JSON.stringify(deals) }))),
  };
}

export function sideOfNow(db: ReadDb, { period, today, timeZone }: Asked, odds: OddsByStage): Side {
  const stood = standingOf(odds);
  const instants = instantsOf(period.from, period.to, timeZone);
  const between = { from: period.from, to: period.to, fromAt: instants.from, toAt: instants.to };
  const all = (rows: readonly Parameters<typeof rowNow>[0][]) =>
    new Map(rows.map((row) => [row.id, stood(rowNow(row, timeZone))]));
  return {
    reckoning: { asOf: today, odds: new Map([...odds].map(([id, { odds: own }]) => [id, own])) },
    standings: all(db.all(statements.selectDealsNow(between))),
    of: (deals) => all(db.all(statements.selectTheseDeals({ deals: JSON.stringify(deals) }))),
  };
}

const standingOf =
  (odds: OddsByStage) =>
  (row: statements.StoodRow): Standing => ({
    dealId: row.deal_id,
    stageId: row.stage_id,
    state: row.state,
    category: row.category,
    ownerId: row.owner_id,
    pipelineId: odds.get(row.stage_id)?.pipelineId ?? '',
    amount: row.amount,
    currency: row.currency,
    day: row.counts_on,
  });

const rowNow = (
  deal: Pick<
    Tables['deal'],
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
  >,
  timeZone: string,
): statements.StoodRow => ({
  ...deal,
  deal_id: deal.id,
  state: deal.deleted_at === null ? deal.state : 'gone',
  counts_on: deal.state === 'open' ? deal.expected_on : dayInZone(deal.stage_at, timeZone),
});

// How true earlier forecasts were: what the first snapshot of each ended period said, and what was won by its end.

import type { forecastContract } from '@shared/features/forecast/forecast.contract';
import { isOf, weightOf, type Compared, type Standing } from '@shared/features/forecast/explain';
import { movedPeriod } from '@shared/features/forecast/period';
import { wholeUnits } from '@shared/features/pipelines/odds';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { QueryContext } from '../../core/context';
import { wonSums } from '../deals';
import { askedOf, type Asked } from '../goals';
import { stageOdds, type OddsByStage } from '../pipelines';
import { ofForecast } from './forecast-deals';
import { selectSnapshotBetween } from './forecast.sql';
import { sideOfSnapshot } from './standings';

type Ops = (typeof forecastContract)['operations'];
type Past = (Answer<Ops['accuracy']> & { ok: true })['value']['periods'][number];

export function forecastAccuracy(context: QueryContext, input: InputOf<Ops['accuracy']>): Answer<Ops['accuracy']> {
  const asked = askedOf(context, ofForecast(input));
  if (asked === null) return fail('forecast.period-out-of-range');
  const odds = stageOdds(context.db);
  const pasts: Past[] = [];
  const currency = { of: input.currency };
  for (let back = 0; pasts.length < input.periods && back < input.periods * 2; back += 1) {
    const period = movedPeriod(asked.period, -back, asked.fiscal);
    if (period === null) break;
    if (period.to >= asked.today) continue;
    const past = pastOf(context, { ...asked, period }, { odds, currency });
    if (past === null) break;
    pasts.push(past);
  }
  return ok({ currency: currency.of ?? '', periods: pasts, ...errorsOf(pasts) });
}

/** Null before the first snapshot. Settles the currency where none was asked for. */
function pastOf(
  { db }: QueryContext,
  asked: Asked,
  { odds, currency }: { readonly odds: OddsByStage; readonly currency: { of: string | undefined } },
): Past | null {
  const { from, to } = asked.period;
  const snapshot = db.first(selectSnapshotBetween({ from, to }));
  if (snapshot === undefined) return null;
  const { reckoning, standings } = sideOfSnapshot(db, asked, { snapshot, odds });
  currency.of ??= [...standings.values()][0]?.currency;
  const of: Compared = { from, to, currency: currency.of ?? '', ownerId: asked.ownerId, pipelineId: asked.pipelineId };
  const sum = (counts: (stood: Standing) => boolean): bigint =>
    [...standings.values()].reduce(
      (all, stood) => (isOf(stood, of) && counts(stood) ? all + BigInt(stood.amount ?? 0) : all),
      0n,
    );
  const due = (categories: readonly string[]) => (stood: Standing) =>
    stood.state === 'won' || (categories.includes(stood.category) && (stood.day ?? '') >= reckoning.asOf);
  const weighted = [...standings.values()].reduce((all, stood) => all + weightOf(stood, reckoning, of), 0n);
  const won = wonSums(db, { from, to, ownerId: asked.ownerId }, asked.timeZone)
    .filter((row) => row.currency === of.currency)
    .filter((row) => asked.pipelineId === undefined || odds.get(row.stage_id)?.pipelineId === asked.pipelineId)
    .reduce((all, row) => all + BigInt(row.sum), 0n);
  return {
    period: asked.period,
    snapshotOn: snapshot.taken_on,
    commit: sum(due(['commit'])).toString(),
    best: sum(due(['commit', 'best-case'])).toString(),
    weighted: wholeUnits(weighted).toString(),
    won: won.toString(),
  };
}

function errorsOf(pasts: readonly Past[]): { bias: number | null; error: number | null } {
  const parts = pasts
    .filter(({ won }) => won !== '0')
    .map(({ weighted, won }) => Number(((BigInt(weighted) - BigInt(won)) * 10_000n) / BigInt(won)) / 100);
  if (parts.length === 0) return { bias: null, error: null };
  const mean = (values: readonly number[]): number =>
    Math.round(values.reduce((sum, one) => sum + one, 0) / values.length);
  return { bias: mean(parts), error: mean(parts.map(Math.abs)) };
}

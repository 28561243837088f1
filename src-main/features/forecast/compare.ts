// What is weighted, now or at a snapshot, less what it was at an earlier one, deal by deal.

import { changeReasons, type ForecastChange } from '@shared/features/forecast/forecast';
import {
  differenceOf,
  inWholeUnits,
  partsOf,
  weightOf,
  type Compared,
  type Part,
} from '@shared/features/forecast/explain';
import type { forecastContract } from '@shared/features/forecast/forecast.contract';
import { wholeUnits } from '@shared/features/pipelines/odds';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { QueryContext } from '../../core/context';
import type { ReadDb } from '../../db';
import { askedOf } from '../goals';
import { stageOdds } from '../pipelines';
import { selectSnapshotOn, selectTitles } from './forecast.sql';
import { ofForecast } from './forecast-deals';
import { sideOfNow, sideOfSnapshot, type Side } from './standings';

type Ops = (typeof forecastContract)['operations'];

export function compareForecast(context: QueryContext, input: InputOf<Ops['compare']>): Answer<Ops['compare']> {
  const { db } = context;
  const asked = askedOf(context, ofForecast(input));
  if (asked === null) return fail('forecast.period-out-of-range');
  if (input.to !== undefined && input.to < input.from) return fail('forecast.days-turned');
  const first = db.first(selectSnapshotOn({ day: input.from }));
  const second = input.to === undefined ? null : db.first(selectSnapshotOn({ day: input.to }));
  if (first === undefined || second === undefined) return fail('forecast.no-snapshot', { day: input.from });
  const odds = stageOdds(db);
  const was = sideOfSnapshot(db, asked, { snapshot: first, odds });
  const is = second === null ? sideOfNow(db, asked, odds) : sideOfSnapshot(db, asked, { snapshot: second, odds });
  const currencies = currenciesOf([was, is]);
  const currency = input.currency ?? currencies[0] ?? '';
  const { from, to } = asked.period;
  const of = { from, to, currency, ownerId: asked.ownerId, pipelineId: asked.pipelineId };
  const found = differences({ was, is }, of);
  const whole = inWholeUnits(found.parts, differenceOf(found.before, found.after));
  const told = found.parts.map((part, index) => ({ part, change: whole[index]! }));
  const largest = told.toSorted((one, other) => compareSizes(other.change, one.change)).slice(0, input.limit);
  return ok({
    period: asked.period,
    from: first.taken_on,
    to: second?.taken_on ?? null,
    currency,
    currencies,
    before: wholeUnits(found.before).toString(),
    after: wholeUnits(found.after).toString(),
    difference: differenceOf(found.before, found.after).toString(),
    reasons: reasonsOf(told),
    changes: inWords(db, largest, { was, is, found }),
    more: told.length - largest.length,
  });
}

type Told = { readonly part: Part; readonly change: bigint };
type Found = ReturnType<typeof differences>;

function differences({ was, is }: { readonly was: Side; readonly is: Side }, of: Compared) {
  const before = completed(was, is.standings);
  const after = completed(is, was.standings);
  const parts: Part[] = [];
  const totals = { before: 0n, after: 0n };
  for (const dealId of new Set([...was.standings.keys(), ...is.standings.keys()])) {
    const change = { before: before.get(dealId), after: after.get(dealId) };
    totals.before += weightOf(change.before, was.reckoning, of);
    totals.after += weightOf(change.after, is.reckoning, of);
    parts.push(...partsOf(change, { was: was.reckoning, is: is.reckoning, of }));
  }
  return { ...totals, parts, standing: { before, after } };
}

/** One side, with how the other side's deals stood there. */
function completed(side: Side, other: Side['standings']): Side['standings'] {
  const missing = [...other.keys()].filter((id) => !side.standings.has(id));
  return missing.length === 0 ? side.standings : new Map([...side.standings, ...side.of(missing)]);
}

function currenciesOf(sides: readonly Side[]): string[] {
  const counts = new Map<string, number>();
  for (const { standings } of sides)
    for (const { currency } of standings.values()) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).map(([currency]) => currency);
}

const reasonsOf = (told: readonly Told[]) =>
  changeReasons.flatMap((reason) => {
    const parts = told.filter(({ part }) => part.reason === reason);
    const change = parts.reduce((sum, one) => sum + one.change, 0n).toString();
    return parts.length === 0 ? [] : [{ reason, count: parts.length, change }];
  });

const size = (change: bigint): bigint => (change < 0n ? -change : change);
const compareSizes = (one: bigint, other: bigint): number =>
  Number(size(one) > size(other)) - Number(size(one) < size(other));

function inWords(
  db: ReadDb,
  told: readonly Told[],
  { was, is, found }: { readonly was: Side; readonly is: Side; readonly found: Found },
): ForecastChange[] {
  const ids = JSON.stringify([...new Set(told.map(({ part }) => part.dealId))]);
  const titles = new Map(db.all(selectTitles({ deals: ids })).map((row) => [row.id, row]));
  return told.map(({ part: { dealId, reason }, change }) => {
    const [before, after] = [found.standing.before.get(dealId), found.standing.after.get(dealId)];
    const oddsIn = (side: Side, stageId: string | undefined): number | null =>
      stageId === undefined ? null : (side.reckoning.odds.get(stageId) ?? null);
    return {
      deal: titles.get(dealId) ?? null,
      reason,
      change: change.toString(),
      fromStageId: before?.stageId ?? null,
      toStageId: after?.stageId ?? null,
      odds: { from: oddsIn(was, before?.stageId), to: oddsIn(is, after?.stageId) },
      amount: { from: before?.amount ?? null, to: after?.amount ?? null },
    };
  });
}

// The figures of a period, by currency and by person: sums of the deals that the reader sees, by the odds of their stages.

import type { AdjustmentView, Amounts, Figures, PersonFigures } from '@shared/features/forecast/forecast';
import { CERTAIN, wholeUnits } from '@shared/features/pipelines/odds';
import { addDays } from '@shared/locale/civil';
import type { ReadDb } from '../../db';
import { openSums, wonSums, type SumRow } from '../deals';
import type { Asked, WonGoals } from '../goals';
import type { OddsByStage } from '../pipelines';

interface Reckoned {
  readonly won: readonly SumRow[];
  /** Expected from today on. */
  readonly due: readonly SumRow[];
  readonly slipped: readonly SumRow[];
}

export function reckon(db: ReadDb, asked: Asked, odds: OddsByStage): Reckoned {
  const { period, today, ownerId, pipelineId, timeZone } = asked;
  const isOf = ({ stage_id }: SumRow): boolean =>
    pipelineId === undefined || odds.get(stage_id)?.pipelineId === pipelineId;
  const { from, to } = period;
  const yesterday = addDays(today, -1);
  return {
    won: wonSums(db, { from, to, ownerId }, timeZone).filter(isOf),
    due: openSums(db, { from: today > from ? today : from, to, ownerId }).filter(isOf),
    slipped: openSums(db, { from, to: yesterday < to ? yesterday : to, ownerId }).filter(isOf),
  };
}

const only = (rows: Reckoned, isOf: (row: SumRow) => boolean): Reckoned => ({
  won: rows.won.filter(isOf),
  due: rows.due.filter(isOf),
  slipped: rows.slipped.filter(isOf),
});

/** Currencies with most deals first, then those that have only a goal. */
export function currenciesOf({ won, due, slipped }: Reckoned, withGoals: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const { currency, count } of [...won, ...due, ...slipped])
    counts.set(currency, (counts.get(currency) ?? 0) + count);
  const used = [...counts]
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .map(([currency]) => currency);
  return [...used, ...withGoals.filter((currency) => !counts.has(currency))];
}

interface By {
  readonly odds: OddsByStage;
  /** Minor units; undefined without a goal. */
  readonly goal: number | undefined;
  /** The reader's own. */
  readonly adjustments: readonly AdjustmentView[];
}

export function figuresOf(all: Reckoned, currency: string, { odds, goal, adjustments }: By): Figures {
  const rows = only(all, (row) => row.currency === currency);
  const due = (category: string): Amounts => amountsOf(rows.due.filter((row) => row.category === category));
  const [won, committed, bestCase] = [amountsOf(rows.won), due('commit'), due('best-case')];
  const [pipeline, slipped] = [
    due('pipeline'),
    amountsOf(rows.slipped.filter(({ category }) => category !== 'omitted')),
  ];
  const omitted = amountsOf([...rows.due, ...rows.slipped].filter(({ category }) => category === 'omitted'));
  const commit = BigInt(won.sum) + BigInt(committed.sum);
  const best = commit + BigInt(bestCase.sum);
  const weighed = rows.due.filter(({ category }) => category !== 'omitted');
  const weighted = wholeUnits(BigInt(won.sum) * BigInt(CERTAIN) + byOdds(weighed, odds));
  const open = weighed.reduce((sum, row) => sum + BigInt(row.sum), 0n);
  const own = adjustments.filter((one) => one.own && one.currency === currency);
  return {
    currency,
    won,
    committed,
    bestCase,
    pipeline,
    omitted,
    slipped,
    commit: commit.toString(),
    best: best.toString(),
    weighted: weighted.toString(),
    open: open.toString(),
    ...againstGoal(goal, { weighted, open, won: BigInt(won.sum) }),
    adjusted: {
      commit: adjusted(own, 'commit', commit),
      best: adjusted(own, 'best', best),
      weighted: adjusted(own, 'weighted', weighted),
    },
  };
}

/** Minor units times ten-thousandths. */
const byOdds = (rows: readonly SumRow[], odds: OddsByStage): bigint =>
  rows.reduce((all, row) => all + BigInt(row.sum) * BigInt(odds.get(row.stage_id)?.odds ?? 0), 0n);

/** Never below nothing; null where nobody has said anything. */
function adjusted(own: By['adjustments'], figure: AdjustmentView['figure'], value: bigint): string | null {
  const delta = own.find((one) => one.figure === figure)?.delta;
  if (delta === undefined) return null;
  const sum = value + BigInt(delta);
  return (sum < 0n ? 0n : sum).toString();
}

function amountsOf(rows: readonly SumRow[]): Amounts {
  return {
    count: rows.reduce((all, { count }) => all + count, 0),
    unknown: rows.reduce((all, { unknown }) => all + unknown, 0),
    sum: rows.reduce((all, { sum }) => all + BigInt(sum), 0n).toString(),
  };
}

function againstGoal(
  goal: number | undefined,
  { weighted, open, won }: { readonly weighted: bigint; readonly open: bigint; readonly won: bigint },
): Pick<Figures, 'goal' | 'gap' | 'coverage'> {
  if (goal === undefined) return { goal: null, gap: null, coverage: null };
  const missing = BigInt(goal) - won;
  // Halves upwards, of hundredths.
  const coverage = missing <= 0n ? null : Number((open * 200n + missing) / (missing * 2n));
  return { goal: String(goal), gap: (BigInt(goal) - weighted).toString(), coverage };
}

/** Whoever has a deal in the period, by what they have won. */
export function peopleOf(
  all: Reckoned,
  {
    odds,
    goals,
    currencies,
  }: { readonly odds: OddsByStage; readonly goals: WonGoals; readonly currencies: readonly string[] },
): (Omit<PersonFigures, 'owner'> & { readonly ownerId: string })[] {
  const owners = [...new Set([...all.won, ...all.due, ...all.slipped].map(({ owner_id }) => owner_id))];
  return currencies.flatMap((currency) =>
    owners.flatMap((ownerId) => {
      const theirs = only(all, (row) => row.owner_id === ownerId && row.currency === currency);
      if (theirs.won.length + theirs.due.length + theirs.slipped.length === 0) return [];
      const goal = ownerId === '' ? undefined : goals.of(ownerId, currency);
      const {
        won,
        slipped,
        commit,
        best,
        weighted,
        goal: target,
      } = figuresOf(theirs, currency, {
        odds,
        goal,
        adjustments: [],
      });
      return [{ currency, ownerId, won, slipped, commit, best, weighted, goal: target }];
    }),
  );
}

// How well doubles are found: a labelled set of more than 20,000 pairs made by rules of its own, searched as one base.
import { expect, it } from 'vitest';
import { publish } from '../../bench/support/measure';
import { labelledPairs } from '../../support/labelled/labelled-pairs';
import { qualityOf, scorePairs } from '../../support/labelled/score';

/** The weights were tuned on seed 11; what is told is another set. */
const SEED = 1447;
const EACH_KIND = 800;
const minutes = 60_000;

it('finds 95 of 100 doubles, and of 100 it takes for likely doubles 98 are', { timeout: 10 * minutes }, () => {
  const pairs = labelledPairs(SEED, EACH_KIND);
  expect(pairs.length).toBeGreaterThanOrEqual(20_000);
  const score = scorePairs(pairs);
  publish('duplicates', [
    ...score.kinds.map(({ kind, isSame, pairs: count, meets, possible, likely }) => ({
      kind,
      truth: isSame ? 'one' : 'two',
      pairs: count,
      meets: meets / count,
      'at least possible': possible / count,
      likely: likely / count,
    })),
    ...(['possible', 'likely'] as const).map((band) => ({ kind: `all, ${band}`, ...qualityOf(score, band) })),
  ]);
  for (const band of ['possible', 'likely'] as const) {
    const { recall, precision } = qualityOf(score, band);
    expect(recall, `recall, ${band}`).toBeGreaterThanOrEqual(0.95);
    expect(precision, `precision, ${band}`).toBeGreaterThanOrEqual(0.98);
  }
});

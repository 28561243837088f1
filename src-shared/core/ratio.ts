// Exact fractions of whole numbers, how they are rounded, and how a rounded sum is divided so that its parts add up to it again.

/** At least zero; `of` is positive. */
export interface Ratio {
  readonly part: bigint;
  readonly of: bigint;
}

/** half-up: a half goes up. half-even: a half goes to the even neighbour, so that many of them cancel out. */
export const roundingModes = ['half-up', 'half-even'] as const;
export type RoundingMode = (typeof roundingModes)[number];

export const ratio = (part: bigint, of: bigint = 1n): Ratio => ({ part, of });

export const sumOf = (ratios: readonly Ratio[]): Ratio =>
  ratios.reduce(
    (sum, each) =>
      sum.of === each.of
        ? ratio(sum.part + each.part, sum.of)
        : ratio(sum.part * each.of + each.part * sum.of, sum.of * each.of),
    ratio(0n),
  );

/** The nearest whole number. */
export function rounded({ part, of }: Ratio, mode: RoundingMode): bigint {
  const down = part / of;
  const twice = (part % of) * 2n;
  if (twice !== of) return twice > of ? down + 1n : down;
  return mode === 'half-up' || down % 2n === 1n ? down + 1n : down;
}

/** The nearest multiple of `step`. */
export const roundedTo = (amount: bigint, step: bigint, mode: RoundingMode): bigint =>
  rounded(ratio(amount, step), mode) * step;

/**
 * Whole numbers that add up to `total`, each less than one away from its exact part; `total` is the rounded sum of the parts. What is
 * over goes to the largest fractions (the largest remainder method), to earlier ones among equals, never to a part of nothing.
 */
export function apportioned(total: bigint, parts: readonly Ratio[]): bigint[] {
  const shares = parts.map(({ part, of }) => part / of);
  const over = Number(total - shares.reduce((sum, share) => sum + share, 0n));
  const byFraction = parts
    .map(({ part, of }, place) => ({ place, fraction: ratio(part % of, of) }))
    .sort((a, b) => compared(b.fraction, a.fraction) || a.place - b.place);
  for (const { place } of byFraction.slice(0, over)) shares[place] = (shares[place] ?? 0n) + 1n;
  return shares;
}

function compared(a: Ratio, b: Ratio): number {
  const difference = a.part * b.of - b.part * a.of;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

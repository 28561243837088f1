// Small groups are not told apart in aggregates over sensitive values: who is meant could be guessed. The one place where it is done.

export interface Group {
  /** How many people it is of. */
  readonly parties: number;
}

/**
 * Groups that may be told, in their order. One with fewer than `least` people is left out; and where all that is left out comes to
 * fewer than that, the smallest others are too, for otherwise the whole less the rest would tell it. Groups share no people.
 */
export function withoutSmall<G extends Group>(groups: readonly G[], least: number): G[] {
  const bySize = groups.toSorted((a, b) => a.parties - b.parties);
  const out = new Set<G>();
  let people = 0;
  for (const group of bySize) {
    const isSafe = group.parties >= least && (out.size === 0 || people >= least);
    if (isSafe) break;
    out.add(group);
    people += group.parties;
  }
  return groups.filter((group) => !out.has(group));
}

/** Of groups that may share people: whether the whole less any one of them would be a small group, too. */
export const withoutGuessable = <G extends Group>(groups: readonly G[], whole: number, least: number): G[] =>
  groups.filter(({ parties }) => parties >= least && (parties === whole || whole - parties >= least));

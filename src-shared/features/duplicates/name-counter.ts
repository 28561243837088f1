// Counts the names of a base while it is read once.

import type { IdentityName } from './identity';
import { ESTABLISHED, type CountedNames } from './name-statistics';

/** The commonest are kept; a name rarer than all of them is rare enough. */
const MOST_KEPT = 4_000;

export class NameCounter {
  readonly #codes = new Map<string, number>();
  readonly #texts = new Map<string, number>();

  /** The names of one party: a word counts once, however many names it stands in. */
  add(names: readonly IdentityName[]): void {
    const words = names.filter(({ isRescued }) => !isRescued).flatMap((name) => name.words);
    for (const code of new Set(words.map((word) => word.code))) this.#codes.set(code, (this.#codes.get(code) ?? 0) + 1);
    for (const text of new Set(words.map((word) => word.text))) this.#texts.set(text, (this.#texts.get(text) ?? 0) + 1);
  }

  counted(parties: number): CountedNames {
    return {
      parties,
      codes: Object.fromEntries(commonest(this.#codes)),
      texts: commonest(this.#texts).map(([text]) => text),
    };
  }
}

const commonest = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts]
    .filter(([, count]) => count >= ESTABLISHED)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, MOST_KEPT);

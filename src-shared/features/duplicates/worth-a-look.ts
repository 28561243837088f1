// Whether two parties that share a key are worth judging: a glance that costs a hundredth of the judgement.

import type { KeyKind } from './blocking-keys';
import type { IdentityStore } from './identity-store';
import { bitsOf, priorBits, type Thresholds } from './judge';
import { rarity } from './name-evidence';
import type { NameStatistics } from './name-statistics';

/** What names alone may still add where nothing is known to agree: one word in another spelling, a kunya. */
const SLACK_BITS = 16;

/** One number settles everything; apart from it, contradiction ends it, and common names alone are not worth a look. */
export class WorthALook {
  readonly #store: IdentityStore;
  readonly #statistics: NameStatistics;
  readonly #needed: number;
  readonly #codes = new Map<string, number>();
  /** By the number of a word in the store. */
  readonly #codeOf: number[] = [];
  readonly #bitsOf: number[] = [];

  constructor(store: IdentityStore, statistics: NameStatistics, { possible }: Pick<Thresholds, 'possible'>) {
    this.#store = store;
    this.#statistics = statistics;
    this.#needed = bitsOf(possible) - priorBits(statistics.parties);
  }

  is(kind: KeyKind, left: number, right: number): boolean {
    if (kind === 'identifier') return true;
    if (this.#store.isApart(left, right)) return false;
    if (kind !== 'name' && kind !== 'part') return true;
    this.#learnWords();
    let bits = SLACK_BITS;
    const counted = new Set<number>();
    const theirs = new Set([...this.#store.wordIds(right)].map((word) => this.#codeOf[word]!));
    for (const word of this.#store.wordIds(left)) {
      const code = this.#codeOf[word]!;
      if (counted.has(code) || !theirs.has(code)) continue;
      counted.add(code);
      bits += this.#bitsOf[word]!;
    }
    return bits >= this.#needed;
  }

  #learnWords(): void {
    const { words } = this.#store;
    for (let next = this.#codeOf.length; next < words.length; next += 1) {
      const { code } = words[next]!;
      this.#codeOf.push(this.#codes.get(code) ?? this.#codes.set(code, this.#codes.size).size - 1);
      this.#bitsOf.push(rarity(words[next]!, this.#statistics));
    }
  }
}

// Blocks of parties that share a key, in eight bytes a key: the candidates among a million parties fit in memory.

import { doubles } from './growing-array';

/** Parties are numbered; more than this do not fit beside a key's hash in the 53 exact bits of a number. */
export const MOST_PARTIES = 2 ** 21;

/** 32 bits of a text, FNV-1a over its code units from `basis`. */
function hash(text: string, basis: number): number {
  let bits = basis;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bits = Math.imul(bits ^ (unit & 0xff), 0x01000193);
    bits = Math.imul(bits ^ (unit >>> 8), 0x01000193);
  }
  return bits >>> 0;
}

const BASIS = 0x811c9dc5;
const OTHER_BASIS = 0x2f0b4a27;

/** 53 bits that stand for a text: two texts of a base have the same about once in a thousand bases. */
export const tokenOf = (text: string): number =>
  hash(text, BASIS) * MOST_PARTIES + (hash(text, OTHER_BASIS) % MOST_PARTIES);

/** 32 bits that stand for a key. */
export const hashOf = (key: string): number => hash(key, BASIS);

export class BlockTable {
  readonly #entries = doubles();

  /** Two keys with one hash only make a candidate too many. */
  add(key: string, party: number): void {
    this.#entries.push(hashOf(key) * MOST_PARTIES + party);
  }

  /**
   * The parties of each block, by rising number. Blocks of more than `cap` parties tell too little to be worth comparing and are
   * left out whole. To be walked once, when everything is added.
   */
  *blocks(cap: number): Generator<Readonly<Float64Array>> {
    const entries = this.#entries.values().sort();
    let from = 0;
    while (from < entries.length) {
      const key = Math.floor(entries[from]! / MOST_PARTIES);
      let to = from + 1;
      while (to < entries.length && Math.floor(entries[to]! / MOST_PARTIES) === key) to += 1;
      if (to - from > 1 && to - from <= cap) yield entries.subarray(from, to).map((entry) => entry % MOST_PARTIES);
      from = to;
    }
  }
}

// Who has which key, asked while parties still come: sixteen bytes an entry instead of a JavaScript object.

import { hashOf } from './block-table';
import { integers } from './growing-array';

const FIRST_SLOTS = 4096;
const NOBODY = -1;

export class KeyIndex {
  readonly #cap: number;
  /** By hash: the newest entry of a key, counted from 1; 0 where there is none. */
  #slots = new Int32Array(FIRST_SLOTS);
  #keys = 0;
  readonly #hashes = integers();
  readonly #parties = integers();
  readonly #older = integers();
  readonly #counts = integers();

  /** A key of more than `cap` parties tells too little to be worth comparing them. */
  constructor(cap: number) {
    this.#cap = cap;
  }

  /** Two keys with one hash only make a candidate too many. */
  add(key: string, party: number): void {
    const hash = hashOf(key) | 0;
    const slot = this.#slotOf(hash);
    const newest = this.#slots[slot]! - 1;
    const count = newest === NOBODY ? 1 : this.#counts.at(newest) + 1;
    if (count > this.#cap + 1) return;
    this.#hashes.push(hash);
    this.#parties.push(party);
    this.#older.push(newest);
    this.#counts.push(count);
    this.#slots[slot] = this.#hashes.length;
    if (newest === NOBODY && ++this.#keys * 2 > this.#slots.length) this.#grow();
  }

  /** The newest first. */
  *having(key: string): Generator<number> {
    let entry = this.#slots[this.#slotOf(hashOf(key) | 0)]! - 1;
    if (entry !== NOBODY && this.#counts.at(entry) > this.#cap) return;
    for (; entry !== NOBODY; entry = this.#older.at(entry)) yield this.#parties.at(entry);
  }

  #slotOf(hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const entry = this.#slots[slot]!;
      if (entry === 0 || this.#hashes.at(entry - 1) === hash) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const newest = this.#slots.filter((entry) => entry !== 0);
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (const entry of newest) this.#slots[this.#slotOf(this.#hashes.at(entry - 1))] = entry;
  }
}

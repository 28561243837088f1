// Parties that come one after the other, each asked at once whom of those before it may be: for a file that is read once.

import { blockCaps, blockingKeys, keyKinds } from './blocking-keys';
import type { Identity } from './identity';
import { IdentityStore } from './identity-store';
import type { Thresholds } from './judge';
import { KeyIndex } from './key-index';
import type { NameStatistics } from './name-statistics';
import { WorthALook } from './worth-a-look';

/** Halves of names are for a search through everybody, which has time; whoever is typed is looked for by these. */
const kinds = keyKinds.filter((kind) => kind !== 'part');

export class IdentityRoster {
  readonly #store = new IdentityStore();
  readonly #indexes = kinds.map((kind) => ({ kind, index: new KeyIndex(blockCaps[kind]) }));
  readonly #worth: WorthALook;

  constructor(statistics: NameStatistics, thresholds: Thresholds) {
    this.#worth = new WorthALook(this.#store, statistics, thresholds);
  }

  /** Takes the party in. Answers its number, counted from 0, and the numbers of those before it that are worth judging. */
  meet(identity: Identity): { readonly number: number; readonly earlier: readonly number[] } {
    const number = this.#store.add(identity);
    const seen = new Set<number>([number]);
    const earlier: number[] = [];
    for (const { kind, index } of this.#indexes) {
      for (const key of blockingKeys(identity, kind)) {
        for (const other of index.having(key)) {
          // What one key does not make worth a look another may.
          if (seen.has(other) || !this.#worth.is(kind, number, other)) continue;
          seen.add(other);
          earlier.push(other);
        }
        index.add(key, number);
      }
    }
    return { number, earlier };
  }

  get(number: number): Identity {
    return this.#store.get(number);
  }
}

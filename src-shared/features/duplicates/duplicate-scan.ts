// The search for doubles among all parties of a base: read once, met by blocks, looked at briefly, judged where it may matter.

import { BlockTable, MOST_PARTIES } from './block-table';
import { blockCaps, blockingKeys, keyKinds } from './blocking-keys';
import { doubles } from './growing-array';
import type { Identity } from './identity';
import { IdentityStore } from './identity-store';
import { createJudge, type Band, type Judgement, type Thresholds } from './judge';
import { NameCounter } from './name-counter';
import { countedStatistics, type CountedNames, type NameStatistics } from './name-statistics';
import { WorthALook } from './worth-a-look';

export interface FoundPair {
  /** Numbers of the parties in the order in which they were added, the lower first. */
  readonly left: number;
  readonly right: number;
  readonly band: Band;
  readonly judgement: Judgement;
}

/** A step of the search: a pair found, or only how far it is, 0 to 1. Steps are short; between two the caller may do other work. */
export type ScanStep = { readonly found: FoundPair } | { readonly done: number };

const PAIRS_A_STEP = 2_000;
const BLOCKS_A_STEP = 2_000;
/** Meeting takes about as long as judging. */
const MEETING_SHARE = 0.5;

export class DuplicateScan {
  readonly #store = new IdentityStore();
  readonly #counter = new NameCounter();
  readonly #tables = new Map(keyKinds.map((kind) => [kind, new BlockTable()]));

  get size(): number {
    return this.#store.size;
  }

  /** No more than MOST_PARTIES. */
  add(identity: Identity): void {
    const party = this.#store.add(identity);
    this.#counter.add(identity.names);
    for (const [kind, table] of this.#tables) for (const key of blockingKeys(identity, kind)) table.add(key, party);
  }

  names(): CountedNames {
    return this.#counter.counted(this.size);
  }

  /** To be walked once, when everybody is added. */
  *find(thresholds: Thresholds): Generator<ScanStep> {
    const statistics = countedStatistics(this.names());
    const candidates = yield* this.#meet(statistics, thresholds);
    const judge = createJudge({ statistics, thresholds });
    let previous = -1;
    for (const [at, pair] of candidates.entries()) {
      if (at % PAIRS_A_STEP === 0) yield { done: MEETING_SHARE + ((1 - MEETING_SHARE) * at) / candidates.length };
      if (pair === previous) continue;
      previous = pair;
      const [left, right] = [Math.floor(pair / MOST_PARTIES), pair % MOST_PARTIES];
      const judgement = judge(this.#store.get(left), this.#store.get(right));
      if (judgement.band !== null) yield { found: { left, right, band: judgement.band, judgement } };
    }
  }

  /** Every pair that shares a key and is worth judging, sorted. A pair may stand twice. */
  *#meet(statistics: NameStatistics, thresholds: Thresholds): Generator<ScanStep, Float64Array> {
    const candidates = doubles();
    const worth = new WorthALook(this.#store, statistics, thresholds);
    for (const [index, kind] of keyKinds.entries()) {
      let blocks = 0;
      for (const block of this.#tables.get(kind)!.blocks(blockCaps[kind])) {
        blocks += 1;
        if (blocks % BLOCKS_A_STEP === 0) yield { done: (MEETING_SHARE * index) / keyKinds.length };
        eachPair(block, (left, right) => {
          if (worth.is(kind, left, right)) candidates.push(left * MOST_PARTIES + right);
        });
      }
      this.#tables.delete(kind);
    }
    return candidates.values().sort();
  }
}

function eachPair(block: Readonly<Float64Array>, visit: (left: number, right: number) => void): void {
  for (let one = 0; one < block.length; one += 1)
    for (let other = one + 1; other < block.length; other += 1)
      if (block[one] !== block[other]) visit(block[one]!, block[other]!);
}

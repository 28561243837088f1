// Seeded chance: the same seed gives the same office on every machine, so that figures and failures can be repeated.
// The generator is sfc32 (C. Doty-Humphrey, PractRand): 128 bits of state, 32 bits a step. Not for secrets.

/** A source of repeatable numbers. `start` puts it at the beginning of the stream named by two whole numbers. */
export interface SeededRandom {
  start(seed: number, stream: number): void;
  /** A whole number from 0 to 2^32 − 1. */
  word(): number;
  /** A number from 0 to below 1. */
  float(): number;
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** Draws places 0…n−1 of a list with unequal odds, in constant time. */
export type Draw = (random: SeededRandom) => number;

const WORD = 2 ** 32;
const WARM_UP = 6;

export function createRandom(seed: number, stream = 0): SeededRandom {
  const random = new Sfc32();
  random.start(seed, stream);
  return random;
}

/** Mixes two whole numbers into 32 well-spread bits (the finaliser of MurmurHash3, public domain). */
export function mix(first: number, second: number): number {
  let h = Math.imul(first ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul((second + 0x7f4a7c15) | 0, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Odds given one by one; any positive scale. Vose's alias method. */
export function weightedDraw(weights: readonly number[]): Draw {
  const { odds, other } = aliasTable(weights);
  const count = odds.length;
  return (random) => {
    const place = random.below(count);
    return random.float() < odds[place]! ? place : other[place]!;
  };
}

/** Place k of n is drawn with odds in proportion to 1 / (k + 1 + flatness)^power: few common ones, a long tail. */
export function zipfDraw(count: number, power = 1, flatness = 0): Draw {
  return weightedDraw(Array.from({ length: count }, (_, place) => 1 / (place + 1 + flatness) ** power));
}

/** The list in an order that depends on the seed alone (Fisher–Yates). */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = createRandom(seed);
  const result = [...list];
  for (let last = result.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}

class Sfc32 implements SeededRandom {
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 1;

  start(seed: number, stream: number): void {
    this.a = mix(seed, stream);
    this.b = mix(stream, seed);
    this.c = mix(this.a, Math.floor(seed / WORD));
    this.counter = 1;
    for (let step = 0; step < WARM_UP; step++) this.word();
  }

  word(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  float(): number {
    return this.word() / WORD;
  }

  below(limit: number): number {
    return Math.floor((this.word() / WORD) * limit);
  }

  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.word() < probability * WORD;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('nothing to pick from');
    return list[this.below(list.length)]!;
  }
}

function aliasTable(weights: readonly number[]): { odds: Float64Array; other: Uint32Array } {
  const count = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const odds = Float64Array.from(weights, (weight) => (weight * count) / total);
  const other = new Uint32Array(count);
  const small: number[] = [];
  const large: number[] = [];
  odds.forEach((odd, place) => (odd < 1 ? small : large).push(place));
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop()!;
    const rich = large.pop()!;
    other[poor] = rich;
    odds[rich] = odds[rich]! + odds[poor]! - 1;
    (odds[rich]! < 1 ? small : large).push(rich);
  }
  for (const place of [...small, ...large]) odds[place] = 1;
  return { odds, other };
}

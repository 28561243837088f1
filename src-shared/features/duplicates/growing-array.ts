// A list of numbers that grows without a JavaScript object for each: millions of facts in a few dozen megabytes.

type Numbers = Float64Array | Int32Array | Uint8Array;

const FIRST_SIZE = 1024;

export class GrowingArray<T extends Numbers> {
  readonly #make: (size: number) => T;
  #values: T;
  #count = 0;

  constructor(make: (size: number) => T) {
    this.#make = make;
    this.#values = make(FIRST_SIZE);
  }

  get length(): number {
    return this.#count;
  }

  push(value: number): void {
    if (this.#count === this.#values.length) {
      const larger = this.#make(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count] = value;
    this.#count += 1;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** The values themselves, not a copy. */
  values(): T {
    return this.#values.subarray(0, this.#count) as T;
  }
}

export const doubles = (): GrowingArray<Float64Array> => new GrowingArray((size) => new Float64Array(size));
export const integers = (): GrowingArray<Int32Array> => new GrowingArray((size) => new Int32Array(size));
export const bytes = (): GrowingArray<Uint8Array> => new GrowingArray((size) => new Uint8Array(size));

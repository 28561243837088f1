// The seeded chance behind sample data.
import { expect, test } from 'vitest';
import { createRandom, shuffled, weightedDraw, zipfDraw } from '../../../src-main/features/sample/random';

const tally = (draw: () => number, count: number): Map<number, number> => {
  const found = new Map<number, number>();
  for (let turn = 0; turn < count; turn++) {
    const drawn = draw();
    found.set(drawn, (found.get(drawn) ?? 0) + 1);
  }
  return found;
};

test('the same seed and stream give the same numbers, another stream gives others', () => {
  const words = (seed: number, stream: number): number[] => {
    const random = createRandom(seed, stream);
    return Array.from({ length: 20 }, () => random.word());
  };
  expect(words(7, 1)).toEqual(words(7, 1));
  expect(words(7, 1)).not.toEqual(words(7, 2));
  expect(words(7, 1)).not.toEqual(words(8, 1));
});

test('starting again at a stream repeats it', () => {
  const random = createRandom(3);
  random.start(3, 9);
  const first = [random.word(), random.float()];
  random.start(3, 9);
  expect([random.word(), random.float()]).toEqual(first);
});

test('whole numbers stay between their bounds and reach both', () => {
  const random = createRandom(11);
  const found = tally(() => random.between(-2, 3), 6000);
  expect([...found.keys()].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3]);
  for (const count of found.values()) expect(count).toBeGreaterThan(800);
});

test('weighted choices come in proportion to their weights, and a weight of nothing never comes', () => {
  const random = createRandom(5);
  const draw = weightedDraw([6, 0, 3, 1]);
  const found = tally(() => draw(random), 50_000);
  expect(found.get(1)).toBeUndefined();
  expect(found.get(0)! / 50_000).toBeCloseTo(0.6, 1);
  expect(found.get(2)! / 50_000).toBeCloseTo(0.3, 1);
  expect(found.get(3)! / 50_000).toBeCloseTo(0.1, 1);
});

test('by Zipf the second commonest comes about half as often as the first', () => {
  const random = createRandom(6);
  const draw = zipfDraw(1000);
  const found = tally(() => draw(random), 200_000);
  expect(found.get(0)! / found.get(1)!).toBeGreaterThan(1.8);
  expect(found.get(0)! / found.get(1)!).toBeLessThan(2.2);
});

test('shuffling loses nothing and depends on the seed alone', () => {
  const list = Array.from({ length: 200 }, (_, place) => place);
  expect(shuffled(list, 4)).toEqual(shuffled(list, 4));
  expect(shuffled(list, 4)).not.toEqual(list);
  expect([...shuffled(list, 4)].sort((a, b) => a - b)).toEqual(list);
});

test('picking from nothing is refused', () => {
  expect(() => createRandom(1).pick([])).toThrow();
});

// From a key that is ready to the first page of the list and the first search: what a person waits for after the passphrase.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { publish, type Row } from './support/measure';
import { benchEngine } from './support/bench-engine';
import { measuredBase, sizes } from './support/measured-base';
import { rmSync } from 'node:fs';

/** A large base may take so much longer than a small one, or so many milliseconds. */
const GROWTH = 1.5;
const GRACE_MS = 100;
/** From a ready key to the first list and the first search. */
const AT_A_MILLION_MS = 50;
const A_MILLION = 1_000_000;
/** Each opens new connections, whose caches are empty. The first warms the program's code. */
const ROUNDS = 6;

const held: { folders: { parties: number; folder: string }[]; rows: Row[] } = { folders: [], rows: [] };

beforeAll(async () => {
  for (const parties of sizes()) {
    const { engine, folder } = await measuredBase(parties);
    await engine.close();
    held.folders.push({ parties, folder });
  }
});

afterAll(() => {
  publish('first-answers', held.rows);
  for (const { folder } of held.folders)
    if (folder.includes('bench-bases')) rmSync(folder, { recursive: true, force: true });
});

interface Times {
  opened: number;
  list: number;
  search: number;
}

async function open(folder: string): Promise<Times> {
  const { timed, keyReadyAt, close } = await benchEngine(folder);
  const at = [keyReadyAt, performance.now()];
  await timed.parties.list({ filter: {} });
  at.push(performance.now());
  await timed.search.find({ text: 'محمد علي' });
  at.push(performance.now());
  await close();
  const [ready, opened, listed, searched] = at as [number, number, number, number];
  return { opened: opened - ready, list: listed - opened, search: searched - listed };
}

const total = ({ opened, list, search }: Times): number => opened + list + search;

test('the first list and the first search come as soon in a large base as in a small one', async () => {
  const best: Times[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, { folder }] of held.folders.entries()) {
      const times = await open(folder);
      if (round > 0 && total(times) < total(best[index] ?? { opened: Infinity, list: 0, search: 0 }))
        best[index] = times;
    }
  }
  for (const [index, times] of best.entries()) {
    held.rows.push({
      parties: held.folders[index]!.parties,
      'base open, ms': times.opened,
      'first list, ms': times.list,
      'first search, ms': times.search,
      'in all, ms': total(times),
    });
  }
  const largest = held.folders.at(-1)!.parties;
  if (largest >= A_MILLION) expect(total(best.at(-1)!)).toBeLessThanOrEqual(AT_A_MILLION_MS);
  const [small, large] = [total(best[0]!), total(best.at(-1)!)];
  expect(large).toBeLessThanOrEqual(Math.max(small * GROWTH, small + GRACE_MS));
});

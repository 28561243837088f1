// Imports and edits through the door against the same statements run bare, with the same commits, on a base that is its twin.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { resolve as pathOf } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { startThreads } from '../../src-main/engine/threads';
import { value } from '../support/open-engine';
import { benchEngine, type BenchEngine } from './support/bench-engine';
import { importFile, type ImportFile } from './support/import-file';
import { lowest, percentile, publish, time, type Row } from './support/measure';
import { measuredBase, newBase, sizes, workshop } from './support/measured-base';
import { twins, type Twins } from './support/twin';

/** Of the speed of bare statements. Reading, making ready and comparing run beside the writing, so this holds where two cores are free. */
const IMPORT_SHARE = 0.5;
/** The same where every row is also compared with everybody, in the base and in the file, by the judge of duplicates. */
const COMPARED_SHARE = 0.25;
/** What is held of it: above the goal, for it has always been met. */
const COMPARED_GUARD = 0.3;
/** What is held of the plain import. */
const IMPORT_GUARD = 0.45;
/** Wall over processor time of the bare arm: above it the machine is too busy for three threads to run side by side. */
const QUIET_SHARE = 1.5;
const EDIT_RATIO = 2;
const scriptsFolder = pathOf(import.meta.dirname, '../../out/main');
const ROWS = Number(process.env['DIWAN_BENCH_ROWS'] ?? 10_000);
/** Enough for a 99.9th percentile that is not simply the worst. */
const EDITS = 2500;
/** The slowest edits against the slowest bare ones, which wait for the same disk and the same neighbours. */
const TAIL_RATIO = 1.5;
/** What is held of it: three edits of thousands decide it. */
const TAIL_GUARD = 2.5;
/** The goal in milliseconds counts where the machine lets a bare transaction keep half of it. */
const TAIL_MS = 10;
const QUIET_TAIL_MS = 5;

const rows: Row[] = [];
afterAll(() => publish('writing', rows));

describe('a CSV file into a new base', () => {
  test.each([
    ['as it is', 'create', IMPORT_SHARE, IMPORT_GUARD],
    ['compared for duplicates', 'review', COMPARED_SHARE, COMPARED_GUARD],
  ] as const)(
    '%s comes in not much slower than its bare statements, parsing included',
    async (how, duplicates, share, guard) => {
      const file = importFile(ROWS);
      const figure = await lowest(1 / Math.max(share, guard), () => measureImport(file, duplicates));
      const { product, bare } = figure;
      const perSecond = (ms: number): number => Math.round((ROWS * 1000) / ms);
      rows.push({
        what: `import of ${ROWS} rows, ${how}`,
        'rows/s': perSecond(product.wall),
        'bare rows/s': perSecond(bare.wall),
        ratio: product.wall / bare.wall,
      });
      rows.push({
        what: "the same, the writing thread's processor time",
        'rows/s': perSecond(product.thread),
        'bare rows/s': perSecond(bare.thread),
        ratio: product.thread / bare.thread,
      });
      expect(product.thread / bare.thread).toBeLessThanOrEqual(1 / guard);
      if (isQuiet(bare)) expect(product.wall / bare.wall).toBeLessThanOrEqual(1 / guard);
    },
  );
});

/** Milliseconds on the wall, and of the processor in the thread that writes. */
interface Spent {
  readonly wall: number;
  readonly thread: number;
}

async function spent(work: () => unknown): Promise<Spent> {
  const before = process.threadCpuUsage();
  const wall = await time(work);
  const { user, system } = process.threadCpuUsage(before);
  return { wall, thread: (user + system) / 1000 };
}

/** Nobody took the bare arm's core away, so the others could run beside the writer as well. */
const isQuiet = (bare: Spent): boolean => bare.wall < bare.thread * QUIET_SHARE;

/**
 * Three imports of one file: written down, with nobody measuring; timed as it is; and its statements alone on a twin. Writing
 * down costs a tenth of an import, which is no fault of the import.
 */
async function measureImport(
  file: ImportFile,
  duplicates: Duplicates,
): Promise<{ ratio: number; product: Spent; bare: Spent }> {
  const folder = await newBase('import', async () => undefined);
  const pair = await twins(folder);
  pair.again(pair.taken());
  await imported(pair.engine, file, duplicates);
  const asked = pair.taken();
  const product = await timedImport(file, duplicates);
  const bare = await spent(() => {
    parsed(file.text);
    pair.again(asked);
  });
  await pair.close();
  rmSync(folder, { recursive: true, force: true });
  return { ratio: Math.max(product.wall / bare.wall, product.thread / bare.thread), product, bare };
}

type Duplicates = 'create' | 'review';

async function timedImport(file: ImportFile, duplicates: Duplicates): Promise<Spent> {
  const folder = await newBase('import-timed', async () => undefined);
  const engine = await benchEngine(folder);
  const took = await imported(engine, file, duplicates);
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
  return took;
}

/** From the start of an import to its end. */
async function imported(
  { client, imports }: BenchEngine,
  { path }: ImportFile,
  duplicates: Duplicates,
): Promise<Spent> {
  const { mapping } = value(await client.imports.inspect({ file: path, read: {} }));
  const took = await spent(async () => {
    value(await client.imports.start({ file: path, read: {}, mapping, duplicates }));
    while (imports.at(-1)?.state === undefined || imports.at(-1)?.state === 'running')
      await new Promise((resolve) => setTimeout(resolve, 5));
  });
  const ended = imports.at(-1)!;
  // Namesakes with one telephone come in as well and are kept for review.
  const { created, duplicates: waiting, reasons } = ended.counts;
  expect([ended.state, created + waiting, reasons]).toEqual(['done', ROWS, {}]);
  return took;
}

/** The least that reading such a file costs. */
const parsed = (text: string): string[][] => text.split('\r\n').map((line) => line.slice(1, -1).split('","'));

describe('an edit', () => {
  test('costs at most twice its bare transaction at full durability, and hardly ever stalls while checkpoints run aside', async () => {
    const base = await measuredBase(sizes()[0]!);
    await base.engine.close();
    const onDisk = await editsIn(workshop, base.folder);
    expect(onDisk.half).toBeLessThanOrEqual(EDIT_RATIO);
    expect(onDisk.tail / onDisk.bareTail).toBeLessThanOrEqual(TAIL_GUARD);
    // A disk that keeps a bare transaction waiting longer hides whether we stall: the same is then looked at without one.
    const memory = onDisk.bareTail < QUIET_TAIL_MS ? undefined : memoryFolder();
    const quiet = memory === undefined ? onDisk : await editsIn(memory, base.folder);
    if (memory !== undefined) rmSync(memory, { recursive: true });
    await base.close();
    if (quiet.bareTail < QUIET_TAIL_MS) expect(quiet.tail).toBeLessThan(TAIL_MS);
  });
});

/** Of edits of a base lying in `place`: the ratio of the medians, and the slowest of a thousand in ms. */
async function editsIn(place: string, base: string): Promise<{ half: number; tail: number; bareTail: number }> {
  const pair = await twins(base, place);
  const { door, bare } = await lowest(1, () => measureEdits(pair));
  await pair.close();
  const where = place === workshop ? 'edit of a note' : 'edit of a note, base in memory';
  for (const [name, share] of Object.entries(SHARES)) {
    const [ours, theirs] = [percentile(door, share), percentile(bare, share)];
    rows.push({ what: `${where}, ${name} ms`, door: ours, bare: theirs, ratio: ours / theirs });
  }
  return {
    half: percentile(door, SHARES.p50) / percentile(bare, SHARES.p50),
    tail: percentile(door, SHARES['p99.9']),
    bareTail: percentile(bare, SHARES['p99.9']),
  };
}

/** Where Linux keeps files in memory. */
const memoryFolder = (): string | undefined =>
  existsSync('/dev/shm') ? mkdtempSync('/dev/shm/diwan-bench-') : undefined;

const SHARES = { p50: 0.5, p99: 0.99, 'p99.9': 0.999 } as const;

/** `ratio` is how much of the tightest budget was used. Each writer has its checkpointer, as in the product. */
async function measureEdits(pair: Twins): Promise<{ ratio: number; door: number[]; bare: number[] }> {
  const { client, base } = pair.engine;
  const list = value(await client.parties.list({ filter: {}, limit: 100 }));
  const { unlocked } = base;
  const threads = [base.databaseFile, pair.otherFile].map((databaseFile) =>
    startThreads({ unlocked, databaseFile }, scriptsFolder),
  );
  const door: number[] = [];
  const bare: number[] = [];
  for (let edit = 0; edit < EDITS; edit += 1) {
    const { id } = list.rows[edit % list.rows.length]!;
    door.push(await time(() => client.parties.update({ id, set: { note: `${edit} ${Math.random()}` } })));
    threads[0]!.requestCheckpoint();
    const asked = pair.taken();
    bare.push(await time(() => pair.again(asked)));
    threads[1]!.requestCheckpoint();
    // Requests come as messages: between two of them timers fire.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  await Promise.all(threads.map((each) => each.close()));
  pair.taken();
  const [half, tail, bareTail] = [
    percentile(door, SHARES.p50) / percentile(bare, SHARES.p50),
    percentile(door, SHARES['p99.9']),
    percentile(bare, SHARES['p99.9']),
  ];
  const capped = bareTail < QUIET_TAIL_MS ? tail / TAIL_MS : 0;
  return { ratio: Math.max(half / EDIT_RATIO, tail / bareTail / TAIL_RATIO, capped), door, bare };
}

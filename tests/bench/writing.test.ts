// Imports and edits through the door against the same statements run bare, with the same commits, on a base that is its twin.

import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { value } from '../support/open-engine';
import { benchEngine, type BenchEngine } from './support/bench-engine';
import { importFile, type ImportFile } from './support/import-file';
import { lowest, percentile, publish, time, type Row } from './support/measure';
import { measuredBase, newBase, sizes } from './support/measured-base';
import { twins, type Twins } from './support/twin';

/** The goal is a half. On two busy cores the parser's process and the engine compete, so the guard stands below it. */
const IMPORT_SHARE = 0.5;
const IMPORT_GUARD = 0.35;
const EDIT_RATIO = 2;
const ROWS = Number(process.env['DIWAN_BENCH_ROWS'] ?? 10_000);
const EDITS = 400;
/** The engine checkpoints aside; here both writers do so between two edits, untimed. */
const CHECKPOINT_EVERY = 50;

const rows: Row[] = [];
afterAll(() => publish('writing', rows));

describe('a CSV file into a new base', () => {
  test('comes in not much slower than its bare statements, parsing included', async () => {
    const file = importFile(ROWS);
    const figure = await lowest(1 / IMPORT_SHARE, () => measureImport(file));
    const perSecond = (ms: number): number => Math.round((ROWS * 1000) / ms);
    rows.push({
      what: `import of ${ROWS} rows`,
      'rows/s': perSecond(figure.product),
      'bare rows/s': perSecond(figure.bare),
      ratio: figure.ratio,
    });
    expect(figure.ratio).toBeLessThanOrEqual(1 / IMPORT_GUARD);
  });
});

/**
 * Three imports of one file: written down, with nobody measuring; timed as it is; and its statements alone on a twin. Writing
 * down costs a tenth of an import, which is no fault of the import.
 */
async function measureImport(file: ImportFile): Promise<{ ratio: number; product: number; bare: number }> {
  const folder = await newBase('import', async () => undefined);
  const pair = await twins(folder);
  pair.again(pair.taken());
  await imported(pair.engine, file);
  const asked = pair.taken();
  const product = await timedImport(file);
  const bare = await time(() => {
    parsed(file.text);
    pair.again(asked);
  });
  await pair.close();
  rmSync(folder, { recursive: true, force: true });
  return { ratio: product / bare, product, bare };
}

async function timedImport(file: ImportFile): Promise<number> {
  const folder = await newBase('import-timed', async () => undefined);
  const engine = await benchEngine(folder);
  const took = await imported(engine, file);
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
  return took;
}

/** Milliseconds from the start of an import to its end. */
async function imported({ client, imports }: BenchEngine, { path }: ImportFile): Promise<number> {
  const { mapping } = value(await client.imports.inspect({ file: path, read: {} }));
  const took = await time(async () => {
    value(await client.imports.start({ file: path, read: {}, mapping }));
    while (imports.at(-1)?.state === undefined || imports.at(-1)?.state === 'running')
      await new Promise((resolve) => setTimeout(resolve, 5));
  });
  const ended = imports.at(-1)!;
  expect([ended.state, ended.counts.created, ended.counts.reasons]).toEqual(['done', ROWS, {}]);
  return took;
}

/** The least that reading such a file costs. */
const parsed = (text: string): string[][] => text.split('\r\n').map((line) => line.slice(1, -1).split('","'));

describe('an edit', () => {
  test('costs at most twice its bare transaction at full durability', async () => {
    const base = await measuredBase(sizes()[0]!);
    await base.engine.close();
    const pair = await twins(base.folder);
    const figure = await lowest(EDIT_RATIO, () => measureEdits(pair));
    rows.push({ what: 'edit of a note, p50 ms', door: figure.p50, bare: figure.bare50, ratio: figure.ratio });
    rows.push({
      what: 'edit of a note, p99.9 ms',
      door: figure.p999,
      bare: figure.bare999,
      ratio: figure.p999 / figure.bare999,
    });
    await pair.close();
    rmSync(base.folder, { recursive: true, force: true });
    expect(figure.ratio).toBeLessThanOrEqual(EDIT_RATIO);
  });
});

async function measureEdits(pair: Twins) {
  const { client, base } = pair.engine;
  const list = value(await client.parties.list({ filter: {}, limit: 100 }));
  const door: number[] = [];
  const bare: number[] = [];
  for (let edit = 0; edit < EDITS; edit += 1) {
    const { id } = list.rows[edit % list.rows.length]!;
    door.push(await time(() => client.parties.update({ id, set: { note: `${edit} ${Math.random()}` } })));
    const asked = pair.taken();
    bare.push(await time(() => pair.again(asked)));
    if (edit % CHECKPOINT_EVERY === 0) base.writer.pragma('wal_checkpoint(passive)');
  }
  pair.taken();
  const [p50, bare50] = [percentile(door, 0.5), percentile(bare, 0.5)];
  return { ratio: p50 / bare50, p50, bare50, p999: percentile(door, 0.999), bare999: percentile(bare, 0.999) };
}

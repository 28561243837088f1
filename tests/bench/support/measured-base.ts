// The bases that are measured: made by the one generator, closed, and opened again from disk.

import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generateInto } from '../../../src-main/features/base';
import { benchEngine, type BenchEngine } from './bench-engine';

const root = resolve(import.meta.dirname, '../../..');

/** On the disk of the program, as temporary folders may lie in memory. */
export const workshop = join(root, 'out/bench-bases');

export interface MeasuredBase {
  readonly parties: number;
  readonly engine: BenchEngine;
  readonly folder: string;
  close(): Promise<void>;
}

const SMALL = [10_000, 30_000];
const ACTIVITIES_EACH = 0.1;
const SEED = 7;

/** How many parties each measured base has, smallest first. */
export function sizes(): number[] {
  const asked = process.env['DIWAN_BENCH_PARTIES'];
  return asked === undefined ? SMALL : asked.split(',').map(Number);
}

/** A base of that size: one named by DIWAN_BENCH_BASES (`100000=/folder,…`), or a new one that is removed at the end. */
export async function measuredBase(parties: number): Promise<MeasuredBase> {
  const given = new Map(
    (process.env['DIWAN_BENCH_BASES'] ?? '').split(',').map((pair) => pair.split('=') as [string, string]),
  );
  const ready = given.get(String(parties));
  if (ready !== undefined) {
    const engine = await benchEngine(ready);
    return { parties, engine, folder: ready, close: () => engine.close() };
  }
  const folder = await newBase(`${parties}`, (engine) => fill(engine, parties));
  const engine = await benchEngine(folder);
  return {
    parties,
    engine,
    folder,
    async close() {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes a base, fills it and closes it; answers its folder. */
export async function newBase(name: string, work: (engine: BenchEngine) => Promise<void>): Promise<string> {
  const folder = join(workshop, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  const engine = await benchEngine(folder, { create: true });
  await work(engine);
  await engine.close();
  return folder;
}

async function fill({ engine }: BenchEngine, parties: number): Promise<void> {
  const activities = Math.round(parties * ACTIVITIES_EACH);
  await generateInto(engine.context('base.generate'), engine.state, {
    parties,
    activities,
    seed: SEED,
    onProgress: () => undefined,
  });
}

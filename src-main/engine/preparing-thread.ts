// The engine's side of the preparing thread: batches go out and come back in the same order.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PreparedRow, PreparingPlan, StartPreparer, Told } from '../features/imports';
import type { SourceRow } from '../import';
import { databaseKey, type Sealing } from '../keys';
import type { Base } from './base';

export interface PreparingStart {
  readonly plan: PreparingPlan;
  readonly file: string;
  /** 48 raw bytes, overwritten once the base is open. */
  readonly key: Uint8Array;
  readonly sealing: Sealing;
}

export interface PreparingTask {
  readonly rows: readonly SourceRow[];
  readonly told?: Told;
}

interface Waiting {
  resolve(rows: readonly PreparedRow[]): void;
  reject(error: Error): void;
}

/** `base`: the one that is open when an import begins. */
export function preparingThreads(
  scriptsFolder: string,
  base: () => Pick<Base, 'unlocked' | 'databaseFile'>,
): StartPreparer {
  return (plan) => {
    const { unlocked, databaseFile: file } = base();
    const key = Uint8Array.from(databaseKey(unlocked.secret));
    const workerData: PreparingStart = { plan, file, key, sealing: unlocked.sealing };
    const worker = new Worker(join(scriptsFolder, 'preparing.cjs'), {
      workerData,
      transferList: [key.buffer],
    });
    const waiting: Waiting[] = [];
    const died: { error: Error | null } = { error: null };
    const die = (error: Error): void => {
      died.error = error;
      for (const one of waiting.splice(0)) one.reject(error);
    };
    worker.on('message', (rows: string) => waiting.shift()?.resolve(JSON.parse(rows) as PreparedRow[]));
    worker.on('error', die);
    worker.on('exit', () => die(new Error('the preparing thread ended')));
    const ask = (task: PreparingTask): Promise<readonly PreparedRow[]> =>
      new Promise((resolve, reject) => {
        if (died.error !== null) return reject(died.error);
        waiting.push({ resolve, reject });
        worker.postMessage(task);
      });
    return {
      prepare: (rows) => ask({ rows }),
      remember: async (rows, told) => void (await ask({ rows, told })),
      async close() {
        waiting.length = 0;
        await worker.terminate();
      },
    };
  };
}

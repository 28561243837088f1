// The engine's side of the preparing thread: batches go out and come back in the same order.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PreparedRow, StartPreparer } from '../features/imports';

interface Waiting {
  resolve(rows: readonly PreparedRow[]): void;
  reject(error: Error): void;
}

export function preparingThreads(scriptsFolder: string): StartPreparer {
  return (plan) => {
    const worker = new Worker(join(scriptsFolder, 'preparing.cjs'), { workerData: plan });
    const waiting: Waiting[] = [];
    const died: { error: Error | null } = { error: null };
    const die = (error: Error): void => {
      died.error = error;
      for (const one of waiting.splice(0)) one.reject(error);
    };
    worker.on('message', (rows: string) => waiting.shift()?.resolve(JSON.parse(rows) as PreparedRow[]));
    worker.on('error', die);
    worker.on('exit', () => die(new Error('the preparing thread ended')));
    return {
      prepare: (rows) =>
        new Promise((resolve, reject) => {
          if (died.error !== null) return reject(died.error);
          waiting.push({ resolve, reject });
          worker.postMessage(rows);
        }),
      close() {
        waiting.length = 0;
        void worker.terminate();
      },
    };
  };
}

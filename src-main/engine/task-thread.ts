// One task of a job on a thread of its own: started with its own copy of the key, told to end by a flag both sides see.

import { Worker } from 'node:worker_threads';
import { fail, type Failure, type Result } from '@shared/core/result';
import type { JobProgress } from '@shared/features/jobs/jobs.contract';
import type { RunThreadTask } from '../jobs';
import { databaseKey } from '../keys';
import type { Base } from './base';

/** From the thread: how far it is, its answer, or what went unexpectedly wrong (`db.…` or a description). */
export type TaskMessage =
  | { readonly progress: JobProgress }
  | { readonly reply: Result<unknown, Failure> }
  | { readonly failed: string };

/** `track` is told of the thread, so that closing the base can wait for it. */
export const taskRunner =
  (base: Pick<Base, 'unlocked' | 'databaseFile'>, script: string, track: (worker: Worker) => void): RunThreadTask =>
  (task, input, { signal, onProgress }) =>
    new Promise((resolve, reject) => {
      const cancelled = new Int32Array(new SharedArrayBuffer(4));
      const key = Uint8Array.from(databaseKey(base.unlocked.secret));
      const workerData = { role: 'task', file: base.databaseFile, key, task, input, cancelled };
      const worker = new Worker(script, { workerData, transferList: [key.buffer] });
      track(worker);
      const cancel = (): void => void Atomics.store(cancelled, 0, 1);
      if (signal.aborted) cancel();
      signal.addEventListener('abort', cancel, { once: true });
      const settle = (message: TaskMessage): void => {
        if ('progress' in message) return onProgress(message.progress);
        signal.removeEventListener('abort', cancel);
        if ('reply' in message) resolve(message.reply);
        else if (message.failed.startsWith('db.')) resolve(fail(message.failed));
        else reject(new Error(`thread: ${message.failed}`));
      };
      worker.on('message', settle);
      worker.on('error', (error) => settle({ failed: error.stack ?? error.message }));
      worker.on('exit', () => settle({ failed: 'the thread ended without an answer' }));
    });

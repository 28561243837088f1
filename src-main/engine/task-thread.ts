// One task of a job on a thread of its own: started with its own copy of the key, told to end by a flag both sides see.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fail, type Failure, type Result } from '@shared/core/result';
import type { JobProgress } from '@shared/features/jobs/jobs.contract';
import type { ThreadOptions, ThreadTarget } from '../jobs';

/** From the thread: how far it is, its answer, or what went unexpectedly wrong (`db.…`, `files.…` or a description). */
export type TaskMessage =
  | { readonly progress: JobProgress }
  | { readonly reply: Result<unknown, Failure> }
  | { readonly failed: string };

export type RunOnThread = (
  task: string,
  input: unknown,
  options: ThreadOptions & { readonly target: ThreadTarget },
) => Promise<Result<unknown, Failure>>;

export interface TaskThreads {
  readonly run: RunOnThread;
  /** Ends whatever still runs. */
  close(): Promise<void>;
}

const expected = /^(?:db|files)\.[a-z-]+$/;

export function createTaskThreads(scriptsFolder: string): TaskThreads {
  const script = join(scriptsFolder, 'task.cjs');
  const workers = new Set<Worker>();
  return {
    run: (task, input, { target, signal, onProgress }) =>
      new Promise((resolve, reject) => {
        const cancelled = new Int32Array(new SharedArrayBuffer(4));
        const key = Uint8Array.from(target.key);
        const workerData = { file: target.file, key, sealing: target.sealing, task, input, cancelled };
        const worker = new Worker(script, { workerData, transferList: [key.buffer] });
        workers.add(worker);
        const cancel = (): void => void Atomics.store(cancelled, 0, 1);
        if (signal.aborted) cancel();
        signal.addEventListener('abort', cancel, { once: true });
        const settle = (message: TaskMessage): void => {
          if ('progress' in message) return onProgress(message.progress);
          signal.removeEventListener('abort', cancel);
          if ('reply' in message) resolve(message.reply);
          else if (expected.test(message.failed)) resolve(fail(message.failed));
          else reject(new Error(`thread: ${message.failed}`));
        };
        worker.on('message', settle);
        worker.on('error', (error) => settle({ failed: error.stack ?? error.message }));
        worker.on('exit', () => {
          workers.delete(worker);
          settle({ failed: 'the thread ended without an answer' });
        });
      }),
    async close() {
      await Promise.all([...workers].map((worker) => worker.terminate()));
    },
  };
}

// The tasks a helper thread can do for a job, by name. A feature declares them; thread and engine find them here.

import { fail, type Failure, type Result } from '@shared/core/result';
import { verifyInThread } from '../features/base';
import { scanInThread } from '../features/duplicates';
import type { RunThreadTask, TaskThread, ThreadTask } from '../jobs';
import { databaseKey } from '../keys';
import type { Base } from './base';

const tasks = (): readonly ThreadTask[] => [verifyInThread, scanInThread];

/** Throws when there is no such task. */
export async function runTask(name: string, input: unknown, thread: TaskThread): Promise<Result<unknown, Failure>> {
  const task = tasks().find((candidate) => candidate.name === name);
  if (task === undefined) throw new Error(`there is no thread task "${name}"`);
  return task.run(thread, input);
}

/** The same in this process, for an engine without threads. */
export const runTaskHere =
  (base: () => Base | null): RunThreadTask =>
  async (task, input, { signal, onProgress }) => {
    const opened = base();
    if (opened === null) return fail('door.locked');
    const key = databaseKey(opened.unlocked.secret);
    try {
      return await runTask(task, input, {
        db: opened.read,
        databaseFile: opened.databaseFile,
        key,
        progress: ({ done, total = null, note = null }) => onProgress({ done, total, note }),
        isCancelled: () => signal.aborted,
      });
    } finally {
      key.fill(0);
    }
  };

// One state of the base for as long as a package or a list is written, while everybody goes on working.

import { holdStill, openDatabase, readConnection } from '../../db';
import type { TaskThread } from '../../jobs';

/**
 * Gives `work` a thread whose connection sees the base as it was at its first statement. The log of the base cannot be emptied until
 * then: it grows by what others write meanwhile, and shrinks again afterwards.
 */
export async function heldStill<T>(thread: TaskThread, work: (still: TaskThread) => Promise<T>): Promise<T> {
  const opened = openDatabase({ file: thread.databaseFile, key: thread.key, mode: 'reader' });
  if (!opened.ok)
    throw Object.assign(new Error(`an export cannot open the base: ${opened.error.code}`), {
      code: opened.error.code,
    });
  const still: TaskThread = {
    db: readConnection(opened.value),
    databaseFile: thread.databaseFile,
    key: thread.key,
    progress: (progress) => thread.progress(progress),
    isCancelled: () => thread.isCancelled(),
  };
  try {
    return await holdStill(opened.value, () => work(still));
  } finally {
    opened.value.close();
  }
}

/** Between batches: an engine that has no threads answers meanwhile. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

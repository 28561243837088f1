// The tasks a helper thread can do for a job, by name. A feature declares them; thread and engine find them here.

import type { Failure, Result } from '@shared/core/result';
import { sealInThread, unsealInThread } from '../features/attachments';
import { verifyLogInThread, writeLogInThread } from '../features/audit';
import {
  compareInThread,
  inspectInThread,
  lookInThread,
  migrateInThread,
  salvageInThread,
  stageInThread,
  writeInThread,
} from '../features/backups';
import { verifyInThread } from '../features/base';
import { scanInThread } from '../features/duplicates';
import {
  digestInThread,
  drillInThread,
  lockInThread,
  openLockInThread,
  writeExportInThread,
  writePackageInThread,
} from '../features/exports';
import { findResidueInThread } from '../features/erasure';
import { rekeyInThread } from '../features/keys';
import { averageInThread, judgeInThread } from '../features/quality';
import { openDatabase, readConnection, type Database, type ReadDb } from '../db';
import type { TaskThread, ThreadOptions, ThreadTarget, ThreadTask } from '../jobs';

const tasks = (): readonly ThreadTask[] => [
  sealInThread,
  unsealInThread,
  verifyInThread,
  verifyLogInThread,
  writeLogInThread,
  scanInThread,
  findResidueInThread,
  writeExportInThread,
  writePackageInThread,
  lockInThread,
  openLockInThread,
  drillInThread,
  digestInThread,
  judgeInThread,
  averageInThread,
  writeInThread,
  stageInThread,
  migrateInThread,
  compareInThread,
  salvageInThread,
  lookInThread,
  inspectInThread,
  rekeyInThread,
];

/** Throws when there is no such task. The target's database is opened when the task first asks for it, and closed after it. */
export async function runTask(
  name: string,
  input: unknown,
  { target, ...thread }: Pick<TaskThread, 'progress' | 'isCancelled'> & { readonly target: ThreadTarget },
): Promise<Result<unknown, Failure>> {
  const task = tasks().find((candidate) => candidate.name === name);
  if (task === undefined) throw new Error(`there is no thread task "${name}"`);
  const opened: { database: Database | null } = { database: null };
  const open = (): ReadDb => {
    opened.database ??= openReader(target);
    return readConnection(opened.database);
  };
  const { file: databaseFile, key, sealing } = target;
  try {
    return await task.run(
      {
        ...thread,
        databaseFile,
        key,
        sealing,
        get db() {
          return open();
        },
      },
      input,
    );
  } finally {
    opened.database?.close();
  }
}

function openReader({ file, key, sealing }: ThreadTarget): Database {
  const opened = openDatabase({ file, key, mode: 'reader', sealing });
  if (!opened.ok)
    throw Object.assign(new Error(`a task cannot open the base: ${opened.error.code}`), { code: opened.error.code });
  return opened.value;
}

/** What a thread does, in this process: for an engine without threads. */
export const runTaskHere = (
  task: string,
  input: unknown,
  { target, signal, onProgress }: ThreadOptions & { readonly target: ThreadTarget },
): Promise<Result<unknown, Failure>> =>
  runTask(task, input, {
    target,
    progress: ({ done, total = null, note = null }) => onProgress({ done, total, note }),
    isCancelled: () => signal.aborted,
  });

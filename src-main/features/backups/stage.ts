// A copy of a backup on the side, checked on its way byte by byte: a whole base folder that nobody uses yet.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import {
  bytesOf,
  copiedDatabaseFile,
  copyFile,
  hasTrueSeal,
  inspectBackup,
  isCopiedKeysFile,
  syncFolders,
  type Manifest,
} from '../../backup';
import { keysFileOf } from '../../blobs';
import type { TaskThread, ThreadTask } from '../../jobs';
import { endedByCancel, lookAt, stepsOf } from './thread-work';

/** The database of a staged copy; it gets its number when it takes the place of another. */
export const stagedDatabase = 'data-1.db';

/** What it is called beside the staged copy. */
function stagedName(path: string): string {
  if (path === copiedDatabaseFile) return stagedDatabase;
  return isCopiedKeysFile(path) ? keysFileOf(stagedDatabase) : path;
}

const StageInput = z.object({ from: z.string(), to: z.string() });
export type StageInput = z.infer<typeof StageInput>;

/** The thread's key is that of the backup; the folder `to` must not exist. What fails or is ended leaves no folder behind. */
export const stageInThread: ThreadTask<unknown, Manifest> = {
  name: 'backups.stage',
  run(thread, given) {
    const { from, to } = StageInput.parse(given);
    const staged = orNothing(to, () => endedByCancel(() => stage(thread, { from, to })));
    if (!staged.ok) rmSync(to, { recursive: true, force: true });
    return staged;
  },
};

function orNothing<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function stage(thread: TaskThread, { from, to }: StageInput): Result<Manifest, Failure> {
  const manifest = inspectBackup(from);
  if (!manifest.ok) return manifest;
  if (!hasTrueSeal(manifest.value, thread.key.subarray(0, 32))) return fail('backups.forged');
  const steps = stepsOf(thread);
  mkdirSync(to, { mode: 0o700 });
  steps.onStep('backup-copying', bytesOf(manifest.value));
  for (const { path, sha256 } of manifest.value.files) {
    if (copyFile(join(from, path), join(to, stagedName(path)), steps).sha256 !== sha256)
      return fail('backups.damaged', { file: path });
  }
  syncFolders(to);
  const looked = lookAt(thread, join(to, stagedDatabase));
  if (!looked.ok) return looked;
  const { counts, audit } = looked.value;
  const isSame =
    audit.head === manifest.value.audit.head &&
    Object.entries(manifest.value.counts).every(
      ([table, count]) => counts[table] === undefined || counts[table] === count,
    );
  return isSame ? ok(manifest.value) : fail('backups.damaged', { file: copiedDatabaseFile, reason: 'counts' });
}

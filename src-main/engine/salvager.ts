// Salvage from the lock screen or the command line: a new base beside the damaged one, with the same keys and everything that could be read.

import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { JobStatus } from '@shared/features/jobs/jobs.contract';
import type { Salvage } from '@shared/features/backups/backups.contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Actor } from '../access';
import { copyFile, filesBelow, type Stride } from '../backup';
import { blobsFolder, keysFileOf } from '../blobs';
import type { SalvagedTable } from '../db';
import { salvageInThread, type Opening } from '../features/backups';
import { verifyBase } from '../features/base';
import { systemCode } from '../files';
import { adoptKeyring, copyUnlocked, databaseKey, unlockAs, wipeUnlocked, type Unlocked } from '../keys';
import { openBase } from './base';
import { finishMark, markUnfinished } from './base-folder';
import type { MakeBaseDeps } from './make-base';
import { statusWithoutBase } from './status-without-base';
import type { RunOnThread } from './task-thread';

export interface SalvagerDeps extends Pick<MakeBaseDeps, 'folder' | 'keyring' | 'clock' | 'ids' | 'projections'> {
  readonly actor: () => Actor | null;
  readonly onThread: RunOnThread;
  readonly onProgress: (status: JobStatus) => void;
}

const newDatabase = 'data-1.db';

/**
 * `folder` of the opening is where the new base goes: an empty one. The engine's own base must not be open. What fails or is ended
 * leaves the folder as empty as it was.
 */
export async function salvage(
  deps: SalvagerDeps,
  { folder: to, ...opening }: Opening,
  signal: AbortSignal,
): Promise<Result<Salvage, Failure>> {
  if (deps.actor() !== null) return fail('backups.busy');
  if (statSync(to, { throwIfNoEntry: false }) !== undefined && readdirSync(to).length > 0)
    return fail('backups.not-empty', { folder: to });
  const unlocked = await unlockAs(deps.folder, opening, deps.keyring);
  if (!unlocked.ok) return unlocked;
  const done = { whole: false };
  try {
    const saved = await salvageUnlocked(deps, to, { unlocked: unlocked.value, signal });
    done.whole = saved.ok;
    return saved;
  } finally {
    wipeUnlocked(unlocked.value);
    if (!done.whole) emptyAgain(to);
  }
}

function emptyAgain(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return;
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}

interface Salvaging {
  readonly unlocked: Unlocked;
  readonly signal: AbortSignal;
}

async function salvageUnlocked(
  deps: SalvagerDeps,
  to: string,
  { unlocked, signal }: Salvaging,
): Promise<Result<Salvage, Failure>> {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  markUnfinished(to);
  const { clock, ids, projections } = deps;
  const baseDeps = { clock, ids, projections, onCommitted: () => undefined };
  const own = (): Unlocked => ({ ...copyUnlocked(unlocked), databaseFile: newDatabase });
  const made = openBase(to, own(), { ...baseDeps, create: true });
  if (!made.ok) return made;
  made.value.close();
  const tables = await readAll(deps, { damaged: join(deps.folder, unlocked.databaseFile), to, unlocked, signal });
  if (!tables.ok) return tables;
  copyAttachments(join(deps.folder, unlocked.databaseFile), join(to, newDatabase), signal);
  const opened = openBase(to, own(), { ...baseDeps, create: false, asNewDevice: true });
  if (!opened.ok) return opened;
  const verified = verifyBase(opened.value.read, { quick: true });
  opened.value.close();
  const adopted = adoptKeyring({ from: deps.folder, to, unlocked, databaseFile: newDatabase });
  if (!adopted.ok) return adopted;
  finishMark(to);
  return ok({
    tables: tables.value.map((table) => ({ ...table, ranges: [...table.ranges] })),
    sound: verified.sound,
    findings: verified.findings,
  });
}

/** What the disk no longer gives is named by the verification that follows; the rest is saved all the same. */
function copyAttachments(damaged: string, database: string, signal: AbortSignal): void {
  const stride = { onBytes: () => signal.throwIfAborted() };
  const keys = [keysFileOf(damaged), `${keysFileOf(damaged)}-wal`];
  const [from, to] = [dirname(damaged), dirname(database)];
  const copies = filesBelow(join(from, blobsFolder)).map((name) => [blobsFolder, name] as const);
  for (const [index, file] of keys.entries())
    if (existsSync(file)) tryCopy(file, `${keysFileOf(database)}${index === 0 ? '' : '-wal'}`, stride);
  for (const parts of copies) tryCopy(join(from, ...parts), join(to, ...parts), stride);
}

function tryCopy(from: string, to: string, stride: Stride): void {
  try {
    copyFile(from, to, stride);
  } catch (error) {
    if (systemCode(error) !== 'EIO') throw error;
    rmSync(to, { force: true });
  }
}

interface Reading extends Salvaging {
  readonly damaged: string;
  readonly to: string;
}

async function readAll(
  deps: SalvagerDeps,
  { damaged, to, unlocked, signal }: Reading,
): Promise<Result<readonly SalvagedTable[], Failure>> {
  const key = databaseKey(unlocked.secret);
  const id = deps.ids();
  const startedAt = deps.clock.now();
  try {
    const options: Parameters<RunOnThread>[2] = {
      target: { file: join(to, newDatabase), key },
      signal,
      onProgress: (progress) =>
        deps.onProgress(
          statusWithoutBase(id, { kind: 'backups.salvage', startedAt, progress, ending: signal.aborted }),
        ),
    };
    const read = await deps.onThread(salvageInThread.name, { damaged }, options);
    return read as Result<readonly SalvagedTable[], Failure>;
  } finally {
    key.fill(0);
  }
}

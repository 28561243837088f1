// Salvage from the lock screen or the command line: a new base beside the damaged one, with the same keys and everything that could be read.

import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Salvage } from '@shared/features/backups/backups.contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Actor } from '../access';
import { copyFile, filesBelow } from '../backup';
import { blobsFolder, keysFileOf } from '../blobs';
import type { SalvagedTable } from '../db';
import { salvageInThread, type Opening } from '../features/backups';
import { verifyBase } from '../features/base';
import { systemCode } from '../files';
import { adoptKeyring, copyUnlocked, databaseKey, unlockAs, wipeUnlocked, type Unlocked } from '../keys';
import { openBase } from './base';
import { finishMark, markUnfinished } from './base-folder';
import type { MakeBaseDeps } from './make-base';
import type { RunOnThread } from './task-thread';

export interface SalvagerDeps extends Pick<MakeBaseDeps, 'folder' | 'keyring' | 'clock' | 'ids' | 'projections'> {
  readonly actor: () => Actor | null;
  readonly onThread: RunOnThread;
}

const newDatabase = 'data-1.db';
const noStride = { onBytes: () => undefined };

/** `folder` of the opening is where the new base goes: an empty one. The engine's own base must not be open. */
export async function salvage(
  deps: SalvagerDeps,
  { folder: to, ...opening }: Opening,
): Promise<Result<Salvage, Failure>> {
  if (deps.actor() !== null) return fail('backups.busy');
  if (statSync(to, { throwIfNoEntry: false }) !== undefined && readdirSync(to).length > 0)
    return fail('backups.not-empty', { folder: to });
  const unlocked = await unlockAs(deps.folder, opening, deps.keyring);
  if (!unlocked.ok) return unlocked;
  try {
    return await salvageUnlocked(deps, to, unlocked.value);
  } finally {
    wipeUnlocked(unlocked.value);
  }
}

async function salvageUnlocked(deps: SalvagerDeps, to: string, unlocked: Unlocked): Promise<Result<Salvage, Failure>> {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  markUnfinished(to);
  const { clock, ids, projections } = deps;
  const baseDeps = { clock, ids, projections, onCommitted: () => undefined };
  const own = (): Unlocked => ({ ...copyUnlocked(unlocked), databaseFile: newDatabase });
  const made = openBase(to, own(), { ...baseDeps, create: true });
  if (!made.ok) return made;
  made.value.close();
  const tables = await readAll(deps, { damaged: join(deps.folder, unlocked.databaseFile), to, unlocked });
  if (!tables.ok) return tables;
  copyAttachments(join(deps.folder, unlocked.databaseFile), join(to, newDatabase));
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
function copyAttachments(damaged: string, database: string): void {
  const keys = [keysFileOf(damaged), `${keysFileOf(damaged)}-wal`];
  const [from, to] = [dirname(damaged), dirname(database)];
  const copies = filesBelow(join(from, blobsFolder)).map((name) => [blobsFolder, name] as const);
  for (const [index, file] of keys.entries())
    if (existsSync(file)) tryCopy(file, `${keysFileOf(database)}${index === 0 ? '' : '-wal'}`);
  for (const parts of copies) tryCopy(join(from, ...parts), join(to, ...parts));
}

function tryCopy(from: string, to: string): void {
  try {
    copyFile(from, to, noStride);
  } catch (error) {
    if (systemCode(error) !== 'EIO') throw error;
    rmSync(to, { force: true });
  }
}

interface Reading {
  readonly damaged: string;
  readonly to: string;
  readonly unlocked: Unlocked;
}

async function readAll(
  deps: SalvagerDeps,
  { damaged, to, unlocked }: Reading,
): Promise<Result<readonly SalvagedTable[], Failure>> {
  const key = databaseKey(unlocked.secret);
  try {
    const options = {
      target: { file: join(to, newDatabase), key },
      signal: new AbortController().signal,
      onProgress: () => undefined,
    };
    const read = await deps.onThread(salvageInThread.name, { damaged }, options);
    return read as Result<readonly SalvagedTable[], Failure>;
  } finally {
    key.fill(0);
  }
}

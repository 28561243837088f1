// Changes the key of the base (security: whoever left, or lost a copy, opens only what they had). The base is closed; beside it the whole
// of it is written under a new key and looked at; then one rename of the keyring makes that file the base. Cut off before, the base is
// as it was and the new file is cleared away at the next unlock; cut off after, the old one is.

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { JobStatus } from '@shared/features/jobs/jobs.contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { keysFileOf } from '../blobs';
import { keepPastKey } from '../db';
import { rekeyInThread, rotated, type Rekeyed, type Rotator } from '../features/keys';
import { actorOf } from '../features/policy';
import { inspectFolder, syncFolder } from '../files';
import {
  canRotate,
  copyUnlocked,
  databaseKey,
  prepareRotation,
  unlockWithPassphrase,
  wipeVault,
  type Rotation,
  type Unlocked,
} from '../keys';
import { createAlone } from './alone';
import { openBase, type Base } from './base';
import { namedDatabase, nextDatabaseName, noteRotation, tidyGenerations } from './generation';
import type { Reopened } from './keeper';
import { keyringSessionOf, rememberKeyring } from './known-keyring';
import type { MakeBaseDeps } from './make-base';
import { statusWithoutBase } from './status-without-base';
import type { RunOnThread } from './task-thread';

export interface RotatorDeps extends Pick<MakeBaseDeps, 'folder' | 'keyring' | 'clock' | 'ids' | 'projections'> {
  readonly base: () => Base;
  readonly onThread: RunOnThread;
  readonly reopening: <T>(
    keys: Unlocked,
    work: () => Promise<Result<Reopened<T>, Failure>>,
  ) => Promise<Result<T, Failure>>;
  readonly onProgress: (status: JobStatus) => void;
}

type Rotated = { readonly generation: number; readonly operations: number; readonly bytes: number };
/** The copy, and its pages as they were while they are sealed anew. */
const ROOM = 2.1;
const WATCH_EVERY_MS = 250;

export function createRotator(deps: RotatorDeps): Rotator {
  const alone = createAlone({ busy: 'keys.rotation-busy', cancelled: 'keys.rotation-cancelled' });
  const room = () => roomIn(deps.folder, deps.base().databaseFile);
  return {
    folder: deps.folder,
    room,
    rotate: (login, passphrase) =>
      alone.run(async (signal) => {
        const base = deps.base();
        const possible = canRotate(keyringSessionOf(base));
        if (!possible.ok) return possible;
        const { bytesNeeded, freeBytes } = room();
        if (freeBytes !== null && freeBytes < bytesNeeded)
          return fail('keys.rotation-space', { missing: Math.ceil((bytesNeeded - freeBytes) / 1_000_000) });
        const proven = await unlockWithPassphrase(deps.folder, { login, passphrase }, deps.keyring);
        if (!proven.ok) return proven;
        return deps.reopening(proven.value, () => rotate(deps, proven.value, signal));
      }),
    cancel: alone.cancel,
  };
}

function roomIn(folder: string, databaseFile: string): ReturnType<Rotator['room']> {
  const bytes = [databaseFile, keysFileOf(databaseFile)].reduce((sum, file) => sum + sizeOf(file), 0);
  return { bytes, bytesNeeded: Math.ceil(bytes * ROOM), freeBytes: inspectFolder(folder).freeBytes };
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

/** With the base closed and its lock held. */
async function rotate(
  deps: RotatorDeps,
  present: Unlocked,
  signal: AbortSignal,
): Promise<Result<Reopened<Rotated>, Failure>> {
  const { folder, clock } = deps;
  tidyGenerations(folder, clock.now());
  const file = nextDatabaseName(folder);
  const prepared = await prepareRotation({ dir: folder, unlocked: present }, file, deps.keyring);
  if (!prepared.ok) return prepared;
  const rotation = prepared.value;
  noteRotation(folder, { file, replaces: present.databaseFile });
  const told = { id: deps.ids(), kind: rotated, startedAt: clock.now() };
  const tell = (change: Partial<JobStatus>): void =>
    deps.onProgress({
      ...statusWithoutBase(told.id, { ...told, progress: null, ending: signal.aborted }),
      ...change,
    });
  const outcome: { written?: Result<Rekeyed, Failure> } = {};
  try {
    outcome.written = await write(deps, { present, rotation, signal, tell });
  } finally {
    const state = outcome.written?.ok ? 'done' : signal.aborted ? 'cancelled' : 'failed';
    tell({ state, finishedAt: clock.now() });
    // The rename counts, whatever came after it.
    const isNew = namedDatabase(folder) === file;
    tidyGenerations(folder, clock.now());
    if (!isNew) wipeVault(rotation.unlocked.secret);
  }
  const { written } = outcome;
  if (written === undefined || (!written.ok && namedDatabase(folder) !== file))
    return written?.ok === false ? written : fail('keys.rotation-cancelled');
  wipeVault(present.secret);
  const operations = written.ok ? written.value.operations : 0;
  const value = { generation: rotation.unlocked.generation, operations, bytes: sizeOf(join(folder, file)) };
  return ok({ unlocked: rotation.unlocked, value });
}

interface Writing {
  readonly present: Unlocked;
  readonly rotation: Rotation;
  readonly signal: AbortSignal;
  readonly tell: (change: Partial<JobStatus>) => void;
}

async function write(deps: RotatorDeps, writing: Writing): Promise<Result<Rekeyed, Failure>> {
  const { present, rotation, signal } = writing;
  const rekeyed = await rekey(deps, writing);
  if (!rekeyed.ok) return rekeyed;
  const noted = noteInNew(deps, { present, rotation });
  if (!noted.ok) return noted;
  syncFolder(deps.folder);
  signal.throwIfAborted();
  const written = rotation.write();
  return written.ok ? rekeyed : written;
}

async function rekey(
  { folder, onThread }: RotatorDeps,
  { present, rotation, signal, tell }: Writing,
): Promise<Result<Rekeyed, Failure>> {
  const [key, next] = [databaseKey(present.secret), databaseKey(rotation.unlocked.secret)];
  const target = join(folder, rotation.unlocked.databaseFile);
  const source = join(folder, present.databaseFile);
  const progress = watchFiles({ source, target }, (state) => tell({ progress: state }));
  try {
    const answer = await onThread(
      rekeyInThread.name,
      { file: target, key: next },
      { target: { file: source, key }, signal, onProgress: progress.heard },
    );
    return answer as Result<Rekeyed, Failure>;
  } finally {
    progress.end();
    key.fill(0);
    next.fill(0);
  }
}

type Progress = JobStatus['progress'] & object;

/** Copying and sealing say nothing until they are over; the growing files do. */
function watchFiles({ source, target }: { source: string; target: string }, tell: (progress: Progress) => void) {
  const latest: { progress: Progress | null } = { progress: null };
  const total = sizeOf(source);
  const growing: Readonly<Record<string, string>> = {
    'rotation-copying': target,
    'rotation-sealing': `${target}-journal`,
  };
  const look = (): void => {
    const { progress } = latest;
    const file = growing[progress?.note ?? ''];
    if (progress !== null)
      tell(file === undefined ? progress : { ...progress, done: Math.min(sizeOf(file), total), total });
  };
  const timer = setInterval(look, WATCH_EVERY_MS);
  return {
    heard(progress: Progress): void {
      latest.progress = progress;
      look();
    },
    end: () => clearInterval(timer),
  };
}

/** The new file says in its own log that it is one, remembers the keyring that will name it, and keeps the key of older copies. */
function noteInNew(
  deps: RotatorDeps,
  { present, rotation }: Pick<Writing, 'present' | 'rotation'>,
): Result<void, Failure> {
  const { folder, clock } = deps;
  const { unlocked } = rotation;
  const opened = openBase(folder, copyUnlocked(unlocked), {
    ...deps,
    create: false,
    onCommitted: () => undefined,
    lock: { release: () => undefined },
  });
  if (!opened.ok) return opened;
  const base = opened.value;
  const key = databaseKey(present.secret);
  try {
    const actor = actorOf(base.read, unlocked.userId ?? '', clock.now());
    if (actor === null) return fail('keys.unknown-user');
    const details = { generation: unlocked.generation };
    base.unitOfWork.run({ command: rotated, actor, always: true, details }, () => ok(undefined));
    keepPastKey(base.write, { generation: unlocked.generation, key });
    rememberKeyring(base.write, unlocked);
    return ok(undefined);
  } finally {
    key.fill(0);
    base.close();
  }
}

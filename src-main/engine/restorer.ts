// Restores a backup into this engine's folder: unlocked with its own passphrase, code or cards, staged and checked on a thread, brought to the
// present schema and perhaps back to an instant, and only then put in the place of what is there.

import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { JobStatus } from '@shared/features/jobs/jobs.contract';
import type { Actor } from '../access';
import { bytesOf, isCopiedKeysFile, type Manifest } from '../backup';
import { noteErasuresBeside, undoneErasures, type ErasureNote } from '../blobs';
import { keepPastKey, type PastKey } from '../db';
import {
  migrateInThread,
  stagedDatabase,
  stageInThread,
  type Opening,
  type Places,
  type Restored,
  type Restorer,
} from '../features/backups';
import type { OlderKey } from '../features/keys';
import { actorOf } from '../features/policy';
import { selectUser } from '../features/users';
import { inspectFolder } from '../files';
import { copyUnlocked, databaseKey, unlockAs, wipeUnlocked, type Unlocked } from '../keys';
import { createAlone } from './alone';
import { openBase, type Base, type BaseDeps } from './base';
import { erasePending } from './erasures';
import { placeRestored, replacedDatabase, stagingFolder, tidyGenerations } from './generation';
import type { MakeBaseDeps } from './make-base';
import { rewindBase } from './rewind-base';
import { statusWithoutBase } from './status-without-base';
import { salvage } from './salvager';
import type { RunOnThread } from './task-thread';

export interface RestorerDeps extends Pick<MakeBaseDeps, 'folder' | 'keyring' | 'clock' | 'ids' | 'projections'> {
  readonly actor: () => Actor | null;
  readonly onThread: RunOnThread;
  readonly places: Places;
  /** Noted beside the open base. */
  readonly erasures: () => readonly ErasureNote[];
  /** The key of the base that is open and those it had before, each with its generation; none where no base is open. */
  readonly presentKeys: () => readonly PastKey[];
  /** Of the open base: ids of people whose way in was taken away, though a copy may have given it back, and whether its own key is one that was left behind before. */
  readonly present: () => { readonly removed: readonly string[]; readonly olderKey: boolean };
  /** Closes the base if it is open, does the work alone under the folder's lock, and says that the base is locked. */
  readonly whileClosed: <T>(work: () => Result<T, Failure>) => Promise<Result<T, Failure>>;
  readonly onProgress: (status: JobStatus) => void;
}

interface Wish extends Opening {
  readonly asOf?: number | undefined;
}

export function createRestorer(deps: RestorerDeps): Restorer {
  const alone = createAlone({ busy: 'backups.busy', cancelled: 'backups.cancelled' });
  return {
    unlock: (opening) => unlockBackup(deps, opening),
    pendingErasures: (folder, manifest, unlocked) => pendingErasures(deps, { folder, manifest, unlocked }),
    async restore(wish) {
      try {
        return await alone.run((signal) => restore(deps, wish, signal));
      } finally {
        if (!alone.isRunning()) rmSync(join(deps.folder, stagingFolder), { recursive: true, force: true });
      }
    },
    salvage: (opening) => alone.run((signal) => salvage(deps, opening, signal)),
    cancel: alone.cancel,
  };
}

function unlockBackup(
  { folder, keyring }: RestorerDeps,
  { folder: from, ...opening }: Opening,
): Promise<Result<Unlocked, Failure>> {
  // A medium that cannot be written counts no wrong attempts; the folder restored to does.
  const attemptsIn = inspectFolder(from).writable || !existsSync(folder) ? from : folder;
  return unlockAs(from, { ...opening, attemptsIn }, keyring);
}

async function restore(deps: RestorerDeps, wish: Wish, signal: AbortSignal): Promise<Result<Restored, Failure>> {
  const replaces = replacedDatabase(deps.folder);
  if (replaces !== null && deps.actor()?.can('base.manage') !== true) return fail('backups.base-present');
  const inspected = await deps.places.inspect(wish.folder);
  if (!inspected.ok) return inspected;
  const fits = fitsHere(deps, inspected.value.manifest, wish);
  if (!fits.ok) return fits;
  const unlocked = await unlockBackup(deps, wish);
  if (!unlocked.ok) return unlocked;
  try {
    return await restoreUnlocked(deps, wish, { unlocked: unlocked.value, signal, replaces });
  } finally {
    wipeUnlocked(unlocked.value);
  }
}

function fitsHere({ folder }: RestorerDeps, manifest: Manifest, { asOf }: Wish): Result<void, Failure> {
  if (asOf !== undefined && asOf > manifest.madeAt) return fail('backups.made-before', { madeAt: manifest.madeAt });
  const { freeBytes, writable } = inspectFolder(folder);
  if (!writable) return fail('backups.target-read-only', { target: folder });
  const needed = bytesOf(manifest) * 1.2;
  if (freeBytes !== null && freeBytes < needed)
    return fail('backups.target-full', { target: folder, missing: Math.ceil((needed - freeBytes) / 1_000_000) });
  return ok(undefined);
}

interface Restoring {
  readonly unlocked: Unlocked;
  readonly signal: AbortSignal;
  readonly replaces: string | null;
}

async function restoreUnlocked(
  deps: RestorerDeps,
  wish: Wish,
  { unlocked, signal, replaces }: Restoring,
): Promise<Result<Restored, Failure>> {
  const { folder, clock } = deps;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (replaces === null) tidyGenerations(folder, clock.now());
  const staging = join(folder, stagingFolder);
  rmSync(staging, { recursive: true, force: true });
  const staged = await stage(deps, { from: wish.folder, staging, unlocked, signal });
  if (!staged.ok) return signal.aborted ? fail('backups.cancelled') : staged;
  const prepared = await prepare(deps, wish, { staging, unlocked, signal, manifest: staged.value });
  if (!prepared.ok) return prepared;
  const presentKey = deps.presentKeys()[0]?.key ?? null;
  const placed = await deps.whileClosed(() =>
    placeRestored(folder, { unlocked, staged: stagedDatabase, replaces, presentKey, now: clock.now() }),
  );
  presentKey?.fill(0);
  return placed.ok ? ok({ ...prepared.value, keptAs: placed.value }) : placed;
}

/** Whoever the backup still holds and who was erased since: as it says itself, or as the open base does. */
function pendingErasures(
  { erasures }: RestorerDeps,
  { folder, manifest, unlocked }: { readonly folder: string; readonly manifest: Manifest; readonly unlocked: Unlocked },
): number {
  const listed = manifest.files.find(({ path }) => isCopiedKeysFile(path));
  const key = databaseKey(unlocked.secret);
  try {
    const path = listed === undefined ? null : join(folder, listed.path);
    return undoneErasures({ path, databaseKey: key }, erasures()).length;
  } finally {
    key.fill(0);
  }
}

interface Staging {
  readonly from: string;
  readonly staging: string;
  readonly unlocked: Unlocked;
  readonly signal: AbortSignal;
}

/** Copied and checked, then brought to the present schema: both on a thread, told as one piece of work. */
async function stage(
  deps: RestorerDeps,
  { from, staging, unlocked, signal }: Staging,
): Promise<Result<Manifest, Failure>> {
  const key = databaseKey(unlocked.secret);
  const id = deps.ids();
  const startedAt = deps.clock.now();
  const onThread = (task: string, input: unknown): Promise<Result<unknown, Failure>> =>
    deps.onThread(task, input, {
      target: { file: join(staging, stagedDatabase), key },
      signal,
      onProgress: (progress) =>
        deps.onProgress(
          statusWithoutBase(id, { kind: 'backups.restore', startedAt, progress, ending: signal.aborted }),
        ),
    });
  try {
    const staged = await onThread(stageInThread.name, { from, to: staging });
    if (!staged.ok) return staged;
    const migrated = await onThread(migrateInThread.name, {});
    signal.throwIfAborted();
    return migrated.ok ? (staged as Result<Manifest, Failure>) : migrated;
  } finally {
    key.fill(0);
  }
}

interface Preparing extends Omit<Staging, 'from'> {
  readonly manifest: Manifest;
}

type Prepared = Omit<Restored, 'keptAs'>;

/** What was erased since the copy was made is erased from it first. */
function noteErasures(staging: string, unlocked: Unlocked, notes: readonly ErasureNote[]): void {
  const key = databaseKey(unlocked.secret);
  try {
    noteErasuresBeside({ databaseFile: join(staging, stagedDatabase), databaseKey: key }, notes);
  } finally {
    key.fill(0);
  }
}

/** The copy opens, is a device of its own, says in its ledger where it came from, and goes back to the instant asked for. */
async function prepare(
  deps: RestorerDeps,
  { asOf }: Wish,
  { staging, unlocked, signal, manifest }: Preparing,
): Promise<Result<Prepared, Failure>> {
  noteErasures(staging, unlocked, deps.erasures());
  const opened = openStaged(deps, staging, unlocked);
  if (!opened.ok) return opened;
  const base = opened.value;
  try {
    const erased = erasePending(base, deps);
    const actor = actorIn(base, unlocked, deps.clock.now());
    if (actor === null) return fail('keys.unknown-user');
    const details = {
      ...(erased === 0 ? {} : { erased }),
      madeAt: manifest.madeAt,
      operations: manifest.audit.operations,
      ...(asOf === undefined ? {} : { asOf }),
      ...olderKey(deps, base),
    };
    const breathe = async (): Promise<void> => {
      await new Promise<void>((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    };
    const rewound = asOf === undefined ? 0 : await rewindBase(base, { asOf, actor, ids: deps.ids, breathe });
    rememberKeys(base, deps.presentKeys());
    base.unitOfWork.run({ command: 'backups.restore', actor, always: true, details }, () => ok(undefined));
    return ok({ rewound, erased });
  } finally {
    base.close();
  }
}

/** Of a copy under a key that the base has left behind: whoever has that key, and whoever has left since, is in again. */
function olderKey({ presentKeys, present }: RestorerDeps, { read, unlocked }: Base): Partial<OlderKey> {
  const own = databaseKey(unlocked.secret);
  const [newest, ...past] = presentKeys();
  const before = past.find(({ key }) => own.equals(key));
  const isPresent = newest !== undefined && own.equals(newest.key);
  own.fill(0);
  const { removed, olderKey: isOlder } = present();
  // One of a later generation is the way back to the key that such a copy has put aside.
  const isLeft = isPresent ? isOlder : before !== undefined && before.generation <= newest!.generation;
  if (!isLeft) return {};
  return { olderKey: true, returned: removed.filter((id) => read.first(selectUser({ id }))?.status === 'active') };
}

/** Copies that are younger than the one restored are the base's copies too, should its key have been changed in between. */
function rememberKeys({ write, unlocked }: Base, keys: readonly PastKey[]): void {
  const own = databaseKey(unlocked.secret);
  for (const past of keys) if (!own.equals(past.key)) keepPastKey(write, past);
  own.fill(0);
}

type StagedDeps = Omit<BaseDeps, 'onCommitted'>;

export const openStaged = (
  { clock, ids, projections }: StagedDeps,
  staging: string,
  unlocked: Unlocked,
): Result<Base, Failure> =>
  openBase(
    staging,
    { ...copyUnlocked(unlocked), databaseFile: stagedDatabase },
    {
      clock,
      ids,
      projections,
      onCommitted: () => undefined,
      create: false,
      asNewDevice: true,
    },
  );

const actorIn = (base: Base, { userId }: Unlocked, now: number): Actor | null => actorOf(base.read, userId ?? '', now);

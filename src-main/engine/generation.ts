// Putting a restored copy in the place of the base: prepared beside it, made real by one rename of the keyring, undone or finished
// at the next start when it was cut off. The base before it stays whole in a folder of its own for a week.

import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Failure, Result } from '@shared/core/result';
import { ok } from '@shared/core/result';
import { copyFile, filesBelow, syncFolders, tryLink } from '../backup';
import { blobsFolder, keysFileOf, mergeSubjectKeys } from '../blobs';
import { syncFolder, writeFileAtomic } from '../files';
import {
  adoptKeyring,
  attemptsFile,
  databaseKey,
  hasKeyring,
  keyringBackupFile,
  keyringFile,
  recoveryFiles,
  type Unlocked,
} from '../keys';
import { finishMark, markUnfinished } from './base-folder';

/** The copy on its way; a base folder of its own. */
export const stagingFolder = 'restoring';
/** Names the database that is about to be adopted, and the one it replaces. Of a rotation (`drops`) nothing of that one is worth keeping. */
const noteFile = 'restore.json';
const kept = 'kept-';
const KEPT_MS = 7 * 24 * 3_600_000;
const Note = z.object({
  file: z.string(),
  replaces: z.string().nullable(),
  keptAs: z.string().nullable(),
  drops: z.boolean().default(false),
});
const suffixes = ['', '-wal', '-shm'];
const noStride = { onBytes: () => undefined };

interface Placing {
  readonly unlocked: Unlocked;
  /** Name of the staged database. */
  readonly staged: string;
  /** Name of the present base's database, null where there is none. */
  readonly replaces: string | null;
  /** The 48 raw bytes of that one, where its key is known; of a base that was open it is. */
  readonly presentKey: Uint8Array | null;
  readonly now: number;
}

/** Answers the name of the folder that the base before is kept in. The caller holds the folder's lock, and nobody has the base open. */
export function placeRestored(
  folder: string,
  { unlocked, staged, replaces, presentKey, now }: Placing,
): Result<string | null, Failure> {
  const staging = join(folder, stagingFolder);
  const file = nextDatabaseName(folder);
  const keptAs = replaces === null ? null : keepPresent(folder, { database: replaces, now });
  writeFileAtomic(join(folder, noteFile), JSON.stringify({ file, replaces, keptAs }));
  // Without a keyring yet: what lies here is no base that lost its keys.
  if (replaces === null) markUnfinished(folder);
  renameSync(join(staging, staged), join(folder, file));
  moveBlobs(staging, folder);
  if (existsSync(join(staging, keysFileOf(staged))))
    renameSync(join(staging, keysFileOf(staged)), join(folder, keysFileOf(file)));
  if (replaces !== null) keepKeys(folder, { from: replaces, to: file, unlocked, presentKey });
  syncFolder(folder);
  const adopted = adoptKeyring({ from: staging, to: folder, unlocked, databaseFile: file });
  if (!adopted.ok) return adopted;
  tidyGenerations(folder, now);
  return ok(keptAs);
}

/** Of the same base: attachments added since the copy keep their keys, and what was erased since stays erased. */
function keepKeys(
  folder: string,
  { from, to, unlocked, presentKey }: Pick<Placing, 'unlocked' | 'presentKey'> & { from: string; to: string },
): void {
  const key = databaseKey(unlocked.secret);
  try {
    mergeSubjectKeys(
      { databaseFile: join(folder, from), databaseKey: presentKey ?? key },
      { databaseFile: join(folder, to), databaseKey: key },
    );
  } finally {
    key.fill(0);
  }
}

/** After a restore that was finished or cut off: takes away what is left over, and bases kept longer than a week. */
export function tidyGenerations(folder: string, now: number): void {
  const note = readNote(folder);
  if (note?.drops === true) return tidyRotation(folder, note);
  if (note !== null) {
    const isAdopted = namedDatabase(folder) === note.file;
    const leftover = isAdopted ? note.replaces : note.file;
    const isKept = note.keptAs !== null && existsSync(join(folder, note.keptAs));
    if (leftover !== null && (!isAdopted || isKept)) removeDatabase(folder, leftover);
    if (isAdopted) rmSync(join(folder, attemptsFile), { force: true });
  }
  rmSync(join(folder, stagingFolder), { recursive: true, force: true });
  rmSync(join(folder, noteFile), { force: true });
  if (note !== null) finishMark(folder);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!name.startsWith(kept)) continue;
    const until = Number(/^kept-(\d+)/.exec(name)?.[1] ?? 0) + KEPT_MS;
    if (name.endsWith('.partial') || now > until) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Before a database under a new key is written: whatever happens next, one of the two is the base and the other is cleared away. */
export function noteRotation(folder: string, { file, replaces }: { file: string; replaces: string }): void {
  writeFileAtomic(join(folder, noteFile), JSON.stringify({ file, replaces, keptAs: null, drops: true }));
}

/** The old database goes when both keyring files name the new one: should one of them be lost, the other still leads somewhere. */
function tidyRotation(folder: string, { file, replaces }: z.infer<typeof Note>): void {
  const named = databasesNamed(folder);
  const isAdopted = named.every((name) => name === file);
  if (!isAdopted && named.includes(file)) return;
  const leftover = isAdopted ? replaces : file;
  if (leftover !== null) removeDatabase(folder, leftover);
  rmSync(join(folder, noteFile), { force: true });
}

/** A base folder of its own, made of second names for the same files: `kept-<ms>`. Opening that folder opens the base as it was. */
function keepPresent(folder: string, { database, now }: { database: string; now: number }): string {
  const name = `${kept}${now}`;
  const partial = join(folder, `${name}.partial`);
  mkdirSync(partial, { mode: 0o700 });
  const blobs = filesBelow(join(folder, blobsFolder)).map((blob) => `${blobsFolder}/${blob}`);
  const logs = [`${database}-wal`].filter(
    (log) => (statSync(join(folder, log), { throwIfNoEntry: false })?.size ?? 0) > 0,
  );
  for (const file of [database, ...logs, ...blobs]) linkOrCopy(join(folder, file), join(partial, file));
  // These go on being written to under their names.
  const keys = [keysFileOf(database), `${keysFileOf(database)}-wal`];
  for (const file of [keyringFile, keyringBackupFile, ...recoveryFiles, ...keys])
    if (existsSync(join(folder, file))) copyFile(join(folder, file), join(partial, file), noStride);
  syncFolders(partial);
  renameSync(partial, join(folder, name));
  syncFolder(folder);
  return name;
}

function linkOrCopy(from: string, to: string): void {
  if (!tryLink(from, to)) copyFile(from, to, noStride);
}

/** Attachments are named by their content; what comes from the copy was just read and found whole. */
function moveBlobs(staging: string, folder: string): void {
  for (const name of filesBelow(join(staging, blobsFolder))) {
    const target = join(folder, blobsFolder, name);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    renameSync(join(staging, blobsFolder, name), target);
  }
  if (existsSync(join(folder, blobsFolder))) syncFolders(join(folder, blobsFolder));
}

export function nextDatabaseName(folder: string): string {
  const numbers = readdirSync(folder).map((name) => Number(/^data-(\d+)\.(?:keys\.)?db/.exec(name)?.[1] ?? 0));
  return `data-${Math.max(0, ...numbers) + 1}.db`;
}

function removeDatabase(folder: string, name: string): void {
  for (const file of [name, keysFileOf(name)])
    for (const suffix of suffixes) rmSync(join(folder, `${file}${suffix}`), { force: true });
}

/** The database the keyring names, read without trusting anything else in it. */
export const namedDatabase = (folder: string): string | null =>
  databasesNamed(folder).find((name) => name !== null) ?? null;

/** By the keyring and by its twin; null where one says nothing. */
function databasesNamed(folder: string): (string | null)[] {
  const shape = z.looseObject({ db: z.looseObject({ file: z.string() }) });
  return [keyringFile, keyringBackupFile].map((file) => {
    const named = shape.safeParse(parsedFile(join(folder, file)));
    return named.success ? named.data.db.file : null;
  });
}

function readNote(folder: string): z.infer<typeof Note> | null {
  const note = Note.safeParse(parsedFile(join(folder, noteFile)));
  return note.success ? note.data : null;
}

function parsedFile(path: string): unknown {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export const replacedDatabase = (folder: string): string | null => (hasKeyring(folder) ? namedDatabase(folder) : null);

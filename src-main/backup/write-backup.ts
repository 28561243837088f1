// Writes one backup beside its final name: the database first, then what belongs to it, the manifest last. Gives it its name only
// when the caller has looked at it and found it whole.

import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '@shared/core/result';
import { ok } from '@shared/core/result';
import { blobsFolder, copySubjectKeys, keysFileOf, type SubjectKeysPlace } from '../blobs';
import { copyDatabase, databaseErrorCode } from '../db';
import { fileErrorCode, syncFolder } from '../files';
import { keyringBackupFile, keyringFile, recoveryFiles } from '../keys';
import { copyFile, filesBelow, hashFile, syncFile, syncFolders, tryLink, type Stride } from './copy-file';
import { backupFoldersIn, partialName } from './folder-names';
import {
  copiedDatabaseFile,
  copiedKeysFile,
  manifestFile,
  readManifest,
  sealManifest,
  type ManifestBody,
  type ManifestFile,
} from './manifest';

export const readmeFile = 'README.txt';

export interface BackupSource {
  readonly baseFolder: string;
  readonly databaseFile: string;
  /** 48 raw bytes: data key, then salt. */
  readonly key: Uint8Array;
}

export interface BackupPlace {
  readonly target: string;
  readonly name: string;
  readonly readme: string;
}

export type Draft = Pick<ManifestBody, 'vaultId' | 'appVersion' | 'schema' | 'madeAt'>;
export type Looked = Pick<ManifestBody, 'counts' | 'audit'>;
type CopyFailure = Extract<ReturnType<typeof copyDatabase>, { ok: false }>['error'];

export interface Steps extends Stride {
  /** What comes next. */
  onStep(note: 'backup-copying' | 'backup-files' | 'backup-checking', bytes: number): void;
  /** Opens the copy and looks whether it is whole; throws or answers a failure when it is not. */
  look(copy: string): Result<Looked, CopyFailure | { code: 'backups.damaged' }>;
}

/** Answers the folder of the whole backup. Whatever fails or is ended leaves nothing behind but the removal of the partial. */
export function writeBackup(
  source: BackupSource,
  place: BackupPlace,
  { draft, steps }: { readonly draft: Draft; readonly steps: Steps },
): Result<{ readonly folder: string; readonly bytes: number }, CopyFailure | { code: 'backups.damaged' }> {
  const partial = join(place.target, partialName(place.name));
  const folder = join(place.target, place.name);
  mkdirSync(partial, { mode: 0o700 });
  try {
    steps.onStep('backup-copying', sizeOf(source.databaseFile));
    const copy = join(partial, copiedDatabaseFile);
    const copied = copyDatabase({ file: source.databaseFile, key: source.key, target: copy });
    if (!copied.ok) return discard(partial, copied);
    syncFile(copy);
    steps.onStep('backup-files', sizeOf(copy));
    const files: ManifestFile[] = [{ path: copiedDatabaseFile, ...hashFile(copy, steps) }];
    for (const name of keyFilesIn(source.baseFolder))
      files.push({ path: name, ...copyFile(join(source.baseFolder, name), join(partial, name), steps) });
    files.push(...copyKeys(source, { partial, steps }), ...copyBlobs(source, { place, partial, steps }));
    steps.onStep('backup-checking', sizeOf(copy));
    const looked = steps.look(copy);
    if (!looked.ok) return discard(partial, looked);
    writeFileSync(join(partial, readmeFile), place.readme);
    writeFileSync(
      join(partial, manifestFile),
      sealedFor(source, { kind: 'diwan-backup', format: 1, ...draft, ...looked.value, files }),
    );
    for (const name of [readmeFile, manifestFile]) syncFile(join(partial, name));
    syncFolders(partial);
    renameSync(partial, folder);
    syncFolder(place.target);
    return ok({ folder, bytes: files.reduce((sum, file) => sum + file.bytes, 0) });
  } catch (error) {
    discard(partial, null);
    throw error;
  }
}

const sealedFor = ({ key }: BackupSource, body: ManifestBody): string => sealManifest(body, key.subarray(0, 32));

/** The next backup of this device removes what cannot be removed now. */
function discard<T>(partial: string, outcome: T): T {
  try {
    rmSync(partial, { recursive: true, force: true });
  } catch (error) {
    if (fileErrorCode(error) === null) throw error;
  }
  return outcome;
}

interface Copying {
  readonly place: BackupPlace;
  readonly partial: string;
  readonly steps: Steps;
}

/** After the database, so that no attachment in the copy is without its key. */
function copyKeys({ databaseFile, key }: BackupSource, { partial, steps }: Omit<Copying, 'place'>): ManifestFile[] {
  const path = join(partial, copiedKeysFile);
  if (!takeKeys({ databaseFile, databaseKey: key }, path)) return [];
  syncFile(path);
  return [{ path: copiedKeysFile, ...hashFile(path, steps) }];
}

/** Damaged keys are copied as they are: they must not keep the base from its copy, and the full check names them. */
function takeKeys(place: SubjectKeysPlace, target: string): boolean {
  try {
    return copySubjectKeys(place, target);
  } catch (error) {
    if (databaseErrorCode(error) !== 'db.damaged') throw error;
    copyFileSync(keysFileOf(place.databaseFile), target);
    return true;
  }
}

/** Attachments never change under their name, so what an earlier backup on the same target holds gets a second name there. */
function copyBlobs({ baseFolder }: BackupSource, { place, partial, steps }: Copying): ManifestFile[] {
  const earlier = earlierBlobs(place.target);
  return filesBelow(join(baseFolder, blobsFolder)).flatMap((name) => {
    const path = `${blobsFolder}/${name}`;
    const from = join(baseFolder, path);
    const size = statSync(from, { throwIfNoEntry: false })?.size;
    // One that is gone by now is no longer referred to by anything the copy holds.
    if (size === undefined || /\.(?:tmp|partial)$/.test(name)) return [];
    const known = earlier.get(path);
    if (known?.file.bytes === size && tryLink(join(known.folder, path), join(partial, path))) return [known.file];
    return [{ path, ...copyFile(from, join(partial, path), steps) }];
  });
}

function earlierBlobs(target: string): ReadonlyMap<string, { folder: string; file: ManifestFile }> {
  const known = new Map<string, { folder: string; file: ManifestFile }>();
  for (const folder of backupFoldersIn(target).toSorted()) {
    const manifest = readManifest(folder);
    if (!manifest.ok) continue;
    for (const file of manifest.value.files)
      if (file.path.startsWith(`${blobsFolder}/`)) known.set(file.path, { folder, file });
  }
  return known;
}

/** Bases of the first releases have no key for the stock tools. */
const keyFilesIn = (folder: string): string[] => [
  keyringFile,
  keyringBackupFile,
  ...recoveryFiles.filter((name) => existsSync(join(folder, name))),
];

const sizeOf = (path: string): number => statSync(path).size;

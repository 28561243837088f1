// Is a backup whole? Names and sizes at once, every byte on request. Needs no key: the seal and the pages are looked at later.

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { localMigrationCount } from '../db';
import { hashFile, type Stride } from './copy-file';
import { readManifest, type Manifest, type ManifestError } from './manifest';

export type BackupError = ManifestError | Failure<'backups.newer' | 'backups.damaged'>;

/** Manifest and sizes: truncation, missing files and what a newer program made are found without reading much. */
export function inspectBackup(folder: string): Result<Manifest, BackupError> {
  const manifest = readManifest(folder);
  if (!manifest.ok) return manifest;
  const { schema, files } = manifest.value;
  if (schema > localMigrationCount) return fail('backups.newer', { found: schema, known: localMigrationCount });
  const wrong = files.find(
    ({ path, bytes }) => statSync(join(folder, path), { throwIfNoEntry: false })?.size !== bytes,
  );
  return wrong === undefined ? manifest : fail('backups.damaged', { file: wrong.path });
}

/** Every byte against the manifest. */
export function checkBytes(
  folder: string,
  manifest: Manifest,
  stride: Stride,
): Result<void, Failure<'backups.damaged'>> {
  const wrong = manifest.files.find(({ path, sha256 }) => hashFile(join(folder, path), stride).sha256 !== sha256);
  return wrong === undefined ? ok(undefined) : fail('backups.damaged', { file: wrong.path });
}

export const bytesOf = ({ files }: Manifest): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

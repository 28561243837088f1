// Takes destroyed keys out of the backups of this base on one target, and notes in them who was erased: what was erased must not come
// back from a copy that is still within reach. The manifest's rename is the moment it happens; what is left of the old keys is removed now or by the next backup.

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeErasures, writeWithout, type Destroyed } from '../blobs';
import { syncFolder, writeFileAtomic } from '../files';
import { inspectBackup } from './check-backup';
import { hashFile, syncFile } from './copy-file';
import { backupFoldersIn } from './folder-names';
import {
  copiedKeysFile,
  isCopiedKeysFile,
  keyOfCopy,
  manifestFile,
  sealManifest,
  type Manifest,
  type ManifestFile,
} from './manifest';
import type { BaseOfCopies } from './rotate';

const noStride = { onBytes: () => undefined };

/** Answers the backups that were changed. One that is damaged or another base's is left as it is. */
export function forgetKeys(target: string, base: BaseOfCopies, destroyed: Destroyed): string[] {
  if (destroyed.subjects.length === 0 && destroyed.erasures.length === 0) return [];
  return backupFoldersIn(target).filter((folder) => {
    const manifest = inspectBackup(folder);
    if (!manifest.ok || manifest.value.vaultId !== base.vaultId) return false;
    const key = keyOfCopy(manifest.value, base.keys);
    if (key === null) return false;
    const changed = forgetIn(folder, manifest.value, { key, destroyed });
    removeUnlisted(folder, changed ?? manifest.value);
    return changed !== null;
  });
}

interface Forgetting {
  /** Of the copy. */
  readonly key: Uint8Array;
  readonly destroyed: Destroyed;
}

function forgetIn(folder: string, manifest: Manifest, forgetting: Forgetting): Manifest | null {
  const listed = manifest.files.find(({ path }) => isCopiedKeysFile(path));
  const path = listed === undefined ? copiedKeysFile : nextName(listed.path);
  const written = join(folder, path);
  rmSync(written, { force: true });
  if (!writeKeys(folder, listed, { ...forgetting, written })) return null;
  syncFile(written);
  const file = { path, ...hashFile(written, noStride) };
  const files = [...manifest.files.filter((one) => one !== listed), file];
  const { mac: _, ...body } = manifest;
  syncFolder(folder);
  writeFileAtomic(join(folder, manifestFile), sealManifest({ ...body, files }, forgetting.key.subarray(0, 32)));
  return { ...manifest, files };
}

/** Whether there was anything to forget, or to note. */
function writeKeys(
  folder: string,
  listed: ManifestFile | undefined,
  { key: databaseKey, destroyed, written }: Forgetting & { readonly written: string },
): boolean {
  return listed === undefined
    ? writeErasures({ path: written, databaseKey }, destroyed)
    : writeWithout({ path: join(folder, listed.path), databaseKey }, destroyed, written);
}

/** `data.keys.db`, `data.2.keys.db`, `data.3.keys.db` … */
function nextName(path: string): string {
  const number = Number(/^data\.(\d+)\./.exec(path)?.[1] ?? 1);
  return `data.${number + 1}.keys.db`;
}

function removeUnlisted(folder: string, { files }: Manifest): void {
  for (const name of readdirSync(folder))
    if (isCopiedKeysFile(name) && files.every(({ path }) => path !== name)) rmSync(join(folder, name), { force: true });
}

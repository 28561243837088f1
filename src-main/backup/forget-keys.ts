// Takes destroyed keys out of the backups of this base on one target: what was erased must not come back from a copy that is still
// within reach. The manifest's rename is the moment it happens; what is left of the old keys is removed now or by the next backup.

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWithout, type Destroyed } from '../blobs';
import { syncFolder, writeFileAtomic } from '../files';
import { inspectBackup } from './check-backup';
import { hashFile, syncFile } from './copy-file';
import { backupFoldersIn } from './folder-names';
import { hasTrueSeal, isCopiedKeysFile, manifestFile, sealManifest, type Manifest } from './manifest';

interface BaseOfCopies {
  readonly vaultId: string;
  /** 48 raw bytes: data key, then salt. */
  readonly key: Uint8Array;
}

const noStride = { onBytes: () => undefined };

/** Answers the backups that were changed. One that is damaged or another base's is left as it is. */
export function forgetKeys(target: string, base: BaseOfCopies, destroyed: Destroyed): string[] {
  if (destroyed.subjects.length === 0) return [];
  return backupFoldersIn(target).filter((folder) => {
    const manifest = inspectBackup(folder);
    if (!manifest.ok || manifest.value.vaultId !== base.vaultId) return false;
    if (!hasTrueSeal(manifest.value, base.key.subarray(0, 32))) return false;
    const changed = forgetIn(folder, manifest.value, { base, destroyed });
    removeUnlisted(folder, changed ?? manifest.value);
    return changed !== null;
  });
}

interface Forgetting {
  readonly base: BaseOfCopies;
  readonly destroyed: Destroyed;
}

function forgetIn(folder: string, manifest: Manifest, { base, destroyed }: Forgetting): Manifest | null {
  const listed = manifest.files.find(({ path }) => isCopiedKeysFile(path));
  if (listed === undefined) return null;
  const path = nextName(listed.path);
  const written = join(folder, path);
  rmSync(written, { force: true });
  if (!writeWithout({ path: join(folder, listed.path), databaseKey: base.key }, destroyed, written)) return null;
  syncFile(written);
  const files = manifest.files.map((file) => (file === listed ? { path, ...hashFile(written, noStride) } : file));
  const { mac: _, ...body } = manifest;
  syncFolder(folder);
  writeFileAtomic(join(folder, manifestFile), sealManifest({ ...body, files }, base.key.subarray(0, 32)));
  return { ...manifest, files };
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

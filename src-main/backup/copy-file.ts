// Copying and hashing files of any size in small steps, to the disk itself; for threads, which may block.

import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  readdirSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder, systemCode } from '../files';
import { createSha256 } from '../keys';

const CHUNK = 1024 * 1024;

export interface Stride {
  /** Called with the bytes of each step; throws to end the work. */
  onBytes(count: number): void;
}

export interface Hashed {
  readonly bytes: number;
  readonly sha256: string;
}

export function hashFile(path: string, { onBytes }: Stride): Hashed {
  const hash = createSha256();
  let bytes = 0;
  eachChunk(path, (chunk) => {
    hash.update(chunk);
    bytes += chunk.length;
    onBytes(chunk.length);
  });
  return { bytes, sha256: hash.digest() };
}

/** Makes the folders on the way; the target must not exist. Synced when it returns, its name in the folder not yet. */
export function copyFile(from: string, to: string, { onBytes }: Stride): Hashed {
  mkdirSync(dirname(to), { recursive: true });
  const target = openSync(to, 'wx', 0o600);
  const hash = createSha256();
  let bytes = 0;
  try {
    eachChunk(from, (chunk) => {
      hash.update(chunk);
      for (let written = 0; written < chunk.length;) written += writeSync(target, chunk, written);
      bytes += chunk.length;
      onBytes(chunk.length);
    });
    fsyncSync(target);
  } finally {
    closeSync(target);
  }
  return { bytes, sha256: hash.digest() };
}

/** A second name for the same content; false where the file system has none such. */
export function tryLink(from: string, to: string): boolean {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    const code = systemCode(error);
    if (code !== null && withoutLinks.has(code)) return false;
    throw error;
  }
}

const withoutLinks: ReadonlySet<string> = new Set([
  'EPERM',
  'EXDEV',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'ENOENT',
]);

export function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The folder and every folder in it, innermost first. */
export function syncFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) syncFolders(join(folder, entry.name));
  syncFolder(folder);
}

/** Paths of the files below a folder, with forward slashes, sorted; none when there is no such folder. */
export function filesBelow(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted();
}

function eachChunk(path: string, take: (chunk: Uint8Array) => void): void {
  const handle = openSync(path, 'r');
  const buffer = Buffer.alloc(CHUNK);
  try {
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) take(buffer.subarray(0, read));
  } finally {
    closeSync(handle);
  }
}

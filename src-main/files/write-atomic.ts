// Replaces a small file so that a crash, a kill or a power cut leaves either the old content or the new one, never a mixture.

import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const ownerOnly = 0o600;
const renameAttempts = 10;
const renamePauseMs = 200;

/**
 * Writes `path.tmp` beside the target, fsync, rename over the target, fsync of the folder. A left-over `.tmp` of an
 * earlier crash is replaced. Throws the system's error (ENOSPC, EROFS, EACCES, ENOENT …) and then leaves the target untouched.
 */
export function writeFileAtomic(path: string, content: Uint8Array | string): void {
  const temporary = `${path}.tmp`;
  rmSync(temporary, { force: true });
  try {
    writeAndSync(temporary, typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
    renamePatiently(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** Makes renames and new names in a folder durable. Windows has no such call: NTFS journals them. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function writeAndSync(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, 'wx', ownerOnly);
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** On Windows a virus scanner may hold the target open for a moment; elsewhere the first attempt decides. */
function renamePatiently(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return renameSync(from, to);
    } catch (error) {
      if (process.platform !== 'win32' || attempt === renameAttempts || !isSharingViolation(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, renamePauseMs);
    }
  }
}

const isSharingViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EPERM', 'EACCES', 'EBUSY'].includes(String(error.code));

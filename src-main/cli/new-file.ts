// A file for a secret: opened before the secret is made, because one that cannot be written down would be lost.

import { closeSync, fsyncSync, lstatSync, openSync, rmSync, writeSync } from 'node:fs';
import { fail, ok, type Failure, type Result } from '@shared/core/result';

/** Readable by its owner only. An empty file is what an attempt that was killed leaves behind, and is used. */
export function openNew(path: string): Result<number, Failure<'cli.file-exists' | 'cli.file-unwritable'>> {
  try {
    if (isEmptyFile(path)) rmSync(path);
    return ok(openSync(path, 'wx', 0o600));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') return fail('cli.file-exists', { file: path });
    if (code !== undefined) return fail('cli.file-unwritable', { file: path, reason: code });
    throw error;
  }
}

function isEmptyFile(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === 0;
}

export function writeAndClose(file: number, text: string): void {
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
}

// How a file is known again: its size and a hash of its first and last mebibyte. Enough to notice that it was changed.

import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { sha256 } from '../../keys';
import { fileErrorCode } from '../../files';

const SPAN = 1024 * 1024;

export interface FileMark {
  readonly size: number;
  readonly hash: string;
}

/** Throws the system's error when the file cannot be read. */
export function markOf(path: string): FileMark {
  const { size } = statSync(path);
  const handle = openSync(path, 'r');
  try {
    const head = Buffer.alloc(Math.min(SPAN, size));
    const tail = Buffer.alloc(Math.min(SPAN, size));
    readSync(handle, head, 0, head.length, 0);
    readSync(handle, tail, 0, tail.length, size - tail.length);
    return { size, hash: sha256(Buffer.concat([head, tail])).toString('hex') };
  } finally {
    closeSync(handle);
  }
}

export function sameFile({
  file_path,
  file_size,
  file_hash,
}: {
  file_path: string;
  file_size: number;
  file_hash: string;
}): 'same' | 'changed' | 'missing' {
  try {
    const mark = markOf(file_path);
    return mark.size === file_size && mark.hash === file_hash ? 'same' : 'changed';
  } catch (error) {
    if (fileErrorCode(error) !== null) return 'missing';
    throw error;
  }
}

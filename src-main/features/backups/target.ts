// Can a place take a copy of the base now? Asked before anything is written, so that the answer is plain words, not half a copy.

import { realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { inspectFolder, systemCode } from '../../files';

export type TargetError = Failure<
  'backups.folder-missing' | 'backups.target-read-only' | 'backups.target-inside' | 'backups.target-full'
>;

interface Wanted {
  readonly baseFolder: string;
  /** Bytes the copy takes at most. */
  readonly needed: number;
}

/** Room for the manifest, the file system's own needs and what is written meanwhile. */
const SPARE_BYTES = 4 * 1024 * 1024;

export function checkTarget(target: string, { baseFolder, needed }: Wanted): Result<void, TargetError> {
  if (!isFolder(target)) return fail('backups.folder-missing', { target });
  if (isWithin(target, baseFolder)) return fail('backups.target-inside', { target });
  const { writable, freeBytes } = inspectFolder(target);
  if (!writable) return fail('backups.target-read-only', { target });
  if (freeBytes !== null && freeBytes < needed + SPARE_BYTES)
    return fail('backups.target-full', { target, missing: Math.ceil((needed + SPARE_BYTES - freeBytes) / 1_000_000) });
  return ok(undefined);
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    // Too long a name, a file in the way, a disk that does not answer: no folder that could take anything.
    if (systemCode(error) === null) throw error;
    return false;
  }
}

export const sameDisk = (a: string, b: string): boolean =>
  isFolder(a) && isFolder(b) && statSync(a).dev === statSync(b).dev;

/** A copy inside the base would be lost with it, and copied again by the next one. */
function isWithin(target: string, baseFolder: string): boolean {
  const [inner, outer] = [realpathSync(target), realpathSync(baseFolder)];
  return inner === outer || inner.startsWith(outer + sep);
}

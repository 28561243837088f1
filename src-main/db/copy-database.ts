// A copy of a database as it stands at one moment, made while others go on writing. `backup()` of the library refuses encrypted
// files; VACUUM INTO writes a compact one under the same key and salt, from a read connection of its own.

import type { Result } from '@shared/core/result';
import { ok } from '@shared/core/result';
import { openDatabase, type OpenError } from './open';

export interface CopyInput {
  readonly file: string;
  /** 48 raw bytes. Stays the caller's. */
  readonly key: Uint8Array;
  /** Must not exist. */
  readonly target: string;
}

/** Throws SQLite's error when the target cannot take it (`databaseErrorCode` knows it). The copy is not yet synced. */
export function copyDatabase({ file, key, target }: CopyInput): Result<void, OpenError> {
  const source = openDatabase({ file, key, mode: 'copier' });
  if (!source.ok) return source;
  try {
    source.value.prepare('vacuum into ?').run(target);
    return ok(undefined);
  } finally {
    source.value.close();
  }
}

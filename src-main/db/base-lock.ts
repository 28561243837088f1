// One process per base. The lock is the operating system's own, taken by SQLite on an empty file, so it ends with the process however
// that ends: no stale lock file, no process number to be guessed at.

import { statSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { fileErrorCode } from '../files';
import { databaseErrorCode } from './database-error';
import { addonFolder, nativeBinding } from './native-binding';

export const baseLockFile = 'base.lock';

export interface BaseLock {
  release(): void;
}

export type BaseLockError = Failure<'base.in-use' | 'base.read-only' | 'base.not-found' | 'db.disk-full'>;

/** Holds `base.lock` in the folder until released or until the process ends. The file stays empty and is left behind. */
export function acquireBaseLock(dir: string): Result<BaseLock, BaseLockError> {
  if (!isFolder(dir)) return fail('base.not-found', { dir });
  const opened: BetterSqlite3.Database[] = [];
  try {
    const file = new BetterSqlite3(join(dir, baseLockFile), {
      timeout: 0,
      ...nativeBinding(process.versions['napi'], addonFolder()),
    });
    opened.push(file);
    file.exec('begin exclusive');
    return ok({ release: () => void file.close() });
  } catch (error) {
    for (const file of opened) file.close();
    const code = databaseErrorCode(error);
    if (code === 'db.busy') return fail('base.in-use', { dir });
    if (code === 'db.read-only') return fail('base.read-only', { dir });
    if (code === 'db.disk-full') return fail(code, { dir });
    throw error;
  }
}

function isFolder(dir: string): boolean {
  try {
    return statSync(dir).isDirectory();
  } catch (error) {
    if (fileErrorCode(error) === null) throw error;
    return false;
  }
}

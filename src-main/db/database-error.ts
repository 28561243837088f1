// SQLite's and the system's error codes in the five words our messages know.

import { fileErrorCode, type FileErrorCode } from '../files';

export type DatabaseErrorCode = 'db.disk-full' | 'db.read-only' | 'db.damaged' | 'db.busy' | 'db.io' | 'db.vanished';

/** `null` when the error is not about the state of the database or the disk: a mistake of ours, to be thrown on. */
export function databaseErrorCode(error: unknown): DatabaseErrorCode | null {
  const code = sqliteCode(error);
  if (code !== null)
    return bySqliteCode.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`))?.[1] ?? null;
  const file = fileErrorCode(error);
  return file === null ? null : byFileCode[file];
}

/** SQLite's extended code by name (`SQLITE_IOERR_WRITE`), or `null` for another kind of error. */
export const sqliteCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_')
    ? error.code
    : null;

const bySqliteCode: readonly (readonly [string, DatabaseErrorCode])[] = [
  ['SQLITE_FULL', 'db.disk-full'],
  // The shared-memory file of the log could not grow.
  ['SQLITE_IOERR_SHMSIZE', 'db.disk-full'],
  ['SQLITE_READONLY_DBMOVED', 'db.vanished'],
  ['SQLITE_READONLY', 'db.read-only'],
  ['SQLITE_PERM', 'db.read-only'],
  ['SQLITE_CANTOPEN', 'db.read-only'],
  ['SQLITE_CORRUPT', 'db.damaged'],
  ['SQLITE_NOTADB', 'db.damaged'],
  ['SQLITE_BUSY', 'db.busy'],
  ['SQLITE_LOCKED', 'db.busy'],
  ['SQLITE_IOERR', 'db.io'],
  ['SQLITE_PROTOCOL', 'db.io'],
];

const byFileCode: Readonly<Record<FileErrorCode, DatabaseErrorCode>> = {
  'files.disk-full': 'db.disk-full',
  'files.read-only': 'db.read-only',
  'files.not-found': 'db.vanished',
  'files.io': 'db.io',
};

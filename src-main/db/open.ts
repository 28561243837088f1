// Opens a base's database, and says in one word what is wrong when it cannot. The key has come out of the keyring by then, so a file
// that the key does not open is damaged: a wrong passphrase was noticed earlier.

import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { fileErrorCode } from '../files';
import { applyKey, applyMemoryProfile, applyProfile, type ConnectionMode, type Database } from './connection-profile';
import { databaseErrorCode, type DatabaseErrorCode } from './database-error';
import { registerSealing } from './sealing-functions';
import type { Sealing } from '../keys';
import { addonFolder, nativeBinding } from './native-binding';

export type { ConnectionMode, Database } from './connection-profile';

export interface OpenInput {
  readonly file: string;
  /** 48 raw bytes: data key, then salt (`databaseKey` in keys/). Stays the caller's, who overwrites it. */
  readonly key: Uint8Array;
  readonly mode: ConnectionMode;
  /** Makes the file; refused when there is one already. Without it a missing file is never made: an empty base would look like a lost one. */
  readonly create?: boolean;
  /** Of connections that read or write values of people as they are meant; others see sealed values as they are stored. */
  readonly sealing?: Sealing | undefined;
}

/** details: `{ file, reason? }`; reason `salt` when `restoreSalt` is worth trying. */
export type OpenError = Failure<DatabaseErrorCode | 'db.not-encrypted' | 'db.already-exists'>;

export type CheckpointMode = 'passive' | 'full' | 'restart' | 'truncate';

export interface CheckpointResult {
  /** True when a reader or writer kept it from finishing; try again later. */
  readonly blocked: boolean;
  /** Pages in the write-ahead log, and how many of them are in the database now. */
  readonly logPages: number;
  readonly movedPages: number;
}

const pageBytes = 4096;
const saltBytes = 16;
const plainHead = Buffer.from('SQLite format 3\0', 'latin1');

/** One connection, set and checked as connection-profile.ts says. Throws only for what nobody can expect, such as a pragma that will not take. */
export function openDatabase({ file, key, mode, create = false, sealing }: OpenInput): Result<Database, OpenError> {
  const path = resolve(file);
  const head = readHead(path);
  if (!head.ok) return head;
  const obstacle = create ? obstacleToCreating(head.value) : obstacleToOpening(head.value);
  if (obstacle !== null) return fail(obstacle, { file: path });
  const opened = connect(path, { key, mode, create, sealing });
  if (opened.ok || opened.error.code !== 'db.damaged' || hasSalt(head.value, key)) return opened;
  return fail('db.damaged', { file: path, reason: 'salt' });
}

/**
 * The first 16 bytes of the file are the salt; without them nothing opens, with them written back from the keyring everything does.
 * Returns false, and changes nothing, when they are in place already.
 */
export function restoreSalt(file: string, dbSalt: Uint8Array): boolean {
  if (dbSalt.length !== saltBytes) throw new Error(`a salt is ${saltBytes} bytes, not ${dbSalt.length}`);
  const handle = openSync(file, 'r+');
  try {
    const present = Buffer.alloc(saltBytes);
    readSync(handle, present, 0, saltBytes, 0);
    if (present.equals(dbSalt)) return false;
    writeSync(handle, dbSalt, 0, saltBytes, 0);
    fsyncSync(handle);
    return true;
  } finally {
    closeSync(handle);
  }
}

/** The salt as it stands in the file; `null` when the file is too short to hold one. */
export function readSalt(file: string): Uint8Array | null {
  const head = readHead(resolve(file));
  return head.ok && head.value !== null && head.value.length >= saltBytes
    ? Buffer.from(head.value.subarray(0, saltBytes))
    : null;
}

/** An unencrypted database in memory for tests, with the same pragmas where they apply. */
export function openMemoryDatabase(): Database {
  const database = newConnection(':memory:', {});
  applyMemoryProfile(database);
  registerSealing(database);
  return database;
}

/** Moves committed pages from the log into the database. Run it on a connection other than the writer's, or when idle. */
export function checkpoint(database: Database, mode: CheckpointMode): CheckpointResult {
  const [row] = database
    .prepare<[], { busy: number; log: number; checkpointed: number }>(`pragma wal_checkpoint(${mode})`)
    .all();
  if (row === undefined) throw new Error('wal_checkpoint answers with one row');
  return { blocked: row.busy !== 0, logPages: Math.max(row.log, 0), movedPages: Math.max(row.checkpointed, 0) };
}

function connect(path: string, { key, mode, create, sealing }: Omit<OpenInput, 'file'>): Result<Database, OpenError> {
  const opened: Database[] = [];
  try {
    const database = newConnection(path, { readonly: mode !== 'writer', fileMustExist: create !== true });
    opened.push(database);
    applyKey(database, key);
    database.prepare('select count(*) from sqlite_schema').get();
    applyProfile(database, mode);
    registerSealing(database, sealing);
    return ok(database);
  } catch (error) {
    for (const database of opened) database.close();
    const code = databaseErrorCode(error);
    if (code === null) throw error;
    return fail(code, { file: path });
  }
}

const newConnection = (path: string, options: BetterSqlite3.Options): Database =>
  new BetterSqlite3(path, { ...options, ...nativeBinding(process.versions['napi'], addonFolder()) });

/** The first bytes of a file, `null` when there is none. */
function readHead(path: string): Result<Buffer | null, OpenError> {
  try {
    const handle = openSync(path, 'r');
    try {
      const head = Buffer.alloc(pageBytes);
      return ok(head.subarray(0, readSync(handle, head, 0, pageBytes, 0)));
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === 'files.not-found') return ok(null);
    if (code === null) throw error;
    return fail(databaseErrorCode(error) ?? 'db.io', { file: path });
  }
}

function obstacleToOpening(head: Buffer | null): OpenError['code'] | null {
  if (head === null) return 'db.vanished';
  if (head.subarray(0, plainHead.length).equals(plainHead)) return 'db.not-encrypted';
  return head.length < pageBytes ? 'db.damaged' : null;
}

const obstacleToCreating = (head: Buffer | null): OpenError['code'] | null =>
  head === null ? null : 'db.already-exists';

const hasSalt = (head: Buffer | null, key: Uint8Array): boolean =>
  head?.subarray(0, saltBytes).equals(key.subarray(key.length - saltBytes)) ?? true;

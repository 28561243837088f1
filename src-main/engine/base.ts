// An open base: its connections, its ledger and its keys, held together so that closing forgets nothing.

import { join } from 'node:path';
import { rmSync } from 'node:fs';
import type { Clock } from '@shared/core/clock';
import type { IdMaker } from '@shared/core/ids';
import { ok, type Failure, type Result } from '@shared/core/result';
import {
  acquireBaseLock,
  checkpoint,
  compiled,
  migrate,
  openDatabase,
  readConnection,
  restoreSalt,
  tables,
  writeConnection,
  type BaseLock,
  type Database,
  type ReadDb,
  type WriteDb,
} from '../db';
import { databaseKey, wipeUnlocked, type Unlocked } from '../keys';
import { createUnitOfWork, type Committed, type Projection, type UnitOfWork } from '../ledger';

export interface Base {
  readonly folder: string;
  readonly databaseFile: string;
  readonly unlocked: Unlocked;
  /** The writer connection; only the unit of work and local tables write through it. */
  readonly writer: Database;
  readonly write: WriteDb;
  /** Sees the last committed state, whatever the writer is doing. */
  readonly read: ReadDb;
  readonly unitOfWork: UnitOfWork;
  readonly deviceId: string;
  close(): void;
}

export interface BaseDeps {
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly projections: readonly Projection[];
  readonly onCommitted: (committed: Committed) => void;
}

type OpenCode =
  | 'base.in-use' | 'base.read-only' | 'base.not-found' | 'base.vanished' | 'base.newer-schema' | 'db.not-encrypted'
  | 'db.already-exists' | 'db.damaged' | 'db.disk-full' | 'db.read-only' | 'db.busy' | 'db.io' | 'db.vanished';

/** Opens (or, with `create`, makes) the database the keyring names. Takes the base's lock first and gives it back on failure. */
export function openBase(
  folder: string,
  unlocked: Unlocked,
  deps: BaseDeps & { readonly create: boolean },
): Result<Base, Failure<OpenCode>> {
  const lock = acquireBaseLock(folder);
  if (!lock.ok) return lock;
  const file = join(folder, unlocked.databaseFile);
  const writer = openWriter(file, unlocked, deps.create);
  if (!writer.ok) return released(lock.value, writer);
  const migrated = migrate(writer.value);
  if (!migrated.ok) {
    writer.value.close();
    return released(lock.value, migrated);
  }
  const reader = withKey(unlocked, (key) => openDatabase({ file, key, mode: 'reader' }));
  if (!reader.ok) {
    writer.value.close();
    return released(lock.value, reader);
  }
  return ok(assemble({ folder, file, unlocked, writer: writer.value, reader: reader.value, lock: lock.value }, deps));
}

interface Parts {
  readonly folder: string;
  readonly file: string;
  readonly unlocked: Unlocked;
  readonly writer: Database;
  readonly reader: Database;
  readonly lock: BaseLock;
}

function assemble({ folder, file, unlocked, writer, reader, lock }: Parts, deps: BaseDeps): Base {
  const write = writeConnection(writer);
  const deviceId = deviceOf(write, deps.ids);
  const unitOfWork = createUnitOfWork({ database: writer, deviceId, ...deps });
  return {
    folder,
    databaseFile: file,
    unlocked,
    writer,
    write,
    read: readConnection(reader),
    unitOfWork,
    deviceId,
    close() {
      reader.close();
      optimise(writer);
      checkpoint(writer, 'truncate');
      writer.close();
      wipeUnlocked(unlocked);
      lock.release();
    },
  };
}

/** Keeps the planner's statistics near the truth, from samples: a missing one once made a list 44 times slower. */
function optimise(writer: Database): void {
  writer.pragma('analysis_limit = 400');
  writer.pragma('optimize');
}

function openWriter(file: string, unlocked: Unlocked, create: boolean): Result<Database, Failure<OpenCode>> {
  const open = () => withKey(unlocked, (key) => openDatabase({ file, key, mode: 'writer', create }));
  const opened = open();
  if (opened.ok || opened.error.details?.['reason'] !== 'salt') return opened;
  return restoreSalt(file, unlocked.secret.dbSalt) ? open() : opened;
}

function withKey<T>(unlocked: Unlocked, use: (key: Uint8Array) => T): T {
  const key = databaseKey(unlocked.secret);
  try {
    return use(key);
  } finally {
    key.fill(0);
  }
}

function released(lock: BaseLock, failure: Result<never, Failure<OpenCode>>): Result<never, Failure<OpenCode>> {
  lock.release();
  return failure;
}

/** This device's id in the ledger: made at the first open of this base here, kept in the base. */
function deviceOf(write: WriteDb, ids: IdMaker): string {
  const known = write.first<{ value: string }>(compiled(tables.selectFrom('meta').select('value').where('key', '=', 'device')));
  if (known !== undefined) return known.value;
  const value = ids();
  write.run(compiled(tables.insertInto('meta').values({ key: 'device', value })));
  return value;
}

/** Takes away what a creation that failed half-way left, so that the next try starts clean. */
export function discardNewBase(folder: string, files: readonly string[]): void {
  for (const file of files) rmSync(join(folder, file), { force: true });
}


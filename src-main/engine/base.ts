// An open base: its connections, its ledger and its keys, held together so that closing forgets nothing.

import { join } from 'node:path';
import type { Clock } from '@shared/core/clock';
import type { IdMaker } from '@shared/core/ids';
import { fail, ok, type Err, type Failure, type Result } from '@shared/core/result';
import {
  acquireBaseLock,
  checkpoint,
  compiled,
  createUnwaitedCommits,
  databaseErrorCode,
  keyThatOpens,
  migrate,
  openDatabase,
  pastKeys,
  presenceOf,
  readConnection,
  readSalt,
  refuseInClear,
  refreshStatistics,
  restoreSalt,
  statement,
  tables,
  writeConnection,
  type BaseLock,
  type ChangeRow,
  type Database,
  type ReadDb,
  type UnwaitedCommits,
  type WriteDb,
} from '../db';
import {
  createSubjectKeys,
  destroyInCopy,
  noteErasuresBeside,
  type ErasureNote,
  type SubjectKeys,
  type SubjectKeysPlace,
} from '../blobs';
import { keptDatabases, keptKeysFiles } from './base-folder';
import { createPeopleReading, type PeopleReading } from './people-reading';
import { databaseKey, signInDomain, wipeUnlocked, type Unlocked } from '../keys';
import { refuseCardNumbers, type Actor } from '../access';
import { guardForgetting } from '../search';
import {
  createAccessLog,
  createUnitOfWork,
  type AccessLog,
  type Committed,
  type OperationContext,
  type Projection,
  type Signer,
  type UnitOfWork,
  type UnitOfWorkDeps,
} from '../ledger';

export interface Base {
  readonly folder: string;
  readonly databaseFile: string;
  readonly unlocked: Unlocked;
  /** The writer connection; only the unit of work and local tables write through it. */
  readonly writer: Database;
  readonly write: WriteDb;
  /** Sees the last committed state, whatever the writer is doing. */
  readonly read: ReadDb;
  /** The same as somebody with a policy sees it. */
  readAs(actor: Actor): ReadDb;
  /** What an emergency access has opened to somebody, and nothing else; `ids` are all records that are this person. */
  readOpened(actor: Actor, ids: readonly string[]): ReadDb;
  /** For one look as somebody else; their connection is closed again after it. */
  seeAs<T>(actor: Actor, look: (db: ReadDb) => T): T;
  readonly unitOfWork: UnitOfWork;
  /** Who read what about whom. */
  readonly accessLog: AccessLog;
  readonly deviceId: string;
  /** Keys of attachments, by whom they belong to. */
  readonly subjectKeys: SubjectKeys;
  /** Destroys keys here and in the bases that restores have kept beside this one; answers how many there were here. */
  destroyKeys(subjects: readonly string[], at: number): number;
  /** Here and in the bases that restores have kept; durable on return. From then on the erasure will be carried out. */
  noteErasure(note: ErasureNote): void;
  /** The present key or one from before, whichever opens a copy of this base that nobody uses; stays the base's. Null when none does. */
  keyOf(databaseFile: string): Uint8Array | null;
  /** False while somebody reads: then something is left in the log. */
  emptyLog(): boolean;
  close(): void;
}

export interface BaseDeps {
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly projections: readonly Projection[];
  readonly onCommitted: (committed: Committed) => void;
}

type OpenCode =
  | 'base.in-use'
  | 'base.read-only'
  | 'base.not-found'
  | 'base.vanished'
  | 'base.newer-schema'
  | 'db.not-encrypted'
  | 'db.already-exists'
  | 'db.damaged'
  | 'db.disk-full'
  | 'db.read-only'
  | 'db.busy'
  | 'db.io'
  | 'db.vanished';

/** Opens (or, with `create`, makes) the database the keyring names. Takes the base's lock first, unless it is given, and gives it back on failure. */
export function openBase(
  folder: string,
  unlocked: Unlocked,
  deps: BaseDeps & { readonly create: boolean; readonly asNewDevice?: boolean; readonly lock?: BaseLock },
): Result<Base, Failure<OpenCode>> {
  const lock = deps.lock === undefined ? acquireBaseLock(folder) : ok(deps.lock);
  if (!lock.ok) return lock;
  const connections: Database[] = [];
  const released = (failure: Err<Failure<OpenCode>>): Err<Failure<OpenCode>> => {
    for (const connection of connections) connection.close();
    lock.value.release();
    return failure;
  };
  try {
    const file = join(folder, unlocked.databaseFile);
    const writer = openWriter(file, unlocked, deps.create);
    if (!writer.ok) return released(writer);
    connections.push(writer.value);
    const migrated = migrate(writer.value);
    if (!migrated.ok) return released(migrated);
    if (deps.asNewDevice === true) forgetDevice(writeConnection(writer.value));
    guardForgetting(writeConnection(writer.value));
    const { sealing } = unlocked;
    const reader = withKey(unlocked, (key) => openDatabase({ file, key, mode: 'reader', sealing }));
    if (!reader.ok) return released(reader);
    connections.push(reader.value);
    return ok(assemble({ folder, file, unlocked, writer: writer.value, reader: reader.value, lock: lock.value }, deps));
  } catch (error) {
    const code = databaseErrorCode(error);
    const failure = released(fail(code ?? 'db.io', { folder }));
    if (code === null) throw error;
    return failure;
  }
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
  refuseInClear(writer);
  const write = writeConnection(writer);
  const read = readConnection(reader);
  const deviceId = deviceOf(write, deps.ids);
  const people = createPeopleReading(() => openAnother(file, unlocked), read, unlocked.sealing);
  const guard: UnitOfWorkDeps['guard'] = (context, changes) => {
    people.guard(context.actor, changes);
    guardCards(write, context, changes);
  };
  const unitOfWork = createUnitOfWork({ database: writer, deviceId, signer: signerOf(unlocked), guard, ...deps });
  const unwaited = createUnwaitedCommits(writer, file);
  const keyOfDatabase = databaseKey(unlocked.secret);
  const subjectKeys = openedKeys({ databaseFile: file, databaseKey: keyOfDatabase });
  return {
    folder,
    databaseFile: file,
    unlocked,
    writer,
    write,
    read,
    readAs: people.readAs,
    readOpened: people.readOpened,
    seeAs: people.seeAs,
    unitOfWork: whilePresent(unitOfWork, presenceOf(file)),
    accessLog: createAccessLog({ database: writer, db: write, unwaited, deviceId, clock: deps.clock }),
    deviceId,
    subjectKeys,
    ...keysAround({ folder, subjectKeys, allKeys: () => [keyOfDatabase, ...pastKeys(read).map(({ key }) => key)] }),
    emptyLog: () => !checkpoint(writer, 'truncate').blocked,
    close: () => closeAll({ subjectKeys, keyOfDatabase, people, reader, unwaited, writer, unlocked, lock }),
  };
}

interface KeysHere {
  readonly folder: string;
  readonly subjectKeys: SubjectKeys;
  /** The present one first. */
  readonly allKeys: () => readonly Uint8Array[];
}

/** Here, and in the bases that restores have kept beside this one, whose keys may be those of before a change. */
const keysAround = ({
  folder,
  subjectKeys,
  allKeys,
}: KeysHere): Pick<Base, 'destroyKeys' | 'noteErasure' | 'keyOf'> => ({
  destroyKeys(subjects, at) {
    for (const path of keptKeysFiles(folder))
      for (const databaseKey of allKeys()) destroyInCopy({ path, databaseKey }, { subjects, at, erasures: [] });
    return subjectKeys.destroy(subjects, at);
  },
  noteErasure(note) {
    for (const databaseFile of keptDatabases(folder)) {
      const key = keyThatOpens(databaseFile, allKeys());
      if (key !== null) noteErasuresBeside({ databaseFile, databaseKey: key }, [note]);
    }
    subjectKeys.noteErasures([note]);
  },
  keyOf: (databaseFile) => keyThatOpens(databaseFile, allKeys()),
});

/** What is put back was there: only what is new is looked at. */
function guardCards(
  write: WriteDb,
  { undoesId, reason, details }: OperationContext,
  changes: readonly ChangeRow[],
): void {
  if (undoesId !== undefined) return;
  const words = [reason, details === undefined ? undefined : JSON.stringify(details)];
  refuseCardNumbers(changes, words, (id) => write.first(selectScheme({ id }))?.scheme);
}

const selectScheme = statement<{ id: string }, { scheme: string }>((arg) =>
  tables.selectFrom('identifier').select('scheme').where('id', '=', arg('id')),
);

/** Nothing is written to a file that was taken away. */
const whilePresent = (unitOfWork: UnitOfWork, assertPresent: () => void): UnitOfWork => ({
  run(context, work) {
    assertPresent();
    return unitOfWork.run(context, work);
  },
  checkpoint(occasion) {
    assertPresent();
    unitOfWork.checkpoint(occasion);
  },
});

/** Whoever came in by a slot of their own signs; the keys of a copy, or of paper, belong to nobody. */
function signerOf({ userId, userKeys }: Unlocked): Signer | null {
  if (userId === null || userKeys === null) return null;
  const { publicKey, privateKey } = userKeys.signing;
  return { userId, publicKey, sign: (message) => signInDomain('checkpoint', privateKey, message) };
}

interface Open extends Pick<Parts, 'reader' | 'writer' | 'unlocked' | 'lock'> {
  readonly subjectKeys: SubjectKeys;
  readonly keyOfDatabase: Uint8Array;
  readonly people: PeopleReading;
  readonly unwaited: UnwaitedCommits;
}

function closeAll({ subjectKeys, keyOfDatabase, people, reader, unwaited, writer, unlocked, lock }: Open): void {
  try {
    subjectKeys.close();
    keyOfDatabase.fill(0);
    people.close();
    reader.close();
    unwaited.close();
    tidy(writer);
  } finally {
    writer.close();
    wipeUnlocked(unlocked);
    lock.release();
  }
}

/** One more connection that only reads. */
function openAnother(file: string, unlocked: Unlocked): Database {
  const { sealing } = unlocked;
  const opened = withKey(unlocked, (key) => openDatabase({ file, key, mode: 'reader', sealing }));
  if (!opened.ok) throw Object.assign(new Error(opened.error.code), { code: opened.error.code });
  return opened.value;
}

function openedKeys(place: SubjectKeysPlace): SubjectKeys {
  const keys = createSubjectKeys(place);
  keys.open();
  return keys;
}

/** A full or vanished disk keeps no base open: what is not moved out of the log now is moved at the next opening. */
function tidy(writer: Database): void {
  try {
    refreshStatistics(writer);
    checkpoint(writer, 'truncate');
  } catch (error) {
    if (databaseErrorCode(error) === null) throw error;
  }
}

function openWriter(file: string, unlocked: Unlocked, create: boolean): Result<Database, Failure<OpenCode>> {
  const { sealing } = unlocked;
  const open = () => withKey(unlocked, (key) => openDatabase({ file, key, mode: 'writer', create, sealing }));
  const opened = open();
  if (opened.ok || opened.error.details?.['reason'] !== 'salt') return opened;
  const found = readSalt(file);
  if (found === null || !restoreSalt(file, unlocked.secret.dbSalt)) return opened;
  const healed = open();
  // Not a lost salt after all, perhaps not even our file: it is left as it was.
  if (!healed.ok) restoreSalt(file, found);
  return healed.ok ? healed : opened;
}

function withKey<T>(unlocked: Unlocked, use: (key: Uint8Array) => T): T {
  const key = databaseKey(unlocked.secret);
  try {
    return use(key);
  } finally {
    key.fill(0);
  }
}

/** This device's id in the ledger: made at the first open of this base here, kept in the base. */
function deviceOf(write: WriteDb, ids: IdMaker): string {
  const known = write.first<{ value: string }>(
    compiled(tables.selectFrom('meta').select('value').where('key', '=', 'device')),
  );
  if (known !== undefined) return known.value;
  const value = ids();
  write.run(compiled(tables.insertInto('meta').values({ key: 'device', value })));
  return value;
}

/** A restored copy is another device than the one it was copied from: both may go on, and must not number their operations alike. */
const forgetDevice = (write: WriteDb): void =>
  void write.run(compiled(tables.deleteFrom('meta').where('key', '=', 'device')));

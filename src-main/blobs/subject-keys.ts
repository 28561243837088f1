// The keys of subjects, in a file of their own beside the base's database (`data-1.keys.db` beside `data-1.db`): a subject is a party or
// an activity, and its key is the only way to its attachments. Whoever destroys the key has destroyed them, in every copy of the sealed
// files. In its own file, so that no copy of the database holds a key and a key can be taken out of a backup without touching the rest.

import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Random } from '@shared/core/clock';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import {
  checkpoint,
  copyDatabase,
  databaseErrorCode,
  openDatabase,
  rekeyDatabase,
  type ConnectionMode,
  type Database,
  type OpenError,
} from '../db';
import { syncFolder } from '../files';
import { deriveSubjectKeysKey, keyBytes } from '../keys';
import { addNotes, markDone, notesIn, type ErasureNote } from './erasure-notes';

/** The file of keys that belongs to a database. */
export const keysFileOf = (databaseFile: string): string => databaseFile.replace(/(?:\.db)?$/, '.keys.db');

export type SubjectKeyFailure = Failure<'attachments.erased' | 'attachments.key-missing'>;

export interface SubjectKeys {
  /** Opens the file if there is one, so that threads find it as its owner leaves it; a damaged one is left alone. */
  open(): void;
  /** 32 bytes, made and durable on return when the subject has none yet. Throws when the file is damaged: no second one is begun. */
  keyFor(subject: string, random: Random): Result<Buffer, SubjectKeyFailure>;
  /** New keys made meanwhile are durable together when the work is done: one wait for the disk instead of one for each. */
  atOnce<T>(work: () => T): T;
  /** The key of a subject that has one; missing when the file is damaged. */
  keyOf(subject: string): Result<Buffer, SubjectKeyFailure>;
  /** Durable on return, and for ever: a subject gets no second key. Answers how many had one. */
  destroy(subjects: readonly string[], at: number): number;
  /** Of subjects whose key was destroyed. */
  destroyed(): readonly string[];
  /** Before anybody is erased: durable on return. */
  noteErasures(notes: readonly ErasureNote[]): void;
  /** Oldest first. */
  erasures(wanted?: 'all' | 'undone'): readonly ErasureNote[];
  erasureDone(id: string, at: number): void;
  close(): void;
}

export interface SubjectKeysPlace {
  /** The database beside which the keys lie. */
  readonly databaseFile: string;
  /** The 48 bytes that open it; stays the caller's. */
  readonly databaseKey: Uint8Array;
}

/** Opens the file when it is first needed, and makes it for the first key. A reader sees what the base's own process writes. */
export function createSubjectKeys(place: SubjectKeysPlace, mode: 'writer' | 'reader' = 'writer'): SubjectKeys {
  const held: Held = { database: null, together: false };
  const path = keysFileOf(place.databaseFile);
  const file = { path, mode, databaseKey: place.databaseKey };
  /** Null when there is no file, or one that does not open. */
  const readable = (): Database | null => {
    if (held.database === null && existsSync(path)) held.database = tryKeysFile(file);
    return held.database;
  };
  const writable = (): Database => {
    if (!existsSync(path)) makeKeysFile(path, place.databaseKey);
    return (held.database ??= openKeysFile(file));
  };
  return {
    open: () => void readable(),
    keyOf: (subject) => answer(rowOf(readable(), subject)),
    keyFor(subject, random) {
      const row = rowOf(existsSync(path) ? writable() : null, subject);
      if (row !== undefined) return answer(row);
      const key = Buffer.from(random.bytes(keyBytes));
      if (held.together && !writable().inTransaction) writable().exec('begin immediate');
      writable().prepare('insert into subject_key (subject_id, key) values (?, ?)').run(subject, key);
      return ok(key);
    },
    atOnce: (work) => atOnce(held, work),
    destroy: (subjects, at) => (existsSync(path) ? destroyKeys(writable(), subjects, at) : 0),
    destroyed: () => destroyedIn(readable()),
    noteErasures(notes) {
      if (notes.length > 0) addNotes(writable(), notes);
    },
    erasures: (wanted) => notesIn(readable(), wanted),
    erasureDone: (id, at) => markDone(writable(), id, at),
    close() {
      held.database?.close();
      held.database = null;
    },
  };
}

type Held = { database: Database | null; together: boolean };

function atOnce<T>(held: Held, work: () => T): T {
  held.together = true;
  try {
    const done = work();
    if (held.database?.inTransaction === true) held.database.exec('commit');
    return done;
  } finally {
    held.together = false;
    if (held.database?.inTransaction === true) held.database.exec('rollback');
  }
}

type KeyRow = { key: Buffer | null };

const rowOf = (database: Database | null, subject: string): KeyRow | undefined =>
  database?.prepare<[string], KeyRow>('select key from subject_key where subject_id = ?').get(subject);

function answer(row: KeyRow | undefined): Result<Buffer, SubjectKeyFailure> {
  if (row === undefined) return fail('attachments.key-missing');
  return row.key === null ? fail('attachments.erased') : ok(row.key);
}

/** Under another name first: a file of keys without its table would be taken for a damaged one. */
function makeKeysFile(path: string, databaseKey: Uint8Array): void {
  const aside = `${path}.tmp`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${aside}${suffix}`, { force: true });
  const made = openKeysFile({ path: aside, databaseKey, mode: 'writer', create: true });
  made.exec(
    'create table subject_key (subject_id text primary key not null, key blob, destroyed_at integer) strict, without rowid',
  );
  made.close();
  renameSync(aside, path);
  syncFolder(dirname(path));
}

interface KeysFile {
  readonly path: string;
  readonly databaseKey: Uint8Array;
  readonly mode: ConnectionMode;
  readonly create?: boolean;
}

/** Throws as SQLite would: `databaseErrorCode` knows it at the door. */
export function openKeysFile(file: KeysFile): Database {
  const opened = tryKeysFile(file);
  if (opened === null) throw unopened('db.damaged');
  return opened;
}

/** Null when the key does not open it; throws what the disk refuses. */
export function tryKeysFile({ path, databaseKey, mode, create = false }: KeysFile): Database | null {
  const key = deriveSubjectKeysKey(databaseKey);
  try {
    const opened = openDatabase({ file: path, key, mode, create });
    if (opened.ok) return opened.value;
    if (opened.error.code === 'db.damaged' || opened.error.code === 'db.not-encrypted') return null;
    throw unopened(opened.error.code);
  } finally {
    key.fill(0);
  }
}

const unopened = (code: OpenError['code']): Error =>
  Object.assign(new Error(`the keys of subjects do not open: ${code}`), {
    code: sqliteCodes[code] ?? 'SQLITE_CORRUPT',
  });

const sqliteCodes: Partial<Readonly<Record<OpenError['code'], string>>> = {
  'db.disk-full': 'SQLITE_FULL',
  'db.read-only': 'SQLITE_READONLY',
  'db.busy': 'SQLITE_BUSY',
  'db.io': 'SQLITE_IOERR',
  'db.vanished': 'SQLITE_READONLY_DBMOVED',
};

/** Overwritten in its page (`secure_delete`), and the log that held it is cut to nothing. */
export function destroyKeys(database: Database, subjects: readonly string[], at: number): number {
  const count = database.transaction(() => {
    const had = database.prepare('select 1 from subject_key where subject_id = ? and key is not null');
    const destroy = database.prepare(
      `insert into subject_key (subject_id, key, destroyed_at) values (?, null, ?)
       on conflict do update set key = null, destroyed_at = coalesce(destroyed_at, excluded.destroyed_at)`,
    );
    let known = 0;
    for (const subject of subjects) {
      if (had.get(subject) !== undefined) known += 1;
      destroy.run(subject, at);
    }
    return known;
  })();
  checkpoint(database, 'truncate');
  return count;
}

const destroyedIn = (database: Database | null): string[] =>
  (database?.prepare<[], { id: string }>('select subject_id as id from subject_key where key is null').all() ?? []).map(
    ({ id }) => id,
  );

/** Whether the file of keys, if there is one, can be read from beginning to end. */
export function subjectKeysOpen({ databaseFile, databaseKey }: SubjectKeysPlace): boolean {
  const path = keysFileOf(databaseFile);
  if (!existsSync(path)) return true;
  const database = tryKeysFile({ path, databaseKey, mode: 'writer' });
  try {
    return database?.pragma('integrity_check', { simple: true }) === 'ok';
  } catch (error) {
    if (databaseErrorCode(error) !== 'db.damaged') throw error;
    return false;
  } finally {
    database?.close();
  }
}

/** The keys as they stand now, in a file of its own. False when the base has none yet. The copy is not yet synced. */
export function copySubjectKeys({ databaseFile, databaseKey }: SubjectKeysPlace, target: string): boolean {
  const file = keysFileOf(databaseFile);
  if (!existsSync(file)) return false;
  const key = deriveSubjectKeysKey(databaseKey);
  try {
    const copied = copyDatabase({ file, key, target });
    if (!copied.ok) throw unopened(copied.error.code);
    return true;
  } finally {
    key.fill(0);
  }
}

/** The same under the key that belongs to another database; a copy that nobody uses. */
export function rekeySubjectKeys(
  file: string,
  { from, to }: { readonly from: Uint8Array; readonly to: Uint8Array },
): void {
  const [key, next] = [deriveSubjectKeysKey(from), deriveSubjectKeysKey(to)];
  try {
    rekeyDatabase({ file, key, next });
  } finally {
    key.fill(0);
    next.fill(0);
  }
}

/**
 * Brings the keys beside one database to those beside another: what either has destroyed stays destroyed, everything else is kept.
 * Nothing happens when the first are another base's, which this key does not open. Nobody may have them open.
 */
export function mergeSubjectKeys(from: SubjectKeysPlace, to: SubjectKeysPlace): void {
  const source = keysFileOf(from.databaseFile);
  const target = keysFileOf(to.databaseFile);
  const reading = existsSync(source)
    ? tryKeysFile({ path: source, databaseKey: from.databaseKey, mode: 'writer' })
    : null;
  if (reading === null) return;
  if (!existsSync(target)) makeKeysFile(target, to.databaseKey);
  const writing = openKeysFile({ path: target, databaseKey: to.databaseKey, mode: 'writer' });
  try {
    writing.transaction(() => copyRows(reading, writing))();
    checkpoint(writing, 'truncate');
  } finally {
    reading.close();
    writing.close();
  }
}

function copyRows(from: Database, to: Database): void {
  const keep = to.prepare(
    `insert into subject_key (subject_id, key, destroyed_at) values (?, ?, ?)
     on conflict do update set key = null, destroyed_at = excluded.destroyed_at where excluded.key is null`,
  );
  const rows = from.prepare<[], { subject_id: string; key: Buffer | null; destroyed_at: number | null }>(
    'select subject_id, key, destroyed_at from subject_key',
  );
  for (const { subject_id, key, destroyed_at } of rows.iterate()) keep.run(subject_id, key, destroyed_at);
  addNotes(to, notesIn(from));
}

/** Notes erasures beside a database that nobody has open, and destroys the keys of whom they are about. */
export function noteErasuresBeside(place: SubjectKeysPlace, notes: readonly ErasureNote[]): void {
  if (notes.length === 0) return;
  const keys = createSubjectKeys(place);
  try {
    keys.noteErasures(notes);
    for (const { parties, activities, at } of notes) keys.destroy([...parties, ...activities], at);
  } finally {
    keys.close();
  }
}

// Destroyed keys in copies of the file of keys: of bases kept beside this one, and of backups that can still be reached.

import { copyFileSync, rmSync } from 'node:fs';
import { copyDatabase, type Database } from '../db';
import { deriveSubjectKeysKey } from '../keys';
import { addNotes, lacksAny, notesIn, type ErasureNote } from './erasure-notes';
import { destroyKeys, noteErasuresBeside, tryKeysFile } from './subject-keys';

export interface Destroyed {
  readonly subjects: readonly string[];
  /** Who was erased, to be erased in the copy when it is opened. */
  readonly erasures: readonly ErasureNote[];
  /** ms UTC. */
  readonly at: number;
}

/** A file of keys that nobody has open. */
export interface KeysCopy {
  readonly path: string;
  /** The 48 bytes of the database it lies beside. */
  readonly databaseKey: Uint8Array;
}

/** In place. Answers how many keys are gone; none when the copy is another base's. */
export function destroyInCopy({ path, databaseKey }: KeysCopy, { subjects, at, erasures }: Destroyed): number {
  const database = tryKeysFile({ path, databaseKey, mode: 'writer' });
  if (database === null) return 0;
  try {
    addNotes(database, erasures);
    return destroyKeys(database, subjects, at);
  } finally {
    database.close();
  }
}

/**
 * A new file beside a copy at rest, without those keys and without a page that ever held one. False, and no file, when the copy
 * has none of them. Not yet synced.
 */
export function writeWithout(copy: KeysCopy, destroyed: Destroyed, target: string): boolean {
  const { path, databaseKey } = copy;
  const resting = tryKeysFile({ path, databaseKey, mode: 'snapshot' });
  if (resting === null) return false;
  const isTouched = holdsAny(resting, destroyed.subjects) || lacksAny(resting, destroyed.erasures);
  resting.close();
  if (!isTouched) return false;
  const aside = `${target}.tmp`;
  const key = deriveSubjectKeysKey(databaseKey);
  try {
    copyFileSync(path, aside);
    destroyInCopy({ path: aside, databaseKey }, destroyed);
    return copyDatabase({ file: aside, key, target }).ok;
  } finally {
    key.fill(0);
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${aside}${suffix}`, { force: true });
  }
}

/** A first file of keys for a copy that has none, with the erasures alone; false, and no file, when there are none. */
export function writeErasures({ path, databaseKey }: KeysCopy, { erasures }: Pick<Destroyed, 'erasures'>): boolean {
  if (erasures.length === 0) return false;
  const database = `${path.replace(/\.keys\.db$/, '')}.db`;
  noteErasuresBeside({ databaseFile: database, databaseKey }, erasures);
  for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  return true;
}

const holdsAny = (database: Database, subjects: readonly string[]): boolean =>
  database
    .prepare(
      'select 1 from json_each(?) wanted join subject_key on subject_id = wanted.value where subject_key.key is not null limit 1',
    )
    .get(JSON.stringify(subjects)) !== undefined;

/** Of the file of keys of a copy at rest, null where it has none: what it has noted and not carried out, and what it does not know. */
export function undoneErasures(
  { path, databaseKey }: { readonly path: string | null; readonly databaseKey: Uint8Array },
  known: readonly ErasureNote[],
): readonly ErasureNote[] {
  const database = path === null ? null : tryKeysFile({ path, databaseKey, mode: 'snapshot' });
  try {
    const noted = new Set(notesIn(database).map(({ id }) => id));
    return [...notesIn(database, 'undone'), ...known.filter(({ id }) => !noted.has(id))];
  } finally {
    database?.close();
  }
}

// Destroyed keys in copies of the file of keys: of bases kept beside this one, and of backups that can still be reached.

import { copyFileSync, rmSync } from 'node:fs';
import { copyDatabase, type Database } from '../db';
import { deriveSubjectKeysKey } from '../keys';
import { destroyKeys, tryKeysFile } from './subject-keys';

export interface Destroyed {
  readonly subjects: readonly string[];
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
export function destroyInCopy({ path, databaseKey }: KeysCopy, { subjects, at }: Destroyed): number {
  const database = tryKeysFile({ path, databaseKey, mode: 'writer' });
  if (database === null) return 0;
  try {
    return destroyKeys(database, subjects, at);
  } finally {
    database.close();
  }
}

/**
 * A new file beside a copy at rest, without those keys and without a page that ever held one. False, and no file, when the copy
 * has none of them. Not yet synced.
 */
export function writeWithout(copy: KeysCopy, { subjects, at }: Destroyed, target: string): boolean {
  const { path, databaseKey } = copy;
  const resting = tryKeysFile({ path, databaseKey, mode: 'snapshot' });
  if (resting === null) return false;
  const isTouched = holdsAny(resting, subjects);
  resting.close();
  if (!isTouched) return false;
  const aside = `${target}.tmp`;
  const key = deriveSubjectKeysKey(databaseKey);
  try {
    copyFileSync(path, aside);
    destroyInCopy({ path: aside, databaseKey }, { subjects, at });
    return copyDatabase({ file: aside, key, target }).ok;
  } finally {
    key.fill(0);
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${aside}${suffix}`, { force: true });
  }
}

const holdsAny = (database: Database, subjects: readonly string[]): boolean =>
  database
    .prepare(
      'select 1 from json_each(?) wanted join subject_key on subject_id = wanted.value where subject_key.key is not null limit 1',
    )
    .get(JSON.stringify(subjects)) !== undefined;

// What stands in a base's folder, told from its files alone. A base is there from the moment its keyring is: that is written last,
// when everything it opens is in place.

import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '../files';
import { hasKeyring } from '../keys';

/** Says that what lies here without a keyring is a base that was never finished, not one that lost its keys. */
const unfinishedMark = 'base.unfinished';

export const markUnfinished = (folder: string): void => writeFileAtomic(join(folder, unfinishedMark), '');

/** Beside a keyring the mark means nothing any more; it goes all the same. */
export function finishMark(folder: string): void {
  rmSync(join(folder, unfinishedMark), { force: true });
}

export const isUnfinished = (folder: string): boolean =>
  !hasKeyring(folder) && existsSync(join(folder, unfinishedMark));

export const dataFiles = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder).filter((name) => /^data-\d+\.(keys\.)?db(-wal|-shm|-journal)?$/.test(name))
    : [];

/** The folders of bases that restores have kept. */
export const keptFolders = (folder: string): readonly string[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => /^kept-\d+$/.test(name))
    .map((name) => join(folder, name));

const filesOfKept = (folder: string): readonly string[] =>
  keptFolders(folder).flatMap((kept) => readdirSync(kept).map((file) => join(kept, file)));

/** The files of subjects' keys in them. */
export const keptKeysFiles = (folder: string): readonly string[] =>
  filesOfKept(folder).filter((path) => path.endsWith('.keys.db'));

export const keptDatabases = (folder: string): readonly string[] =>
  filesOfKept(folder).filter((path) => /data-\d+\.db$/.test(path));

/** Neither keys nor data: this is no base that lost its keys, here never was one. */
export const holdsNothing = (folder: string): boolean =>
  !hasKeyring(folder) && (isUnfinished(folder) || dataFiles(folder).length === 0);

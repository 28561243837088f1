// Are the sealed files there, and are they what they were? Needs no key: a sealed file's name is the hash of its bytes.

import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { blobPath, chunkBytes, storedBytes, keysFileOf } from '../../blobs';
import type { ReadDb } from '../../db';
import { fileErrorCode } from '../../files';
import { createSha256 } from '../../keys';
import { selectDatabaseFile, selectToVerify, type VerifiedRow } from './attachments.sql';

interface Depth {
  /** Names and sizes only, without reading the files. */
  readonly quick: boolean;
  /** Told after each file; throws to end. */
  readonly onFile: () => void;
}

/** What is wrong, one line each, naming the attachment by its id. Nothing for a base in memory. */
export function* compareFiles(db: ReadDb, { quick, onFile }: Depth): Iterable<string> {
  const file = db.first(selectDatabaseFile({}))?.file ?? '';
  if (file === '') return;
  const folder = dirname(file);
  let named = 0;
  for (const row of db.each(selectToVerify({}))) {
    if (row.erased_at !== null) continue;
    named += 1;
    const wrong = problemOf(folder, row, quick);
    if (wrong !== null) yield `${row.id} ${wrong}: ${row.blob}`;
    onFile();
  }
  if (named > 0 && !existsSync(keysFileOf(file))) yield `missing: ${basename(keysFileOf(file))}`;
}

function problemOf(folder: string, { blob, sealed_bytes }: VerifiedRow, quick: boolean): string | null {
  const bytes = storedBytes(folder, blob);
  if (bytes === null) return 'missing';
  if (sealed_bytes !== null && bytes !== sealed_bytes) return 'damaged';
  return quick || isWhole(blobPath(folder, blob), blob) ? null : 'damaged';
}

function isWhole(path: string, name: string): boolean {
  const hash = createSha256();
  const buffer = Buffer.alloc(chunkBytes);
  try {
    const handle = openSync(path, 'r');
    try {
      for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer))
        hash.update(buffer.subarray(0, read));
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (fileErrorCode(error) === null) throw error;
    return false;
  }
  return hash.digest() === name;
}

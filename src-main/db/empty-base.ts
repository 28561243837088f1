// A base without anything in it, and without a ledger that would note what is put there: for trying whether data find their place.

import { ok, type Result } from '@shared/core/result';
import type { Database } from './connection-profile';
import { migrate } from './migrate';
import { openDatabase, type OpenError } from './open';

/** Makes the file, which must not exist. `key` is 48 raw bytes and stays the caller's. */
export function openEmptyBase(file: string, key: Uint8Array): Result<Database, OpenError> {
  const opened = openDatabase({ file, key, mode: 'writer', create: true });
  if (!opened.ok) return opened;
  migrate(opened.value);
  const triggers = opened.value
    .prepare("select name from sqlite_schema where type = 'trigger'")
    .pluck()
    .all() as string[];
  for (const name of triggers) opened.value.exec(`drop trigger "${name}"`);
  return ok(opened.value);
}

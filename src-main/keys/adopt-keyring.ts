// Makes a base's keyring out of that of a backup: the same slots and keys, the name of the database it now belongs to.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { hasValidMac } from './keyring-format';
import type { KeyringError } from './keyring-files';
import { nextGeneration, readKeyring, writeKeyring, type KeyringWriteError } from './keyring-store';
import type { Unlocked } from './unlock';

interface Adoption {
  readonly from: string;
  readonly to: string;
  readonly unlocked: Unlocked;
  /** File name inside `to`. */
  readonly databaseFile: string;
}

/** The rename of keyring.json in `to` is the moment the restored base takes the place of whatever was there. */
export function adoptKeyring({
  from,
  to,
  unlocked,
  databaseFile,
}: Adoption): Result<void, KeyringError | KeyringWriteError | Failure<'keys.keyring-altered'>> {
  const stored = readKeyring(from);
  if (!stored.ok) return stored;
  const { keyring } = stored.value;
  const { dek } = unlocked.secret;
  if (!hasValidMac(keyring, dek)) return fail('keys.keyring-altered');
  const next = nextGeneration(keyring);
  const written = writeKeyring(to, { ...next, db: { ...next.db, file: databaseFile } }, dek);
  return written.ok ? ok(undefined) : written;
}

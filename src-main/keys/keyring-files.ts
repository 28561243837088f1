// Which of the two files of a keyring is read.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { fileErrorCode, systemCode } from '../files';
import type { KeyringReadError } from './keyring-sum';

export const keyringFile = 'keyring.json';
export const keyringBackupFile = 'keyring.bak.json';

export type KeyringError = KeyringReadError | Failure<'keys.keyring-missing'>;

type Parse<T> = (text: string) => Result<T, KeyringReadError>;
type Read<T> = { readonly content: T; readonly readFrom: 'main' | 'backup' };

/** The main file, else its twin. A file of a newer release wins over an older twin: half-understanding it could lose a slot. */
export function readEither<T>(dir: string, parse: Parse<T>): Result<Read<T>, KeyringError> {
  const main = readFileOf(dir, keyringFile, parse);
  if (main?.ok) return ok({ content: main.value, readFrom: 'main' });
  if (main?.error.code === 'keys.keyring-newer') return main;
  const backup = readFileOf(dir, keyringBackupFile, parse);
  if (backup?.ok) return ok({ content: backup.value, readFrom: 'backup' });
  return main ?? backup ?? fail('keys.keyring-missing');
}

/** `null` when there is no such file. A file that cannot be read counts as damaged: the twin may still be readable. */
export function readFileOf<T>(dir: string, file: string, parse: Parse<T>): Result<T, KeyringReadError> | null {
  try {
    return parse(readFileSync(join(dir, file), 'utf8'));
  } catch (error) {
    if (fileErrorCode(error) === 'files.not-found') return null;
    const reason = systemCode(error);
    if (reason === null) throw error;
    return fail('keys.keyring-damaged', { reason });
  }
}

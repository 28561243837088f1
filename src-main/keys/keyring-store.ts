// keyring.json and its twin keyring.bak.json on disk. The twin is written second, so at every moment at least one of the two is whole.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { fileErrorCode, systemCode, type FileErrorCode, writeFileAtomic } from '../files';
import {
  hasValidMac,
  keyringHash,
  parseKeyring,
  sealKeyring,
  type Keyring,
  type KeyringBody,
  type KeyringReadError,
} from './keyring-format';

export const keyringFile = 'keyring.json';
export const keyringBackupFile = 'keyring.bak.json';

export interface StoredKeyring {
  readonly keyring: Keyring;
  /** `backup` when keyring.json was missing or damaged and its twin was read instead: say so and write it anew. */
  readonly readFrom: 'main' | 'backup';
}

export type KeyringError = KeyringReadError | Failure<'keys.keyring-missing'>;
export type KeyringWriteError = Failure<FileErrorCode>;

/** The main file, else its twin. A file of a newer release wins over an older twin: half-understanding it could lose a slot. */
export function readKeyring(dir: string): Result<StoredKeyring, KeyringError> {
  const main = readOne(join(dir, keyringFile));
  if (main?.ok) return ok({ keyring: main.value, readFrom: 'main' });
  if (main?.error.code === 'keys.keyring-newer') return main;
  const backup = readOne(join(dir, keyringBackupFile));
  if (backup?.ok) return ok({ keyring: backup.value, readFrom: 'backup' });
  return main ?? backup ?? fail('keys.keyring-missing');
}

/** Seals the body and replaces both files. The rename of the first is the moment the change counts. */
export function writeKeyring(dir: string, body: KeyringBody, dek: Uint8Array): Result<Keyring, KeyringWriteError> {
  const keyring = sealed(body, dek);
  const stored = storeKeyring(dir, keyring);
  return stored.ok ? ok(keyring) : stored;
}

/** The keyring as it will be read back; nothing is on disk yet. */
export function sealed(body: KeyringBody, dek: Uint8Array): Keyring {
  const read = parseKeyring(sealKeyring(body, dek));
  if (!read.ok || !hasValidMac(read.value, dek)) throw new Error('a keyring that cannot be read back is not written');
  return read.value;
}

/** Makes both files the given keyring, byte for byte as it was sealed: a new one, or again after a crash between the two. */
export function storeKeyring(dir: string, keyring: Keyring): Result<void, KeyringWriteError> {
  return writeBoth(dir, `${JSON.stringify(keyring, null, 1)}\n`);
}

/** False when one of the two files is missing, damaged or of another generation. */
export function areTwins(dir: string, keyring: Keyring): boolean {
  const hash = keyringHash(keyring);
  return [keyringFile, keyringBackupFile].every((file) => {
    const stored = readOne(join(dir, file));
    return stored?.ok === true && keyringHash(stored.value) === hash;
  });
}

/** What the next generation starts from: same content, one higher, chained to this one and those before it by their hashes. */
export function nextGeneration(keyring: Keyring): KeyringBody {
  const { mac: _, sum: __, ...body } = keyring;
  const ancestors = ancestry(keyring).slice(0, rememberedAncestors);
  return { ...body, gen: keyring.gen + 1, prevGenHash: keyringHash(keyring), ancestors };
}

const rememberedAncestors = 32;

/** Hashes of the generations a keyring descends from, newest first. */
export const ancestry = ({ prevGenHash, ancestors = [] }: Keyring): string[] =>
  prevGenHash === null ? [] : [prevGenHash, ...ancestors];

function writeBoth(dir: string, text: string): Result<void, KeyringWriteError> {
  try {
    writeFileAtomic(join(dir, keyringFile), text);
    writeFileAtomic(join(dir, keyringBackupFile), text);
    return ok(undefined);
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    return fail(code);
  }
}

/** `null` when there is no such file. A file that cannot be read counts as damaged: the twin may still be readable. */
function readOne(path: string): Result<Keyring, KeyringReadError> | null {
  try {
    return parseKeyring(readFileSync(path, 'utf8'));
  } catch (error) {
    if (fileErrorCode(error) === 'files.not-found') return null;
    const reason = systemCode(error);
    if (reason === null) throw error;
    return fail('keys.keyring-damaged', { reason });
  }
}

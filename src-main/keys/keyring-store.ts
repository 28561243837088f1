// keyring.json and its twin keyring.bak.json on disk, and the key for the stock tools that is taken from them. The twin is written
// second, so at every moment at least one of the two is whole.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { fileErrorCode, type FileErrorCode, writeFileAtomic } from '../files';
import { recoveryCodeFile, recoveryKeyFile } from './escrow';
import {
  hasValidMac,
  isRecoverySlot,
  keyringHash,
  parseKeyring,
  sealKeyring,
  type Keyring,
  type KeyringBody,
} from './keyring-format';
import { keyringBackupFile, keyringFile, readEither, readFileOf, type KeyringError } from './keyring-files';

export interface StoredKeyring {
  readonly keyring: Keyring;
  /** `backup` when keyring.json was missing or damaged and its twin was read instead: say so and write it anew. */
  readonly readFrom: 'main' | 'backup';
}

export type KeyringWriteError = Failure<FileErrorCode>;

/** The main file, else its twin. */
export function readKeyring(dir: string): Result<StoredKeyring, KeyringError> {
  const read = readEither(dir, parseKeyring);
  return read.ok ? ok({ keyring: read.value.content, readFrom: read.value.readFrom }) : read;
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
  return writeAll(dir, {
    text: `${JSON.stringify(keyring, null, 1)}\n`,
    recovery: recoveryFilesOf(keyring),
  });
}

/** False when a file is missing, damaged or of another generation. */
export function areTwins(dir: string, keyring: Keyring): boolean {
  const hash = keyringHash(keyring);
  if (recoveryFilesOf(keyring).some(([file, bytes]) => !holds(join(dir, file), bytes))) return false;
  return [keyringFile, keyringBackupFile].every((file) => {
    const stored = readFileOf(dir, file, parseKeyring);
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

/** What the recovery code opens with the `age` tool: nothing in a keyring of the first releases. The code in force, not one awaited. */
function recoveryFilesOf({ slots }: Keyring): (readonly [file: string, bytes: Buffer])[] {
  const { age, identity } = slots.filter(isRecoverySlot).find(({ awaited }) => awaited === undefined) ?? {};
  if (age === undefined) return [];
  const key = [recoveryKeyFile, Buffer.from(age, 'base64')] as const;
  return identity === undefined ? [key] : [[recoveryCodeFile, Buffer.from(identity, 'base64')], key];
}

function holds(file: string, bytes: Buffer): boolean {
  try {
    return readFileSync(file).equals(bytes);
  } catch (error) {
    if (fileErrorCode(error) === null) throw error;
    return false;
  }
}

interface Files {
  readonly text: string;
  readonly recovery: ReturnType<typeof recoveryFilesOf>;
}

function writeAll(dir: string, { text, recovery }: Files): Result<void, KeyringWriteError> {
  try {
    writeFileAtomic(join(dir, keyringFile), text);
    writeFileAtomic(join(dir, keyringBackupFile), text);
    for (const [file, bytes] of recovery) writeFileAtomic(join(dir, file), bytes);
    return ok(undefined);
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    return fail(code);
  }
}

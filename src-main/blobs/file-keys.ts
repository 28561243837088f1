// From a subject's key to the key of one file: wrapped with it in the file's row, bound to the subject and to the sealed file.

import type { Random } from '@shared/core/clock';
import { deriveFromSubject, hmacSha256, seal, unseal } from '../keys';

/** A sealed file as its subject knows it. */
export interface KeyedFile {
  /** 32 bytes. */
  readonly subjectKey: Uint8Array;
  readonly subject: string;
  /** Name of the sealed file. */
  readonly blob: string;
}

const nonceBytes = 12;

/** base64url of a random nonce, the sealed key and its tag. */
export function wrapFileKey(file: KeyedFile, fileKey: Uint8Array, random: Random): string {
  const nonce = random.bytes(nonceBytes);
  const sealed = seal(
    { key: deriveFromSubject(file.subjectKey, 'file-keys'), nonce, context: contextOf(file) },
    fileKey,
  );
  return Buffer.concat([nonce, sealed]).toString('base64url');
}

/** Null when it was wrapped for another subject or another file, or was changed since. */
export function unwrapFileKey(file: KeyedFile, wrapped: string): Buffer | null {
  const bytes = Buffer.from(wrapped, 'base64url');
  const nonce = bytes.subarray(0, nonceBytes);
  if (nonce.length < nonceBytes) return null;
  const key = deriveFromSubject(file.subjectKey, 'file-keys');
  return unseal({ key, nonce, context: contextOf(file) }, bytes.subarray(nonceBytes));
}

/**
 * By which a subject knows content again (hex). Keyed, so that nobody without its key can try whether a certain file is
 * among its attachments, and the same file of two people looks different.
 */
export const contentMark = (subjectKey: Uint8Array, digest: string): string =>
  hmacSha256(deriveFromSubject(subjectKey, 'content'), digest).toString('hex');

const contextOf = ({ subject, blob }: KeyedFile): Buffer =>
  Buffer.from(`diwan/file-key/v1\0${subject}\0${blob}`, 'utf8');

// What leaves the office is locked with, in the age format, so that the stock tool opens it: for recipients' keys or under a passphrase.
// The files of a package are for an age key of its own, and that key is for these: so a passphrase is stretched once.

import type { Encrypter } from 'age-encryption';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { BytesThrough } from '../files';

/** What locks a package and may be known to everybody. */
export interface PackageLock {
  /** `age1…` */
  readonly recipient: string;
  /** The package's own key, under the passphrase: an age file, base64. */
  readonly sealedKey: string;
}

export interface PackageKey {
  readonly recipient: string;
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
}

/** What different keyboards compose differently is the same; the page of a package does as much. Nothing else is folded: age folds nothing. */
const typed = (passphrase: string): string => passphrase.normalize('NFC');

export async function newAgeKey(): Promise<PackageKey> {
  const { generateIdentity, identityToRecipient } = await import('age-encryption');
  const identity = await generateIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Whom something is sealed for: age recipients, each of whom can open it, or whoever knows the passphrase. */
export type SealedFor = { readonly recipients: readonly string[] } | { readonly passphrase: string };

/** Under a passphrase it takes a second of a processor and 256 MB, as the age tool does: not on the engine's own thread. */
export async function newPackageLock(sealedFor: SealedFor): Promise<PackageLock> {
  const { identity, recipient } = await newAgeKey();
  const sealed = await (await encrypterFor(sealedFor)).encrypt(`${identity}\n`);
  return { recipient, sealedKey: Buffer.from(sealed).toString('base64') };
}

async function encrypterFor(sealedFor: SealedFor): Promise<Encrypter> {
  const age = await import('age-encryption');
  const encrypter = new age.Encrypter();
  if ('passphrase' in sealedFor) encrypter.setPassphrase(typed(sealedFor.passphrase));
  else for (const recipient of sealedFor.recipients) encrypter.addRecipient(recipient);
  return encrypter;
}

/** What age itself and its post-quantum keys look like; plug-ins of other makers are not ours to call. */
const recipientShape = /^age1[02-9ac-hj-np-z]{20,4000}$/;

export async function isRecipient(text: string): Promise<boolean> {
  if (!recipientShape.test(text)) return false;
  try {
    await encrypterFor({ recipients: [text] });
    return true;
  } catch (error) {
    // The library says by throwing that a recipient's own checksum or kind is wrong.
    if (error instanceof Error) return false;
    throw error;
  }
}

/** The package's own key out of its age file. As slow as locking. */
export async function openPackageLock(
  sealedKey: Uint8Array,
  passphrase: string,
): Promise<Result<string, Failure<'exports.password-wrong'>>> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(typed(passphrase));
  try {
    return ok((await decrypter.decrypt(sealedKey, 'text')).trim());
  } catch (error) {
    // The library says by throwing that the passphrase is another one, or that this is no such file.
    if (error instanceof Error) return fail('exports.password-wrong');
    throw error;
  }
}

/** As slow as locking when it is for a passphrase. */
export async function sealingFor(sealedFor: SealedFor): Promise<BytesThrough> {
  const encrypter = await encrypterFor(sealedFor);
  return (bytes) => encrypter.encrypt(bytes);
}

/** What it answers throws at the first piece that is not as it was sealed. */
export async function unsealingWith(identity: string): Promise<BytesThrough> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return (bytes) => decrypter.decrypt(bytes);
}

// What a package that leaves the office is locked with, in the age format: its files are for an age key of the package's own, and
// that key is for a passphrase. So the passphrase is stretched once, and the stock tool opens everything.

import { fail, ok, type Failure, type Result } from '@shared/core/result';

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

export type BytesThrough = (bytes: ReadableStream<Uint8Array>) => Promise<ReadableStream<Uint8Array>>;

/** What different keyboards compose differently is the same; the page of a package does as much. Nothing else is folded: age folds nothing. */
const typed = (passphrase: string): string => passphrase.normalize('NFC');

export async function newAgeKey(): Promise<PackageKey> {
  const { generateIdentity, identityToRecipient } = await import('age-encryption');
  const identity = await generateIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Takes a second of a processor and 256 MB, as the age tool does: not on the engine's own thread. */
export async function newPackageLock(passphrase: string): Promise<PackageLock> {
  const { Encrypter } = await import('age-encryption');
  const { identity, recipient } = await newAgeKey();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(typed(passphrase));
  const sealed = await encrypter.encrypt(`${identity}\n`);
  return { recipient, sealedKey: Buffer.from(sealed).toString('base64') };
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

export async function sealingFor(recipient: string): Promise<BytesThrough> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return (bytes) => encrypter.encrypt(bytes);
}

/** What it answers throws at the first piece that is not as it was sealed. */
export async function unsealingWith(identity: string): Promise<BytesThrough> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return (bytes) => decrypter.decrypt(bytes);
}

// Keys for single purposes, derived from the data key so that none can stand in for another.

import { hkdfSha256, signEd25519, verifyEd25519 } from './crypto';

/** The closed list of purposes; the word goes into the derivation, so renaming one changes its key. */
export type KeyPurpose = 'audit' | 'keyring-mac' | 'draft' | 'blob-index' | 'backup';

/** What is being signed; the word stands in front of the message, so a signature of one kind is never valid as another. */
export type SignatureDomain = 'approve' | 'checkpoint' | 'backup' | 'bundle';

/** A 32-byte key for one purpose of one base. */
export const deriveSubkey = (dek: Uint8Array, vaultId: string, purpose: KeyPurpose): Buffer =>
  hkdfSha256({ secret: dek, info: `diwan/${purpose}/v1\0${vaultId}` });

export const signInDomain = (domain: SignatureDomain, seed: Uint8Array, message: Uint8Array): Buffer =>
  signEd25519(seed, inDomain(domain, message));

export const verifyInDomain = (
  domain: SignatureDomain,
  publicKey: Uint8Array,
  { message, signature }: { readonly message: Uint8Array; readonly signature: Uint8Array },
): boolean => verifyEd25519(publicKey, inDomain(domain, message), signature);

const inDomain = (domain: SignatureDomain, message: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`diwan/${domain}/v1\n`, 'utf8'), message]);

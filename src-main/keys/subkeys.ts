// Keys for single purposes, derived from the data key so that none can stand in for another.

import { hkdfSha256, signEd25519, verifyEd25519 } from './crypto';

/** The closed list of purposes; the word goes into the derivation, so renaming one changes its key. */
export type KeyPurpose = 'audit' | 'keyring-mac' | 'draft' | 'blob-index' | 'backup';

/** What is being signed; the word stands in front of the message, so a signature of one kind is never valid as another. */
export type SignatureDomain = 'ask-approval' | 'approve' | 'checkpoint' | 'backup' | 'bundle' | 'audit-log';

/** A 32-byte key for one purpose of one base. */
export const deriveSubkey = (dek: Uint8Array, vaultId: string, purpose: KeyPurpose): Buffer =>
  hkdfSha256({ secret: dek, info: `diwan/${purpose}/v1\0${vaultId}` });

/** 48 bytes, key and salt, that open the file of subjects' keys; from the 48 of the base's database. */
export const deriveSubjectKeysKey = (databaseKey: Uint8Array): Buffer =>
  hkdfSha256({ secret: databaseKey, info: 'diwan/subject-keys/v1', length: 48 });

/** 32 bytes for one use of a subject's key. */
export const deriveFromSubject = (subjectKey: Uint8Array, use: 'file-keys' | 'content'): Buffer =>
  hkdfSha256({ secret: subjectKey, info: `diwan/subject/${use}/v1` });

export const signInDomain = (domain: SignatureDomain, seed: Uint8Array, message: Uint8Array): Buffer =>
  signEd25519(seed, inDomain(domain, message));

export const verifyInDomain = (
  domain: SignatureDomain,
  publicKey: Uint8Array,
  { message, signature }: { readonly message: Uint8Array; readonly signature: Uint8Array },
): boolean => verifyEd25519(publicKey, inDomain(domain, message), signature);

const inDomain = (domain: SignatureDomain, message: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`diwan/${domain}/v1\n`, 'utf8'), message]);

// What a slot wraps: the base's keys and, for a person's slot, that person's own keys. A list of tagged fields instead of JSON,
// so that no key ever becomes a string that cannot be overwritten, and so that later releases can add class keys.

import { agreementKeyPair, keyBytes, signingKeyPair, type KeyPair } from './crypto';
import type { Random } from '@shared/core/clock';

/** The 32-byte data key and the 16-byte salt of the database file. */
export interface VaultSecret {
  readonly dek: Buffer;
  readonly dbSalt: Buffer;
}

/** A person's keys: Ed25519 to sign approvals and checkpoints, X25519 to be sent keys. */
export interface UserKeys {
  readonly signing: KeyPair;
  readonly agreement: KeyPair;
}

export interface SecretBundle {
  readonly vault: VaultSecret;
  readonly user: UserKeys | null;
  /** X25519: what a rotation seals the new data key to. A person's own, or of a slot that paper opens. */
  readonly agreement: KeyPair | null;
}

export const dbSaltBytes = 16;
const tags = { dek: 1, dbSalt: 2, signing: 3, agreement: 4 } as const;

export const createVaultSecret = (random: Random): VaultSecret => ({
  dek: Buffer.from(random.bytes(keyBytes)),
  dbSalt: Buffer.from(random.bytes(dbSaltBytes)),
});

export const createUserKeys = (random: Random): UserKeys => ({
  signing: signingKeyPair(random.bytes(keyBytes)),
  agreement: createAgreementKey(random),
});

export const createAgreementKey = (random: Random): KeyPair => agreementKeyPair(random.bytes(keyBytes));

/** What everybody may know of a person's keys, hex. */
export const publicHalves = ({ signing, agreement }: UserKeys): { signing: string; agreement: string } => ({
  signing: signing.publicKey.toString('hex'),
  agreement: agreement.publicKey.toString('hex'),
});

/** Each field: 1 byte tag, 2 bytes length (big endian), bytes. The caller overwrites the result after wrapping it. */
export function encodeBundle({ vault, user, agreement }: SecretBundle): Buffer {
  const fields: [number, Buffer][] = [
    [tags.dek, vault.dek],
    [tags.dbSalt, vault.dbSalt],
  ];
  if (user !== null) fields.push([tags.signing, user.signing.privateKey]);
  if (agreement !== null) fields.push([tags.agreement, agreement.privateKey]);
  return Buffer.concat(
    fields.flatMap(([tag, bytes]) => [Buffer.from([tag, bytes.length >> 8, bytes.length & 0xff]), bytes]),
  );
}

/** `null` when the bytes are not a bundle; tags of later releases are passed over. */
export function decodeBundle(bytes: Buffer): SecretBundle | null {
  const fields = readFields(bytes);
  const dek = fields?.get(tags.dek);
  const dbSalt = fields?.get(tags.dbSalt);
  if (dek?.length !== keyBytes || dbSalt?.length !== dbSaltBytes) return null;
  const seed = fields?.get(tags.signing);
  const scalar = fields?.get(tags.agreement);
  const agreement = scalar?.length === keyBytes ? agreementKeyPair(scalar) : null;
  const signing = seed?.length === keyBytes ? signingKeyPair(seed) : null;
  return {
    vault: { dek, dbSalt },
    user: signing !== null && agreement !== null ? { signing, agreement } : null,
    agreement,
  };
}

function readFields(bytes: Buffer): Map<number, Buffer> | null {
  const fields = new Map<number, Buffer>();
  for (let at = 0; at < bytes.length;) {
    if (at + 3 > bytes.length) return null;
    const end = at + 3 + bytes.readUInt16BE(at + 1);
    if (end > bytes.length) return null;
    fields.set(bytes.readUInt8(at), Buffer.from(bytes.subarray(at + 3, end)));
    at = end;
  }
  return fields;
}

/** Overwrites every private byte. Copies the runtime made are out of reach; ending the process is what really forgets. */
export function wipeBundle({ vault, user }: Omit<SecretBundle, 'agreement'>): void {
  wipeVault(vault);
  for (const bytes of [user?.signing.privateKey, user?.agreement.privateKey]) bytes?.fill(0);
}

export function wipeVault({ dek, dbSalt }: VaultSecret): void {
  dek.fill(0);
  dbSalt.fill(0);
}

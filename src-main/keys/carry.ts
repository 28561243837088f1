// How a rotation gives the new data key to slots whose passphrase, code or cards are not there: sealed to the slot's own X25519 key,
// whose private half is among what the slot wraps. HPKE in small: a fresh key for each message, HKDF, AES-256-GCM.

import type { Random } from '@shared/core/clock';
import { agree, agreementKeyPair, hkdfSha256, keyBytes, nonceBytes, seal, unseal, type KeyPair } from './crypto';
import type { Carried } from './keyring-format';
import { dbSaltBytes, type VaultSecret } from './secret-bundle';

/** What a carried key is bound to: it opens in no other base, generation or slot. */
export interface CarryContext {
  readonly vaultId: string;
  /** The generation that the rotation makes. */
  readonly gen: number;
  readonly slotId: string;
}

/** `to`: the slot's agreement key, hex. */
export function carryTo(
  { to, ...where }: CarryContext & { readonly to: string },
  { dek, dbSalt }: VaultSecret,
  random: Random,
): Carried {
  const plain = Buffer.concat([dek, dbSalt]);
  const envelope = sealTo({ to, context: contextOf(where) }, plain, random);
  plain.fill(0);
  return { gen: where.gen, ...envelope };
}

/** `null` when it was made for another key, base, generation or slot, or was changed since. */
export function openCarried(
  { gen, ...envelope }: Carried,
  own: KeyPair,
  where: Omit<CarryContext, 'gen'>,
): VaultSecret | null {
  const plain = openSealedTo(envelope, own, contextOf({ ...where, gen }));
  if (plain?.length !== keyBytes + dbSaltBytes) return null;
  return { dek: plain.subarray(0, keyBytes), dbSalt: plain.subarray(keyBytes) };
}

/** Hex, and `sealed` in base64. */
export interface Envelope {
  readonly ephemeral: string;
  readonly nonce: string;
  readonly sealed: string;
}

/** `to`: an agreement key, hex. What is bound to the context opens in no other. */
export function sealTo(
  { to, context }: { readonly to: string; readonly context: Uint8Array },
  plain: Uint8Array,
  random: Random,
): Envelope {
  const recipient = Buffer.from(to, 'hex');
  const once = agreementKeyPair(random.bytes(keyBytes));
  const key = keyOf(agree(once.privateKey, recipient), { ephemeral: once.publicKey, recipient });
  const nonce = Buffer.from(random.bytes(nonceBytes));
  const sealed = seal({ key, nonce, context }, plain);
  for (const secret of [once.privateKey, key]) secret.fill(0);
  return {
    ephemeral: once.publicKey.toString('hex'),
    nonce: nonce.toString('hex'),
    sealed: sealed.toString('base64'),
  };
}

/** `null` when it was made for another key or context, or was changed since. */
export function openSealedTo({ ephemeral, nonce, sealed }: Envelope, own: KeyPair, context: Uint8Array): Buffer | null {
  const sender = Buffer.from(ephemeral, 'hex');
  const shared = agreed(own.privateKey, sender);
  if (shared === null) return null;
  const key = keyOf(shared, { ephemeral: sender, recipient: own.publicKey });
  const plain = unseal({ key, nonce: Buffer.from(nonce, 'hex'), context }, Buffer.from(sealed, 'base64'));
  key.fill(0);
  return plain;
}

/** Both libraries refuse the few public keys that would make the shared secret nothing, by throwing. */
function agreed(scalar: Uint8Array, publicKey: Uint8Array): Buffer | null {
  try {
    return agree(scalar, publicKey);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function keyOf(shared: Buffer, { ephemeral, recipient }: { ephemeral: Uint8Array; recipient: Uint8Array }): Buffer {
  const key = hkdfSha256({ secret: shared, salt: Buffer.concat([ephemeral, recipient]), info: 'diwan/carry/v1' });
  shared.fill(0);
  return key;
}

const contextOf = ({ vaultId, gen, slotId }: CarryContext): Buffer =>
  Buffer.from(`diwan/carried/v1\0${vaultId}\0${gen}\0${slotId}`, 'utf8');

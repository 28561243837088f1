// Whose signature is whose, as the keyring says it: of no use when somebody without the keys has changed the file.

import { isUserSlot } from './keyring-format';
import { readTrusted, type KeyringSession } from './keyring-change';

/** Ed25519 keys by user, 32 bytes each, of everybody who has a slot; null when the keyring cannot be trusted. */
export function signingKeys(session: KeyringSession): ReadonlyMap<string, Uint8Array> | null {
  const trusted = readTrusted(session);
  if (!trusted.ok) return null;
  const slots = trusted.value.slots.filter(isUserSlot);
  return new Map(slots.map(({ userId, publicKeys }) => [userId, Buffer.from(publicKeys.signing, 'hex')]));
}

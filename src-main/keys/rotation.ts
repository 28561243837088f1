// A new data key for a base: every way in carried over, in a keyring that names the database written under it. Nobody's passphrase,
// code or card is needed, because each slot has an agreement key of its own.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { carryTo } from './carry';
import { sealForRecipient } from './escrow';
import {
  readTrusted,
  versionOf,
  type KeyringChangeError,
  type KeyringDeps,
  type KeyringSession,
} from './keyring-change';
import {
  isCardsSlot,
  isEscrowSlot,
  isRecoverySlot,
  isUserSlot,
  type Carried,
  type Keyring,
  type Slot,
} from './keyring-format';
import type { KeyringError } from './keyring-files';
import { ancestry, nextGeneration, readKeyring, sealed, storeKeyring, type KeyringWriteError } from './keyring-store';
import { createVaultSecret, type VaultSecret } from './secret-bundle';
import type { Unlocked } from './unlock';

export interface Rotation {
  /** As the same person, with the new data key. Keys of its own but for the person's, which stay those of the session. */
  readonly unlocked: Unlocked;
  /** Both keyring files, and what the stock tools need. The rename of the first is the moment the new key counts. */
  write(): Result<void, KeyringWriteError>;
}

/** Ways in that no rotation can carry: made by an earlier release, or by a later one. */
export interface Uncarried {
  readonly code: boolean;
  /** Ids of sets. */
  readonly cards: readonly string[];
  readonly others: number;
}

/** details: `Uncarried`. */
export type UncarriedError = Failure<'keys.slots-not-carried'>;

/** Nothing is on disk yet. `databaseFile` is what the new keyring names. */
export async function prepareRotation(
  session: KeyringSession,
  databaseFile: string,
  { random }: Pick<KeyringDeps, 'random'>,
): Promise<Result<Rotation, KeyringChangeError | UncarriedError>> {
  const trusted = readTrusted(session);
  if (!trusted.ok) return trusted;
  const refused = refusal(trusted.value);
  if (!refused.ok) return refused;
  const secret = createVaultSecret(random);
  const body = nextGeneration(trusted.value);
  const renew = (slot: Slot): Promise<Slot> =>
    renewed(slot, secret, {
      vaultId: body.vaultId,
      carried: (to) => carryTo({ to, vaultId: body.vaultId, gen: body.gen, slotId: slot.id }, secret, random),
    });
  const keyring = sealed(
    {
      ...body,
      fmt: body.fmt === 1 ? 2 : body.fmt,
      db: { ...body.db, file: databaseFile, since: body.gen, salt: secret.dbSalt.toString('hex') },
      slots: await Promise.all(body.slots.map(renew)),
    },
    secret.dek,
  );
  return ok({
    unlocked: { ...session.unlocked, ...versionOf(keyring), ancestors: ancestry(keyring), secret, databaseFile },
    write: () => storeKeyring(session.dir, keyring),
  });
}

/** Unverified: what the file says. */
export function uncarriedSlots(dir: string): Result<Uncarried, KeyringError> {
  const stored = readKeyring(dir);
  return stored.ok ? ok(uncarriedOf(stored.value.keyring)) : stored;
}

/** Whether all of them can be carried now. */
export function canRotate(session: KeyringSession): Result<void, KeyringChangeError | UncarriedError> {
  const trusted = readTrusted(session);
  return trusted.ok ? refusal(trusted.value) : trusted;
}

function refusal(keyring: Keyring): Result<void, UncarriedError> {
  const { code, cards, others } = uncarriedOf(keyring);
  return code || cards.length > 0 || others > 0
    ? fail('keys.slots-not-carried', { code, cards, others })
    : ok(undefined);
}

const uncarriedOf = ({ slots }: Keyring): Uncarried => ({
  code: slots.some((slot) => isRecoverySlot(slot) && (slot.agreement === undefined || slot.recipient === undefined)),
  cards: slots.filter(isCardsSlot).flatMap(({ id, agreement }) => (agreement === undefined ? [id] : [])),
  others: slots.filter((slot) => ![isUserSlot, isRecoverySlot, isCardsSlot, isEscrowSlot].some((is) => is(slot)))
    .length,
});

interface Renewing {
  readonly vaultId: string;
  readonly carried: (to: string) => Carried;
}

async function renewed(slot: Slot, secret: VaultSecret, { vaultId, carried }: Renewing): Promise<Slot> {
  const ageFor = async (recipient: string): Promise<string> => {
    const age = await sealForRecipient(vaultId, secret, recipient);
    if (!age.ok) throw new Error('a recipient of this keyring is none any more');
    return age.value;
  };
  if (isUserSlot(slot)) return { ...slot, carried: carried(slot.publicKeys.agreement) };
  if (isEscrowSlot(slot)) return { ...slot, age: await ageFor(slot.recipient) };
  if (isCardsSlot(slot)) return { ...slot, carried: carried(slot.agreement ?? '') };
  if (isRecoverySlot(slot))
    return { ...slot, carried: carried(slot.agreement ?? ''), age: await ageFor(slot.recipient ?? '') };
  throw new Error(`a slot of type ${slot.type} cannot be carried`);
}

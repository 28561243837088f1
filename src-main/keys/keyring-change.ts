// Every change to a keyring goes the same way: read what is on disk now, be sure nobody tampered with it, make the next generation,
// write it. Keys never change here; that is rotation's business.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Clock, Random } from '@shared/core/clock';
import { kdfFloor, type KdfCost, type PassphraseKdf } from './kdf';
import { hasValidMac, isUserSlot, keyringHash, type Keyring, type KeyringPolicy, type Slot } from './keyring-format';
import { nextGeneration, readKeyring, writeKeyring, type KeyringError, type KeyringWriteError } from './keyring-store';
import { foldLogin } from './passphrase';
import { checkPassphrase, type PassphraseReason } from './passphrase-policy';
import type { SlotContext } from './slots';
import type { Unlocked } from './unlock';

export interface KeyringDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly kdf: PassphraseKdf;
  /** Cost of new passphrase slots, from `calibrate`; the floor when not given. */
  readonly cost?: KdfCost;
}

/** An opened base: where it lies and what unlocking gave. */
export interface KeyringSession {
  readonly dir: string;
  readonly unlocked: Unlocked;
}

/** What the database has to remember after a change, so that an older keyring put back is noticed. */
export interface KeyringVersion {
  readonly generation: number;
  readonly keyringHash: string;
}

/** details of weak-passphrase: `{ reasons }`, each a code with words of its own. */
export type PassphraseChoiceError = Failure<'keys.weak-passphrase' | 'keys.login-taken' | 'keys.login-invalid'>;
export type KeyringChangeError = KeyringError | KeyringWriteError | Failure<'keys.keyring-altered'>;

/** The keyring on disk, if a holder of these keys wrote it. Writing on top of a doctored one would make the doctoring genuine. */
export function readTrusted({ dir, unlocked }: KeyringSession): Result<Keyring, KeyringChangeError> {
  const stored = readKeyring(dir);
  if (!stored.ok) return stored;
  const { keyring } = stored.value;
  return hasValidMac(keyring, unlocked.secret.dek) ? ok(keyring) : fail('keys.keyring-altered');
}

/** Writes the next generation with these slots. */
export function commitSlots(
  session: KeyringSession,
  keyring: Keyring,
  slots: readonly Slot[],
): Result<KeyringVersion, KeyringWriteError> {
  const written = writeKeyring(
    session.dir,
    { ...nextGeneration(keyring), slots: [...slots] },
    session.unlocked.secret.dek,
  );
  return written.ok ? ok(versionOf(written.value)) : written;
}

export const versionOf = (keyring: Keyring): KeyringVersion => ({
  generation: keyring.gen,
  keyringHash: keyringHash(keyring),
});

export const slotContext = (keyring: Keyring, { userId }: Unlocked, { clock }: KeyringDeps): SlotContext => ({
  vaultId: keyring.vaultId,
  gen: keyring.gen + 1,
  createdAt: clock.now(),
  by: userId,
});

/** The given cost, never below the floor nor below what the base's policy asks for. */
export const costOf = ({ policy }: { readonly policy: KeyringPolicy }, { cost = kdfFloor }: KeyringDeps): KdfCost => ({
  ...cost,
  memoryKiB: Math.max(cost.memoryKiB, policy.minKdf.memoryKiB, kdfFloor.memoryKiB),
  passes: Math.max(cost.passes, policy.minKdf.passes, kdfFloor.passes),
});

/** A login is 1 to 64 characters and nobody else's; a passphrase has to satisfy the policy. */
export async function checkChoice(
  { login, passphrase }: { login: string; passphrase: string },
  others: readonly string[],
): Promise<Result<void, PassphraseChoiceError>> {
  const folded = foldLogin(login);
  if (folded.length === 0 || folded.length > 64) return fail('keys.login-invalid');
  if (others.some((other) => foldLogin(other) === folded)) return fail('keys.login-taken');
  const reasons: readonly PassphraseReason[] = await checkPassphrase(passphrase, [login]);
  return reasons.length === 0 ? ok(undefined) : fail('keys.weak-passphrase', { reasons });
}

export const userLabels = ({ slots }: { slots: readonly Slot[] }): string[] =>
  slots.filter(isUserSlot).map(({ label }) => label);

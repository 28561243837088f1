// Every change to a keyring goes the same way: read what is on disk now, be sure nobody tampered with it, make the next generation,
// write it. Keys never change here; that is rotation's business.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Clock, Random } from '@shared/core/clock';
import { kdfFloor, type KdfCost, type PassphraseKdf } from './kdf';
import {
  hasValidMac,
  isUserSlot,
  keyringHash,
  publicKeysOf,
  type Keyring,
  type KeyringBody,
  type KeyringPolicy,
  type Slot,
} from './keyring-format';
import type { KeyringError } from './keyring-files';
import { ancestry, nextGeneration, readKeyring, writeKeyring, type KeyringWriteError } from './keyring-store';
import { lineageBreak, type Descent, type KeyringVersion } from './lineage';
import { foldLogin } from './passphrase';
import { checkPassphrase, type PassphraseReason } from './passphrase-policy';
import type { SlotContext } from './slots';
import type { Unlocked } from './unlock';

export interface KeyringDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly kdf: PassphraseKdf;
  /** Cost of new passphrase slots, from `calibrate`; the floor when not given. */
  readonly cost?: () => Promise<KdfCost>;
}

/** An opened base: where it lies and what unlocking gave. */
export interface KeyringSession {
  readonly dir: string;
  readonly unlocked: Unlocked;
  /** What the database remembers of the keyring; not given where no database is open. */
  readonly known?: () => KeyringVersion | null;
}

/** details of weak-passphrase: `{ reasons }`, each a code with words of its own. */
export type PassphraseChoiceError = Failure<'keys.weak-passphrase' | 'keys.login-taken' | 'keys.login-invalid'>;
export type KeyringChangeError = KeyringError | KeyringWriteError | Failure<'keys.keyring-altered'>;

/** The keyring on disk, if it is genuine and the latest. Writing on top of another would make it so. */
export function readTrusted({ dir, unlocked, known }: KeyringSession): Result<Keyring, KeyringChangeError> {
  const stored = readKeyring(dir);
  if (!stored.ok) return stored;
  const { keyring } = stored.value;
  const isGenuine = hasValidMac(keyring, unlocked.secret.dek);
  return isGenuine && lineageBreak(descentOf(keyring), known?.() ?? null) === null
    ? ok(keyring)
    : fail('keys.keyring-altered');
}

/** Writes the next generation with these slots. */
export const commitSlots = (
  session: KeyringSession,
  keyring: Keyring,
  slots: readonly Slot[],
): Result<KeyringVersion, KeyringWriteError> => commitChange(session, keyring, { slots: [...slots] });

/** Writes the next generation, as it was but for this. */
export function commitChange(
  session: KeyringSession,
  keyring: Keyring,
  change: Partial<Pick<KeyringBody, 'slots' | 'classes' | 'fmt'>>,
): Result<KeyringVersion, KeyringWriteError> {
  const written = writeKeyring(session.dir, { ...nextGeneration(keyring), ...change }, session.unlocked.secret.dek);
  return written.ok ? ok(versionOf(written.value)) : written;
}

export const versionOf = (keyring: Keyring): KeyringVersion => ({
  generation: keyring.gen,
  keyringHash: keyringHash(keyring),
  slotKeys: keyring.slots.flatMap(publicKeysOf),
});

export const descentOf = (keyring: Keyring): Descent => ({ ...versionOf(keyring), ancestors: ancestry(keyring) });

export const slotContext = (keyring: Keyring, { userId }: Unlocked, { clock }: KeyringDeps): SlotContext => ({
  vaultId: keyring.vaultId,
  gen: keyring.gen + 1,
  createdAt: clock.now(),
  by: userId,
});

/** The given cost, never below the floor nor below what the base's policy asks for. */
export async function costOf(
  { policy }: { readonly policy: KeyringPolicy },
  { cost }: Pick<KeyringDeps, 'cost'>,
): Promise<KdfCost> {
  const given = (await cost?.()) ?? kdfFloor;
  return {
    ...given,
    memoryKiB: Math.max(given.memoryKiB, policy.minKdf.memoryKiB, kdfFloor.memoryKiB),
    passes: Math.max(given.passes, policy.minKdf.passes, kdfFloor.passes),
  };
}

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

// From a passphrase or a recovery code to the keys of a base. Five things can be wrong, and each has its own answer:
// no keyring, a damaged one, a newer one, an unknown user, a wrong secret.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Clock } from '@shared/core/clock';
import { beginAttempt, forgetAttempts, type TooManyAttempts } from './attempts';
import { isAllowedCost, type PassphraseKdf } from './kdf';
import {
  hasValidMac,
  isRecoverySlot,
  isUserSlot,
  keyringHash,
  type Keyring,
  type KeyringPolicy,
  type UserSlot,
} from './keyring-format';
import type { KeyringError } from './keyring-files';
import { ancestry, areTwins, readKeyring, storeKeyring, type StoredKeyring } from './keyring-store';
import { foldLogin } from './passphrase';
import { parseRecoveryCode, type RecoveryCodeError } from './recovery-code';
import { wipeBundle, type SecretBundle, type UserKeys, type VaultSecret } from './secret-bundle';
import { unwrapRecoverySlot, unwrapUserSlot } from './slots';

export interface UnlockDeps {
  readonly clock: Clock;
  readonly kdf: PassphraseKdf;
}

export interface Unlocked {
  readonly vaultId: string;
  readonly slotId: string;
  /** `null` after a recovery code, which belongs to nobody. */
  readonly userId: string | null;
  readonly login: string | null;
  readonly mustChange: boolean;
  readonly secret: VaultSecret;
  readonly userKeys: UserKeys | null;
  /** File name of the database inside the base's folder. */
  readonly databaseFile: string;
  readonly policy: KeyringPolicy;
  /** To be compared with what the database remembers (`lineageBreak`). */
  readonly generation: number;
  readonly keyringHash: string;
  readonly ancestors: readonly string[];
  /** Somebody without the keys changed slots, labels or policy: raise the alarm and write it to the audit trail. */
  readonly keyringAltered: boolean;
  /** `backup`: keyring.json was missing or damaged, its twin was used and both were written anew. */
  readonly readFrom: 'main' | 'backup';
}

export type PassphraseError = KeyringError | TooManyAttempts | Failure<'keys.wrong-passphrase' | 'keys.unknown-user'>;
export type RecoveryError = KeyringError | RecoveryCodeError | Failure<'keys.wrong-recovery-code'>;

/** `attemptsIn`: the folder that counts wrong passphrases, where the keyring's own cannot be written. `login` is compared folded (any ya, kaf, case). A damaged slot never looks like a wrong passphrase: the file's sum is checked first. */
export async function unlockWithPassphrase(
  dir: string,
  { login, passphrase, attemptsIn = dir }: { login: string; passphrase: string; attemptsIn?: string },
  { clock, kdf }: UnlockDeps,
): Promise<Result<Unlocked, PassphraseError>> {
  const stored = readKeyring(dir);
  if (!stored.ok) return stored;
  const { keyring } = stored.value;
  const slot = findUserSlot(keyring, login);
  if (slot === undefined) return fail('keys.unknown-user');
  if (!isAllowedCost(slot.kdf)) return fail('keys.keyring-damaged', { reason: 'kdf-out-of-bounds' });
  const begun = beginAttempt(attemptsIn, slot.id, clock);
  if (!begun.ok) return begun;
  const bundle = await unwrapUserSlot(slot, keyring.vaultId, { passphrase, kdf });
  if (bundle === null) return fail('keys.wrong-passphrase');
  forgetAttempts(attemptsIn, slot.id);
  return ok(unlocked(dir, stored.value, { bundle, slot }));
}

/** Opens the base with the printed code. No pause after wrong ones: 128 random bits are not guessed. */
export function unlockWithRecoveryCode(dir: string, typed: string): Result<Unlocked, RecoveryError> {
  const code = parseRecoveryCode(typed);
  if (!code.ok) return code;
  const stored = readKeyring(dir);
  if (!stored.ok) return stored;
  const { keyring } = stored.value;
  for (const slot of keyring.slots.filter(isRecoverySlot)) {
    const bundle = unwrapRecoverySlot(slot, keyring.vaultId, code.value);
    if (bundle !== null) return ok(unlocked(dir, stored.value, { bundle, slot }));
  }
  return fail('keys.wrong-recovery-code');
}

export const findUserSlot = (keyring: Keyring, login: string): UserSlot | undefined =>
  keyring.slots.filter(isUserSlot).find((slot) => foldLogin(slot.label) === foldLogin(login));

/** The 48 raw bytes SQLCipher is opened with: data key, then salt. The caller overwrites them after opening. */
export const databaseKey = ({ dek, dbSalt }: VaultSecret): Buffer => Buffer.concat([dek, dbSalt]);

/** Keys of their own for another base object, which overwrites them when it closes. */
export function copyUnlocked(unlocked: Unlocked): Unlocked {
  const { dek, dbSalt } = unlocked.secret;
  return { ...unlocked, secret: { dek: Buffer.from(dek), dbSalt: Buffer.from(dbSalt) }, userKeys: null };
}

/** Overwrites the keys in memory, as far as the runtime allows. */
export const wipeUnlocked = ({ secret, userKeys }: Unlocked): void => wipeBundle({ vault: secret, user: userKeys });

function unlocked(
  dir: string,
  { keyring, readFrom }: StoredKeyring,
  { bundle, slot }: { bundle: SecretBundle; slot: { id: string; type: string } },
): Unlocked {
  const keyringAltered = !hasValidMac(keyring, bundle.vault.dek);
  // An altered file is evidence and stays as it is until an administrator has decided.
  if (!keyringAltered && !areTwins(dir, keyring)) storeKeyring(dir, keyring);
  const user = keyring.slots.filter(isUserSlot).find(({ id }) => id === slot.id);
  return {
    vaultId: keyring.vaultId,
    slotId: slot.id,
    userId: user?.userId ?? null,
    login: user?.label ?? null,
    mustChange: user?.mustChange ?? false,
    secret: bundle.vault,
    userKeys: bundle.user,
    databaseFile: keyring.db.file,
    policy: keyring.policy,
    generation: keyring.gen,
    keyringHash: keyringHash(keyring),
    ancestors: ancestry(keyring),
    keyringAltered,
    readFrom,
  };
}

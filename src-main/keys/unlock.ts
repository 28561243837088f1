// From a passphrase, a recovery code or cards to the keys of a base. Five things can be wrong, and each has its own answer:
// no keyring, a damaged one, a newer one, an unknown user, a wrong secret.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Clock } from '@shared/core/clock';
import { openWithCards, type CardsError } from './cards';
import { beginAttempt, forgetAttempts, type TooManyAttempts } from './attempts';
import { isAllowedCost, type PassphraseKdf } from './kdf';
import {
  hasValidMac,
  isRecoverySlot,
  isUserSlot,
  keyringHash,
  publicKeysOf,
  type Keyring,
  type KeyringPolicy,
  type UserSlot,
} from './keyring-format';
import type { KeyringError } from './keyring-files';
import { ancestry, areTwins, readKeyring, storeKeyring, type StoredKeyring } from './keyring-store';
import { typedCode } from './one-time-code';
import { foldLogin } from './passphrase';
import { parseRecoveryCode, type RecoveryCodeError } from './recovery-code';
import { wipeBundle, type SecretBundle, type UserKeys, type VaultSecret } from './secret-bundle';
import { sealingOf } from './class-envelope';
import { copySealing, wipeSealing, type Sealing } from './sealing';
import { unwrapPaperSlot, unwrapUserSlot } from './slots';

export interface UnlockDeps {
  readonly clock: Clock;
  readonly kdf: PassphraseKdf;
}

export interface Unlocked {
  readonly vaultId: string;
  readonly slotId: string;
  /** `null` after a recovery code or cards, which belong to nobody. */
  readonly userId: string | null;
  readonly login: string | null;
  readonly mustChange: boolean;
  readonly secret: VaultSecret;
  readonly userKeys: UserKeys | null;
  /** Keys of classes that were opened with it, and what is sealed under them. */
  readonly sealing: Sealing;
  /** File name of the database inside the base's folder. */
  readonly databaseFile: string;
  readonly policy: KeyringPolicy;
  /** To be compared with what the database remembers (`lineageBreak`). */
  readonly generation: number;
  readonly keyringHash: string;
  readonly ancestors: readonly string[];
  readonly slotKeys: readonly string[];
  /** Somebody without the keys changed slots, labels or policy: raise the alarm and write it to the audit trail. */
  readonly keyringAltered: boolean;
  /** `backup`: keyring.json was missing or damaged, its twin was used and both were written anew. */
  readonly readFrom: 'main' | 'backup';
}

export type PassphraseError = KeyringError | TooManyAttempts | Failure<'keys.wrong-passphrase' | 'keys.unknown-user'>;
export type RecoveryError = KeyringError | RecoveryCodeError | Failure<'keys.wrong-recovery-code'>;
export type PaperError = RecoveryError | CardsError;

/** What opens a base without anybody's passphrase. */
export type Paper = { readonly recoveryCode: string } | { readonly cards: readonly string[] };
export type Proof = { readonly passphrase: string } | Paper;

export interface OpenedBy {
  /** Numbers of the cards; `null` when it was not cards. */
  readonly cards: readonly number[] | null;
}

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
  // What was handed out is read from paper, with the spaces of paper.
  const typed = slot.mustChange ? typedCode(passphrase) : passphrase;
  const bundle = await unwrapUserSlot(slot, keyring.vaultId, { passphrase: typed, kdf });
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
    const bundle = unwrapPaperSlot(slot, keyring.vaultId, code.value);
    if (bundle !== null) return ok(unlocked(dir, stored.value, { bundle, slot }));
  }
  return fail('keys.wrong-recovery-code');
}

export async function unlockWithPaper(dir: string, paper: Paper): Promise<Result<Unlocked & OpenedBy, PaperError>> {
  if ('recoveryCode' in paper) {
    const opened = unlockWithRecoveryCode(dir, paper.recoveryCode);
    return opened.ok ? ok({ ...opened.value, cards: null }) : opened;
  }
  const stored = readKeyring(dir);
  if (!stored.ok) return stored;
  const opened = await openWithCards(stored.value.keyring, paper.cards);
  return opened.ok ? ok({ ...unlocked(dir, stored.value, opened.value), cards: opened.value.cards }) : opened;
}

export interface Opener {
  readonly login: string;
  readonly proof: Proof;
  /** The folder that counts wrong passphrases, where the keyring's own cannot be written. */
  readonly attemptsIn?: string;
}

/** As the user of that login, whichever way it is opened. */
export async function unlockAs(
  dir: string,
  { login, proof, attemptsIn = dir }: Opener,
  deps: UnlockDeps,
): Promise<Result<Unlocked, PassphraseError | PaperError>> {
  if ('passphrase' in proof) return unlockWithPassphrase(dir, { login, attemptsIn, ...proof }, deps);
  const opened = await unlockWithPaper(dir, proof);
  if (!opened.ok) return opened;
  const stored = readKeyring(dir);
  const slot = stored.ok ? findUserSlot(stored.value.keyring, login) : undefined;
  if (slot !== undefined) return ok({ ...opened.value, userId: slot.userId, login: slot.label });
  wipeUnlocked(opened.value);
  return stored.ok ? fail('keys.unknown-user') : stored;
}

export const findUserSlot = (keyring: Keyring, login: string): UserSlot | undefined =>
  keyring.slots.filter(isUserSlot).find((slot) => foldLogin(slot.label) === foldLogin(login));

/** The 48 raw bytes SQLCipher is opened with: data key, then salt. The caller overwrites them after opening. */
export const databaseKey = ({ dek, dbSalt }: VaultSecret): Buffer => Buffer.concat([dek, dbSalt]);

/** Keys of their own for another base object, which overwrites them when it closes. */
export function copyUnlocked(unlocked: Unlocked): Unlocked {
  const { dek, dbSalt } = unlocked.secret;
  return {
    ...unlocked,
    secret: { dek: Buffer.from(dek), dbSalt: Buffer.from(dbSalt) },
    userKeys: null,
    sealing: copySealing(unlocked.sealing),
  };
}

/** Overwrites the keys in memory, as far as the runtime allows. */
export function wipeUnlocked({ secret, userKeys, sealing }: Unlocked): void {
  wipeBundle({ vault: secret, user: userKeys });
  wipeSealing(sealing);
}

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
    sealing: sealingOf(keyring, bundle.agreement),
    databaseFile: keyring.db.file,
    policy: keyring.policy,
    generation: keyring.gen,
    keyringHash: keyringHash(keyring),
    ancestors: ancestry(keyring),
    slotKeys: keyring.slots.flatMap(publicKeysOf),
    keyringAltered,
    readFrom,
  };
}

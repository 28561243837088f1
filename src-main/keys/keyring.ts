// Makes a base's keyring and reads what anybody may read of it. Format and reasons: keyring-format.ts.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { kdfFloor } from './kdf';
import {
  isUserSlot,
  keyringFormat,
  keyringHash,
  type Keyring,
  type KeyringBody,
  type KeyringPolicy,
  type UserSlot,
} from './keyring-format';
import {
  checkChoice,
  commitSlots,
  costOf,
  readTrusted,
  versionOf,
  type KeyringChangeError,
  type KeyringDeps,
  type KeyringSession,
  type KeyringVersion,
  type PassphraseChoiceError,
} from './keyring-change';
import {
  keyringBackupFile,
  keyringFile,
  nextGeneration,
  readKeyring,
  writeKeyring,
  type KeyringError,
  type KeyringWriteError,
} from './keyring-store';
import { createRecoverySecret, formatRecoveryCode } from './recovery-code';
import { createUserKeys, createVaultSecret, type UserKeys } from './secret-bundle';
import { wrapRecoverySlot, wrapUserSlot, type SlotContext } from './slots';
import type { Unlocked } from './unlock';

export interface NewUser {
  readonly userId: string;
  readonly login: string;
  readonly passphrase: string;
  /** True when somebody else chose the passphrase. */
  readonly mustChange?: boolean;
}

export interface CreatedKeyring {
  /** The first user's unlocked base: no second derivation is needed to open the database. */
  readonly unlocked: Unlocked;
  /** Shown once, written down and typed back; it is stored nowhere. */
  readonly recoveryCode: string;
}

export type CreateError = PassphraseChoiceError | KeyringWriteError | Failure<'keys.keyring-exists'>;

/** What the lock screen may know before anybody has unlocked. */
export interface SlotSummary {
  readonly slotId: string;
  readonly type: string;
  readonly userId: string | null;
  readonly login: string | null;
  readonly createdAt: number | null;
}

const defaultPolicy: KeyringPolicy = {
  lockMin: 10,
  bindDevice: false,
  minKdf: { memoryKiB: kdfFloor.memoryKiB, passes: kdfFloor.passes },
};

/** Makes the keys of a new base for its first users. Refuses a folder that already has a keyring: overwriting it would lose that base for ever. */
export async function createKeyring(
  { dir, users }: { dir: string; users: readonly [NewUser, ...NewUser[]] },
  deps: KeyringDeps,
): Promise<Result<CreatedKeyring, CreateError>> {
  if ([keyringFile, keyringBackupFile].some((file) => existsSync(join(dir, file)))) return fail('keys.keyring-exists');
  for (const [index, user] of users.entries()) {
    const choice = await checkChoice(
      user,
      users.slice(0, index).map(({ login }) => login),
    );
    if (!choice.ok) return choice;
  }
  const vault = createVaultSecret(deps.random);
  const code = createRecoverySecret(deps.random);
  const body = emptyKeyring(Buffer.from(deps.random.bytes(16)).toString('hex'), vault.dbSalt);
  const context: SlotContext = { vaultId: body.vaultId, gen: body.gen, createdAt: deps.clock.now(), by: null };
  const userKeys: UserKeys[] = [];
  for (const { mustChange = false, ...user } of users) {
    const keys = createUserKeys(deps.random);
    userKeys.push(keys);
    body.slots.push(
      await wrapUserSlot({ ...user, mustChange, vault, keys }, context, { ...deps, cost: costOf(body, deps) }),
    );
  }
  body.slots.push(wrapRecoverySlot(code, vault, { context, random: deps.random }));
  const written = writeKeyring(dir, body, vault.dek);
  if (!written.ok) return written;
  const recoveryCode = formatRecoveryCode(code);
  code.fill(0);
  return ok({ unlocked: firstUser(written.value, { secret: vault, userKeys: userKeys[0] ?? null }), recoveryCode });
}

/** Users and other slots, unverified until somebody unlocks. */
export function listSlots(dir: string): Result<readonly SlotSummary[], KeyringError> {
  const stored = readKeyring(dir);
  return stored.ok ? ok(stored.value.keyring.slots.map(summarise)) : stored;
}

/** Changes the rules kept inside the keyring: idle minutes, device binding, least cost of new slots. */
export function setKeyringPolicy(
  session: KeyringSession,
  change: Partial<Pick<KeyringPolicy, 'lockMin' | 'bindDevice'>>,
): Result<KeyringVersion, KeyringChangeError> {
  const keyring = readTrusted(session);
  if (!keyring.ok) return keyring;
  const body = nextGeneration(keyring.value);
  const written = writeKeyring(
    session.dir,
    { ...body, policy: { ...body.policy, ...change } },
    session.unlocked.secret.dek,
  );
  return written.ok ? ok(versionOf(written.value)) : written;
}

/**
 * After an alarm (`keyringAltered`) and an administrator's decision: keeps the named slots as they are, drops all others, and
 * seals the result as genuine. Labels and policy are taken from the file, so the administrator has to have seen them.
 */
export function acceptAlteredKeyring(
  session: KeyringSession,
  keepSlotIds: readonly string[],
): Result<KeyringVersion, KeyringError | KeyringWriteError> {
  const stored = readKeyring(session.dir);
  if (!stored.ok) return stored;
  const { keyring } = stored.value;
  return commitSlots(
    session,
    keyring,
    keyring.slots.filter(({ id }) => keepSlotIds.includes(id) || id === session.unlocked.slotId),
  );
}

const emptyKeyring = (vaultId: string, dbSalt: Buffer): KeyringBody => ({
  fmt: keyringFormat,
  vaultId,
  gen: 1,
  db: { file: 'data-1.db', cipher: 'sqlcipher4', salt: dbSalt.toString('hex'), pageSize: 4096 },
  policy: defaultPolicy,
  slots: [],
  prevGenHash: null,
});

function firstUser(keyring: Keyring, { secret, userKeys }: Pick<Unlocked, 'secret' | 'userKeys'>): Unlocked {
  const slot = keyring.slots.find(isUserSlot);
  if (slot === undefined) throw new Error('a keyring is made with at least one user');
  return {
    ...identityOf(slot),
    vaultId: keyring.vaultId,
    secret,
    userKeys,
    databaseFile: keyring.db.file,
    policy: keyring.policy,
    generation: keyring.gen,
    keyringHash: keyringHash(keyring),
    keyringAltered: false,
    readFrom: 'main',
  };
}

const identityOf = ({
  id,
  userId,
  label,
  mustChange,
}: UserSlot): Pick<Unlocked, 'slotId' | 'userId' | 'login' | 'mustChange'> => ({
  slotId: id,
  userId,
  login: label,
  mustChange,
});

const summarise = (slot: Keyring['slots'][number]): SlotSummary => ({
  slotId: slot.id,
  type: slot.type,
  userId: isUserSlot(slot) ? slot.userId : null,
  login: isUserSlot(slot) ? slot.label : null,
  createdAt: typeof slot['createdAt'] === 'number' ? slot['createdAt'] : null,
});

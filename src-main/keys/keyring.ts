// Makes a base's keyring. Format and reasons: keyring-format.ts.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { kdfFloor } from './kdf';
import {
  isUserSlot,
  keyringHash,
  publicKeysOf,
  type Keyring,
  type KeyringBody,
  type KeyringPolicy,
  type Slot,
  type UserSlot,
} from './keyring-format';
import {
  checkChoice,
  costOf,
  readTrusted,
  versionOf,
  type KeyringChangeError,
  type KeyringDeps,
  type KeyringSession,
  type PassphraseChoiceError,
} from './keyring-change';
import type { KeyringError } from './keyring-files';
import {
  nextGeneration,
  readKeyring,
  sealed,
  storeKeyring,
  writeKeyring,
  type KeyringWriteError,
} from './keyring-store';
import { createRecoverySecret, formatRecoveryCode } from './recovery-code';
import { hasKeyring, summarise, type SlotSummary } from './slot-list';
import { createUserKeys, createVaultSecret, publicHalves, type UserKeys } from './secret-bundle';
import { wrapRecoverySlot, wrapUserSlot, type SlotContext } from './slots';
import type { KeyringVersion } from './lineage';
import { noSealing } from './sealing';
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

const defaultPolicy: KeyringPolicy = {
  lockMin: 10,
  bindDevice: false,
  minKdf: { memoryKiB: kdfFloor.memoryKiB, passes: kdfFloor.passes },
};

/** A keyring that is complete but nowhere on disk yet. */
export interface PreparedKeyring extends CreatedKeyring {
  write(): Result<void, KeyringWriteError>;
}

interface CreateInput {
  readonly dir: string;
  readonly users: readonly [NewUser, ...NewUser[]];
}

/** Makes the keys of a new base for its first users. Refuses a folder that already has a keyring: overwriting it would lose that base for ever. */
export async function prepareKeyring(
  { dir, users }: CreateInput,
  deps: KeyringDeps,
): Promise<Result<PreparedKeyring, CreateError>> {
  if (hasKeyring(dir)) return fail('keys.keyring-exists');
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
  const cost = await costOf(body, deps);
  const userKeys: UserKeys[] = [];
  for (const { mustChange = false, ...user } of users) {
    const keys = createUserKeys(deps.random);
    userKeys.push(keys);
    body.slots.push(await wrapUserSlot({ ...user, mustChange, vault, keys }, context, { ...deps, cost }));
  }
  body.slots.push(await wrapRecoverySlot(code, vault, { context, random: deps.random }));
  const keyring = sealed(body, vault.dek);
  const recoveryCode = formatRecoveryCode(code);
  code.fill(0);
  return ok({
    unlocked: firstUser(keyring, { secret: vault, userKeys: userKeys[0] ?? null }),
    recoveryCode,
    write: () => storeKeyring(dir, keyring),
  });
}

/** Prepared and written at once. */
export async function createKeyring(
  input: CreateInput,
  deps: KeyringDeps,
): Promise<Result<CreatedKeyring, CreateError>> {
  const prepared = await prepareKeyring(input, deps);
  if (!prepared.ok) return prepared;
  const written = prepared.value.write();
  return written.ok ? prepared : written;
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
 * After an alarm and an administrator's decision: keeps the slots he chose as they are, drops all others, and seals the result
 * as genuine, later than everything the base remembers. Labels and policy are taken from the file. A slot with a public key that
 * the base never knew is dropped whoever it names: the next rotation would hand the data key to whoever made it up.
 */
export function acceptKeyring(
  session: KeyringSession,
  isKept: (slot: SlotSummary) => boolean,
): Result<KeyringVersion, KeyringError | KeyringWriteError> {
  const stored = readKeyring(session.dir);
  if (!stored.ok) return stored;
  const { keyring } = stored.value;
  const body = nextGeneration(keyring);
  const known = session.known?.() ?? null;
  const isKnown = (slot: Slot): boolean =>
    known?.slotKeys === undefined || publicKeysOf(slot).every((key) => known.slotKeys?.includes(key));
  const written = writeKeyring(
    session.dir,
    {
      ...body,
      gen: Math.max(body.gen, (known?.generation ?? 0) + 1),
      slots: keyring.slots.flatMap((slot) => {
        if (slot.id === session.unlocked.slotId) return [withOwnKeys(slot, session.unlocked)];
        return isKept(summarise(slot)) && isKnown(slot) ? [slot] : [];
      }),
    },
    session.unlocked.secret.dek,
  );
  return written.ok ? ok(versionOf(written.value)) : written;
}

/** The file may say anything of the slot of whoever decides; what it wraps tells which keys are theirs. */
function withOwnKeys(slot: Slot, { userKeys }: Unlocked): Slot {
  if (!isUserSlot(slot) || userKeys === null) return slot;
  return { ...slot, publicKeys: { ...slot.publicKeys, ...publicHalves(userKeys) } };
}

const emptyKeyring = (vaultId: string, dbSalt: Buffer): KeyringBody => ({
  fmt: 1,
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
    sealing: noSealing(),
    databaseFile: keyring.db.file,
    policy: keyring.policy,
    generation: keyring.gen,
    keyringHash: keyringHash(keyring),
    ancestors: [],
    slotKeys: keyring.slots.flatMap(publicKeysOf),
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

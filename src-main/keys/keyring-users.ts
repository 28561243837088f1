// Who may open a base: adding and removing people, new passphrases. The rights of each caller were checked at the door.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { forgetAttempts } from './attempts';
import { classesCarried } from './class-envelope';
import type { NewUser } from './keyring';
import {
  checkChoice,
  commitChange,
  commitSlots,
  costOf,
  readTrusted,
  slotContext,
  userLabels,
  type KeyringChangeError,
  type KeyringDeps,
  type KeyringSession,
  type PassphraseChoiceError,
} from './keyring-change';
import { isUserSlot, type Keyring, type UserSlot } from './keyring-format';
import type { KeyringVersion } from './lineage';
import { createOneTimeCode, typedCode } from './one-time-code';
import { createUserKeys, type UserKeys } from './secret-bundle';
import { wrapUserSlot } from './slots';
import {
  findUserSlot,
  unlockWithPassphrase,
  unlockWithPaper,
  wipeUnlocked,
  type OpenedBy,
  type Paper,
  type PaperError,
  type PassphraseError,
} from './unlock';

export type ChangeUserError = KeyringChangeError | PassphraseChoiceError;

/** What a person's new slot says of itself: public keys go into the database, so that old signatures stay verifiable. */
export interface UserSlotChange extends KeyringVersion {
  readonly slotId: string;
  readonly publicKeys: { readonly signing: string; readonly agreement: string };
}

/** Gives a newcomer a slot with a first passphrase, which is to be changed at once unless `mustChange` says otherwise. */
export async function addUserSlot(
  session: KeyringSession,
  user: NewUser,
  deps: KeyringDeps,
): Promise<Result<UserSlotChange, ChangeUserError | Failure<'keys.user-exists'>>> {
  const keyring = readTrusted(session);
  if (!keyring.ok) return keyring;
  if (slotOf(keyring.value, user.userId) !== undefined) return fail('keys.user-exists');
  const choice = await checkChoice(user, userLabels(keyring.value));
  if (!choice.ok) return choice;
  return putUserSlot(
    session,
    { keyring: keyring.value, user: { mustChange: true, ...user }, keys: createUserKeys(deps.random) },
    deps,
  );
}

/** Takes a person's slot away. A copy of the base made earlier still opens for him until the keys are rotated. */
export function removeUserSlot(
  session: KeyringSession,
  userId: string,
): Result<KeyringVersion, KeyringChangeError | Failure<'keys.unknown-user' | 'keys.last-user'>> {
  const keyring = readTrusted(session);
  if (!keyring.ok) return keyring;
  const slot = slotOf(keyring.value, userId);
  if (slot === undefined) return fail('keys.unknown-user');
  if (userLabels(keyring.value).length === 1) return fail('keys.last-user');
  forgetAttempts(session.dir, slot.id);
  return commitSlots(
    session,
    keyring.value,
    keyring.value.slots.filter(({ id }) => id !== slot.id),
  );
}

/** A one-time code in place of a passphrase, to be changed at the next unlock. The person's own keys are issued anew. */
export async function resetUserSlot(
  session: KeyringSession,
  userId: string,
  deps: KeyringDeps,
): Promise<Result<UserSlotChange & { readonly code: string }, KeyringChangeError | Failure<'keys.unknown-user'>>> {
  const keyring = readTrusted(session);
  if (!keyring.ok) return keyring;
  const slot = slotOf(keyring.value, userId);
  if (slot === undefined) return fail('keys.unknown-user');
  const code = createOneTimeCode(deps.random);
  const user = { userId, login: slot.label, passphrase: typedCode(code), mustChange: true };
  const put = await putUserSlot(session, { keyring: keyring.value, user, keys: createUserKeys(deps.random) }, deps);
  return put.ok ? ok({ ...put.value, code }) : put;
}

/** A person's own change, with the passphrase so far as proof; wrong ones count as attempts. Keys stay the same. */
export async function changePassphrase(
  { dir, known }: Omit<KeyringSession, 'unlocked'>,
  change: { login: string; current: string; next: string },
  deps: KeyringDeps,
): Promise<Result<UserSlotChange, PassphraseError | ChangeUserError>> {
  const unlocked = await unlockWithPassphrase(dir, { login: change.login, passphrase: change.current }, deps);
  if (!unlocked.ok) return unlocked;
  const session = { dir, unlocked: unlocked.value, ...(known === undefined ? {} : { known }) };
  try {
    return await replaceOwnSlot(session, { login: change.login, passphrase: change.next }, deps);
  } finally {
    wipeUnlocked(unlocked.value);
  }
}

/** A forgotten passphrase: code or cards prove the right to a new one. The person's own keys are issued anew. */
export async function resetPassphraseWithPaper(
  dir: string,
  { login, next, ...paper }: Paper & { readonly login: string; readonly next: string },
  deps: KeyringDeps,
): Promise<Result<UserSlotChange & OpenedBy, PaperError | ChangeUserError | Failure<'keys.unknown-user'>>> {
  const unlocked = await unlockWithPaper(dir, paper);
  if (!unlocked.ok) return unlocked;
  try {
    const session = { dir, unlocked: unlocked.value };
    const replaced = await replaceOwnSlot(session, { login, passphrase: next }, deps);
    return replaced.ok ? ok({ ...replaced.value, cards: unlocked.value.cards }) : replaced;
  } finally {
    wipeUnlocked(unlocked.value);
  }
}

const slotOf = (keyring: Keyring, userId: string): UserSlot | undefined =>
  keyring.slots.filter(isUserSlot).find((slot) => slot.userId === userId);

async function replaceOwnSlot(
  session: KeyringSession,
  { login, passphrase }: { login: string; passphrase: string },
  deps: KeyringDeps,
): Promise<Result<UserSlotChange, ChangeUserError | Failure<'keys.unknown-user'>>> {
  const keyring = readTrusted(session);
  if (!keyring.ok) return keyring;
  const slot = findUserSlot(keyring.value, login);
  if (slot === undefined) return fail('keys.unknown-user');
  const choice = await checkChoice({ login: slot.label, passphrase }, []);
  if (!choice.ok) return choice;
  const user = { userId: slot.userId, login: slot.label, passphrase, mustChange: false };
  const keys = session.unlocked.userKeys ?? createUserKeys(deps.random);
  return putUserSlot(session, { keyring: keyring.value, user, keys }, deps);
}

/** Writes a person's slot, in place of the one he had. A new slot id means that attempts count from nothing. */
async function putUserSlot(
  session: KeyringSession,
  { keyring, user, keys }: { keyring: Keyring; user: Required<NewUser>; keys: UserKeys },
  deps: KeyringDeps,
): Promise<Result<UserSlotChange, KeyringChangeError>> {
  const context = slotContext(keyring, session.unlocked, deps);
  const slot = await wrapUserSlot({ ...user, vault: session.unlocked.secret, keys }, context, {
    ...deps,
    cost: await costOf(keyring, deps),
  });
  const before = slotOf(keyring, user.userId);
  const others = keyring.slots.filter(({ id }) => id !== before?.id);
  const { agreement: to } = slot.publicKeys;
  const classes = classesCarried(
    keyring,
    { from: before?.publicKeys.agreement ?? to, to },
    { sealing: session.unlocked.sealing, random: deps.random },
  );
  const written = commitChange(session, keyring, {
    slots: [...others.filter(isUserSlot), slot, ...others.filter((other) => !isUserSlot(other))],
    ...(keyring.classes === undefined ? {} : { classes }),
  });
  if (!written.ok) return written;
  if (before !== undefined) forgetAttempts(session.dir, before.id);
  return ok({ ...written.value, slotId: slot.id, publicKeys: slot.publicKeys });
}

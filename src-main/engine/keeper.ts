// The keeper of the base's keys: makes, unlocks, recovers and locks the one base of this engine, for one signed-in user.

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { permissionsOfRole } from '@shared/core/permissions';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { sessionContract, type SessionStatus } from '@shared/features/session/session.contract';
import { defaultSite, defaultUserSettings } from '@shared/features/settings/site-defaults';
import { userActor, type Actor } from '../access';
import type { NewBase, SessionKeeper } from '../features/session';
import { upsertSite } from '../features/settings';
import { insertUser, selectUser } from '../features/users';
import {
  createKeyring,
  keyringBackupFile,
  keyringFile,
  listSlots,
  resetPassphraseWithRecovery,
  unlockWithPassphrase,
  unlockWithRecoveryCode,
  wipeUnlocked,
  type KeyringDeps,
  type Unlocked,
} from '../keys';
import { declared } from '../core/declared';
import { discardNewBase, openBase, type Base, type BaseDeps } from './base';

export interface KeeperDeps extends BaseDeps {
  readonly folder: string;
  readonly version: string;
  readonly keyring: KeyringDeps;
  readonly onUnlocked: (base: Base) => void;
  readonly beforeLock: () => Promise<void>;
  readonly onLocked: () => void;
  /** Fills a fresh base with the sample office, as its first user. */
  readonly fillSample: () => Promise<void>;
}

export interface Keeper extends SessionKeeper {
  base(): Base | null;
  actor(): Actor | null;
  /** Reads the signed-in user's role again after it may have changed. */
  refreshActor(): void;
  close(): void;
}

const codes = sessionContract.operations;

interface Signed {
  readonly base: Base;
  actor: Actor;
  readonly login: string;
}

export function createKeeper(deps: KeeperDeps): Keeper {
  const { folder } = deps;
  const held: { signed: Signed | null; busy: Promise<unknown> } = { signed: null, busy: Promise.resolve() };
  /** Key work goes one after the other: two unlocks at once would fight over the lock file. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = held.busy.then(work, work);
    held.busy = next.catch(() => undefined);
    return next;
  };
  const signIn = (base: Base, userId: string, login: string): boolean => {
    const user = base.read.first(selectUser({ id: userId }));
    if (user === undefined || user.status !== 'active') return false;
    held.signed = { base, login, actor: userActor({ id: user.id, displayName: user.display_name, role: user.role }) };
    return true;
  };
  const close = (): void => {
    const { signed } = held;
    held.signed = null;
    signed?.base.close();
  };
  const enter = (unlocked: Unlocked, command: string): Result<void, Failure> => {
    close();
    const opened = openBase(folder, unlocked, { ...deps, create: false });
    if (!opened.ok) return opened;
    if (!signIn(opened.value, unlocked.userId ?? '', unlocked.login ?? '')) {
      opened.value.close();
      return fail('keys.unknown-user');
    }
    const { actor } = held.signed!;
    opened.value.unitOfWork.run(
      { command, actor, always: true, details: { keyringAltered: unlocked.keyringAltered } },
      () => ok(undefined),
    );
    deps.onUnlocked(opened.value);
    return ok(undefined);
  };
  return {
    base: () => held.signed?.base ?? null,
    actor: () => held.signed?.actor ?? null,
    refreshActor() {
      if (held.signed !== null) signIn(held.signed.base, held.signed.actor.userId ?? '', held.signed.login);
    },
    close,
    status: () => statusOf(deps, held.signed),
    create: (input) =>
      inTurn(async () => {
        const made = await makeBase(deps, input);
        if (!made.ok) return declared(codes.create.errors, made.error);
        const { base, userId, recoveryCode } = made.value;
        signIn(base, userId, input.login);
        deps.onUnlocked(base);
        if (input.sample) await deps.fillSample();
        return ok(recoveryCode);
      }),
    unlock: (input) =>
      inTurn(async () => {
        const unlocked = await unlockWithPassphrase(folder, input, deps.keyring);
        const entered = unlocked.ok ? enter(unlocked.value, 'session.unlock') : unlocked;
        return entered.ok ? entered : declared(codes.unlock.errors, entered.error);
      }),
    recover: ({ login, recoveryCode, passphrase }) =>
      inTurn(async () => {
        const reset = await resetPassphraseWithRecovery(folder, { login, code: recoveryCode, next: passphrase }, deps.keyring);
        if (!reset.ok) return declared(codes.recover.errors, reset.error);
        const unlocked = await unlockWithPassphrase(folder, { login, passphrase }, deps.keyring);
        const entered = unlocked.ok ? enter(unlocked.value, 'session.recover') : unlocked;
        return entered.ok ? entered : declared(codes.recover.errors, entered.error);
      }),
    checkRecoveryCode(code) {
      const unlocked = unlockWithRecoveryCode(folder, code);
      if (!unlocked.ok) return declared(codes.confirmRecovery.errors, unlocked.error);
      wipeUnlocked(unlocked.value);
      return ok(undefined);
    },
    lock: () =>
      inTurn(async () => {
        const { signed } = held;
        if (signed !== null) {
          signed.base.unitOfWork.run({ command: 'session.lock', actor: signed.actor, always: true }, () => ok(undefined));
        }
        await deps.beforeLock();
        close();
        deps.onLocked();
      }),
  };
}

function statusOf({ folder, version }: KeeperDeps, signed: Signed | null): SessionStatus {
  const slots = listSlots(folder);
  const logins = slots.ok ? slots.value.filter((slot) => slot.type === 'user').flatMap((slot) => (slot.login === null ? [] : [slot.login])) : [];
  const common = { baseFolder: folder, logins, version };
  if (signed === null) {
    const state = hasBase(folder) ? 'locked' : 'no-base';
    return { ...common, state, user: null, keyringAltered: false };
  }
  const { actor, login, base } = signed;
  const role = actor.role ?? 'reader';
  const user = { id: actor.userId ?? '', login, displayName: actor.displayName, role, permissions: [...permissionsOfRole[role]] };
  return { ...common, state: 'open', user, keyringAltered: base.unlocked.keyringAltered };
}

const hasBase = (folder: string): boolean =>
  existsSync(join(folder, keyringFile)) || existsSync(join(folder, keyringBackupFile));

type MadeBase = { base: Base; userId: string; recoveryCode: string };

async function makeBase(deps: KeeperDeps, input: NewBase): Promise<Result<MadeBase, Failure>> {
  const { folder, ids, keyring, clock } = deps;
  if (hasBase(folder)) return fail('base.exists', { folder });
  const folderMade = makeFolder(folder);
  if (!folderMade.ok) return folderMade;
  const userId = ids();
  const users = [{ userId, login: input.login, passphrase: input.passphrase }] as const;
  const made = await createKeyring({ dir: folder, users: [...users] }, keyring);
  if (!made.ok) return made;
  const { unlocked, recoveryCode } = made.value;
  const opened = openBase(folder, unlocked, { ...deps, create: true });
  if (!opened.ok) {
    discardNewBase(folder, [keyringFile, keyringBackupFile]);
    return opened;
  }
  const base = opened.value;
  const actor = userActor({ id: userId, displayName: input.displayName ?? input.login, role: 'administrator' });
  base.unitOfWork.run({ command: 'session.create', actor }, ({ db }) => {
    db.run(
      insertUser({
        id: userId, login: input.login, display_name: input.displayName ?? input.login, role: 'administrator',
        status: 'active', created_at: clock.now(), preferences: JSON.stringify(userSettingsOf(input)),
      }),
    );
    db.run(upsertSite(JSON.stringify(siteOf(input))));
    return ok(undefined);
  });
  return ok({ base, userId, recoveryCode });
}

function siteOf(input: NewBase) {
  const site = defaultSite(input.language, input.country);
  return {
    ...site,
    officeName: input.officeName ?? site.officeName,
    weekStart: input.weekStart ?? site.weekStart,
    timeZone: input.timeZone ?? site.timeZone,
  };
}

function userSettingsOf(input: NewBase) {
  const settings = defaultUserSettings(input.language, input.country);
  return { ...settings, calendar: input.calendar ?? settings.calendar, digits: input.digits };
}

function makeFolder(folder: string): Result<void, Failure<'base.read-only' | 'base.not-found' | 'files.disk-full'>> {
  try {
    mkdirSync(folder, { recursive: true });
    return ok(undefined);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return fail('base.read-only', { folder });
    if (code === 'ENOSPC') return fail('files.disk-full', { folder });
    if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'ENOENT') return fail('base.not-found', { folder });
    throw error;
  }
}

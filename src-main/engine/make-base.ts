// Makes a new base: folder, keyring, encrypted database, its first administrator and the site's settings.

import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Err, type Failure, type Result } from '@shared/core/result';
import { defaultSite, defaultUserSettings } from '@shared/features/settings/site-defaults';
import { everything } from '@shared/features/policy/policy';
import { administrator } from '@shared/features/policy/shipped-roles';
import { userActor } from '../access';
import { acquireBaseLock, type BaseLock } from '../db';
import type { NewBase } from '../features/session';
import { upsertSite } from '../features/settings';
import { insertUser } from '../features/users';
import { fileErrorCode } from '../files';
import { hasKeyring, keyringBackupFile, keyringFile, prepareKeyring, recoveryFiles, type KeyringDeps } from '../keys';
import { openBase, type Base, type BaseDeps } from './base';
import { dataFiles, finishMark, isUnfinished, markUnfinished } from './base-folder';
import { rememberKeyring } from './known-keyring';

export interface MakeBaseDeps extends BaseDeps {
  readonly folder: string;
  readonly keyring: KeyringDeps;
}

type MadeBase = { base: Base; userId: string; recoveryCode: string };

/**
 * Mark, database with its first user, keyring, mark taken away: killed at any step, the folder holds either a whole base or
 * remains that the next attempt clears away.
 */
export async function makeBase(deps: MakeBaseDeps, input: NewBase): Promise<Result<MadeBase, Failure>> {
  const { folder } = deps;
  if (hasKeyring(folder)) return fail('base.exists', { folder });
  const folderMade = makeFolder(folder);
  if (!folderMade.ok) return folderMade;
  const lock = acquireBaseLock(folder);
  if (!lock.ok) return lock;
  const outcome: { made?: Result<MadeBase, Failure> } = {};
  try {
    const begun = beginIn(folder);
    return (outcome.made = begun.ok ? await fillFolder(deps, input, lock.value) : begun);
  } finally {
    if (outcome.made?.ok !== true) lock.value.release();
  }
}

/** With the lock held: another attempt may have come first. */
function beginIn(folder: string): Result<void, Failure> {
  if (hasKeyring(folder)) return fail('base.exists', { folder });
  if (isUnfinished(folder)) clearAway(folder);
  if (dataFiles(folder).length > 0) return fail('db.already-exists', { folder });
  try {
    return ok(markUnfinished(folder));
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    return fail(code, { folder });
  }
}

async function fillFolder(deps: MakeBaseDeps, input: NewBase, lock: BaseLock): Promise<Result<MadeBase, Failure>> {
  const { folder, ids, keyring } = deps;
  const opened: Base[] = [];
  try {
    const userId = ids();
    const users = [{ userId, login: input.login, passphrase: input.passphrase }] as const;
    const prepared = await prepareKeyring({ dir: folder, users: [...users] }, keyring);
    const base = prepared.ok ? openBase(folder, prepared.value.unlocked, { ...deps, create: true, lock }) : prepared;
    if (!prepared.ok || !base.ok) return discarded(folder, prepared.ok ? base : prepared);
    opened.push(base.value);
    storeFirstUser(base.value, input, { userId, at: deps.clock.now() });
    const written = prepared.value.write();
    if (!written.ok) {
      base.value.close();
      return discarded(folder, written);
    }
    finishMark(folder);
    return ok({ base: base.value, userId, recoveryCode: prepared.value.recoveryCode });
  } catch (error) {
    for (const base of opened) base.close();
    clearAway(folder);
    throw error;
  }
}

function discarded<T>(folder: string, failure: Result<T, Failure>): Err<Failure> {
  clearAway(folder);
  if (failure.ok) throw new Error('a success is not discarded');
  return failure;
}

/** The keyring first and the mark last, so that being killed on the way leaves no keyring without its data. */
function clearAway(folder: string): void {
  for (const file of [keyringFile, keyringBackupFile, ...recoveryFiles, ...dataFiles(folder)])
    rmSync(join(folder, file), { force: true });
  finishMark(folder);
}

function storeFirstUser(base: Base, input: NewBase, { userId, at }: { userId: string; at: number }): void {
  const displayName = input.displayName ?? input.login;
  const actor = userActor({ id: userId, displayName, role: administrator }, everything);
  rememberKeyring(base.write, base.unlocked);
  base.unitOfWork.run({ command: 'session.create', actor }, ({ db }) => {
    const preferences = JSON.stringify(userSettingsOf(input));
    db.run(
      insertUser({
        id: userId,
        login: input.login,
        display_name: displayName,
        role: 'administrator',
        status: 'active',
        created_at: at,
        preferences,
      }),
    );
    db.run(upsertSite(JSON.stringify(siteOf(input))));
    return ok(undefined);
  });
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
    makeFolders(folder);
    return ok(undefined);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return fail('base.read-only', { folder });
    if (code === 'ENOSPC') return fail('files.disk-full', { folder });
    if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'ENOENT') return fail('base.not-found', { folder });
    throw error;
  }
}

/** Level by level, because Node's own recursion says "not found" of a disk that may only be read, and never ends below
 * /proc. For its owner only. */
function makeFolders(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  const parent = dirname(folder);
  if (parent !== folder && !existsSync(parent)) makeFolders(parent);
  mkdirSync(folder, { mode: 0o700 });
}

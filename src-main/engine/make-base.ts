// Makes a new base: folder, keyring, encrypted database, its first administrator and the site's settings.

import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { defaultSite, defaultUserSettings } from '@shared/features/settings/site-defaults';
import { userActor } from '../access';
import type { NewBase } from '../features/session';
import { upsertSite } from '../features/settings';
import { insertUser } from '../features/users';
import { createKeyring, keyringBackupFile, keyringFile, type KeyringDeps } from '../keys';
import { discardNewBase, openBase, type Base, type BaseDeps } from './base';

export interface MakeBaseDeps extends BaseDeps {
  readonly folder: string;
  readonly keyring: KeyringDeps;
}

export const hasBase = (folder: string): boolean =>
  existsSync(join(folder, keyringFile)) || existsSync(join(folder, keyringBackupFile));

/** Neither keys nor data: this is no base that lost its keys, here never was one. */
export const holdsNothing = (folder: string): boolean =>
  !hasBase(folder) && !(existsSync(folder) && readdirSync(folder).some((name) => /^data-\d+\.db$/.test(name)));

type MadeBase = { base: Base; userId: string; recoveryCode: string };

export async function makeBase(deps: MakeBaseDeps, input: NewBase): Promise<Result<MadeBase, Failure>> {
  const { folder, ids, keyring, clock } = deps;
  if (hasBase(folder)) return fail('base.exists', { folder });
  const folderMade = makeFolder(folder);
  if (!folderMade.ok) return folderMade;
  const userId = ids();
  const users = [{ userId, login: input.login, passphrase: input.passphrase }] as const;
  const made = await createKeyring({ dir: folder, users: [...users] }, keyring);
  const keyrings = [keyringFile, keyringBackupFile];
  if (!made.ok) {
    discardNewBase(folder, keyrings);
    return made;
  }
  const { unlocked, recoveryCode } = made.value;
  const opened = openBase(folder, unlocked, { ...deps, create: true });
  const databases = ['', '-wal', '-shm'].map((suffix) => `${unlocked.databaseFile}${suffix}`);
  if (!opened.ok) {
    discardNewBase(folder, othersOwn.has(opened.error.code) ? keyrings : [...keyrings, ...databases]);
    return opened;
  }
  const base = opened.value;
  try {
    storeFirstUser(base, input, { userId, at: clock.now() });
    return ok({ base, userId, recoveryCode });
  } catch (error) {
    base.close();
    discardNewBase(folder, [...keyrings, ...databases]);
    throw error;
  }
}

/** The database that stands there is somebody's; only the keyring is ours to take away again. */
const othersOwn: ReadonlySet<string> = new Set(['db.already-exists', 'base.in-use', 'base.not-found']);

function storeFirstUser(base: Base, input: NewBase, { userId, at }: { userId: string; at: number }): void {
  const displayName = input.displayName ?? input.login;
  const actor = userActor({ id: userId, displayName, role: 'administrator' });
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

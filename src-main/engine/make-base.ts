// Makes a new base: folder, keyring, encrypted database, its first administrator and the site's settings.

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
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

type MadeBase = { base: Base; userId: string; recoveryCode: string };

export async function makeBase(deps: MakeBaseDeps, input: NewBase): Promise<Result<MadeBase, Failure>> {
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
  storeFirstUser(base, input, { userId, at: clock.now() });
  return ok({ base, userId, recoveryCode });
}

function storeFirstUser(base: Base, input: NewBase, { userId, at }: { userId: string; at: number }): void {
  const displayName = input.displayName ?? input.login;
  const actor = userActor({ id: userId, displayName, role: 'administrator' });
  base.unitOfWork.run({ command: 'session.create', actor }, ({ db }) => {
    const preferences = JSON.stringify(userSettingsOf(input));
    db.run(insertUser({ id: userId, login: input.login, display_name: displayName, role: 'administrator', status: 'active', created_at: at, preferences }));
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

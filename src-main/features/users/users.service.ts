// The rules of users: who may unlock, with which role; at least one administrator always remains.

import type { UserRef } from '@shared/features/parties/party';
import type { usersContract } from '@shared/features/users/users.contract';
import type { Answer, CodeOf, InputOf, OutputOf } from '@shared/core/contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Actor } from '../../access';
import type { ActionContext, CommandContext, Handlers } from '../../core/context';
import type { ReadDb } from '../../db';
import { foldLogin } from '../../keys';
import * as statements from './users.sql';

/** What the users feature needs of the unlocked keyring; the engine supplies it. Errors are the keyring's own codes. */
export interface UserKeyring {
  logins(): readonly string[];
  add(user: { userId: string; login: string; passphrase: string }): Promise<Result<void, Failure<KeyCode>>>;
  remove(userId: string): Result<void, Failure>;
  /** Answers the one-time code. */
  reset(userId: string): Promise<Result<string, Failure<CodeOf<Ops['resetPassphrase']>>>>;
  /** After an alarm: makes the keyring genuine again with the slots of these users and nobody else's. */
  accept(isKept: (userId: string) => boolean): Result<void, Failure<CodeOf<Ops['acceptKeyring']>>>;
  change(change: {
    login: string;
    current: string;
    next: string;
  }): Promise<Result<void, Failure<Exclude<KeyCode, 'users.login-taken'> | WrongCode>>>;
  renewRecoveryCode(login: string, passphrase: string): Promise<Result<string, Failure<WrongCode>>>;
}

/** Whether somebody may give a role to somebody; supplied by the engine. */
export type MayGive = (
  db: ReadDb,
  actor: Actor,
  roleId: string,
) => Result<void, Failure<'users.role-unknown' | 'users.role-beyond'>>;

type KeyCode = 'users.login-taken' | 'keys.weak-passphrase' | 'keys.login-invalid' | FileCode;
type FileCode = 'keys.keyring-altered' | 'files.disk-full' | 'files.io';
type WrongCode = 'keys.wrong-passphrase' | 'keys.too-many-attempts' | FileCode;

type Ops = (typeof usersContract)['operations'];

export function createUsersService(keyring: () => UserKeyring, mayGive: MayGive): Handlers<typeof usersContract> {
  return {
    list: ({ db }) => ok({ users: listUsers(db, keyring()) }),
    create(context, input) {
      const given = mayGive(context.db, context.actor, input.role);
      return given.ok ? createUser(context, input, keyring()) : Promise.resolve(given);
    },
    assignRole: (context, { userId, roleId }) => updateUser(context, { id: userId, role: roleId }, mayGive),
    update: (context, change) => updateUser(context, change, mayGive),
    remove: (context, input) => removeUser(context, input, keyring()),
    resetPassphrase: (context, input) => resetPassphrase(context, input, { keyring: keyring(), mayGive }),
    async changePassphrase({ db, actor, commit }, { current, next }) {
      const user = db.first(statements.selectUser({ id: actor.userId ?? '' }));
      if (user === undefined) return fail('keys.wrong-passphrase');
      const changed = await keyring().change({ login: user.login, current, next });
      return changed.ok ? commit(() => ok({}), { always: true }) : changed;
    },
    async acceptKeyring({ db, commit }) {
      const active = new Set(
        db.all(statements.selectUsers({})).flatMap(({ id, status }) => (status === 'active' ? [id] : [])),
      );
      const accepted = keyring().accept((userId) => active.has(userId));
      return accepted.ok ? commit(() => ok({}), { always: true }) : accepted;
    },
    async renewRecoveryCode({ db, actor, commit }, { passphrase }) {
      const user = db.first(statements.selectUser({ id: actor.userId ?? '' }));
      if (user === undefined) return fail('keys.wrong-passphrase');
      const renewed = await keyring().renewRecoveryCode(user.login, passphrase);
      return renewed.ok ? commit(() => ok({ recoveryCode: renewed.value }), { always: true }) : renewed;
    },
  };
}

function updateUser(
  { db, actor }: CommandContext,
  { id, displayName, role }: InputOf<Ops['update']>,
  mayGive: MayGive,
): Answer<Ops['update']> {
  const user = db.first(statements.selectUser({ id }));
  if (user === undefined || user.status === 'removed') return fail('users.not-found', { id });
  if (role !== undefined && role !== user.role) {
    // Both what is given and what is taken away: nobody touches a role with more rights than their own.
    for (const one of [role, user.role]) {
      const given = mayGive(db, actor, one);
      if (!given.ok) return given;
    }
    if (role !== 'administrator' && isLastAdministrator(db, id)) return fail('users.last-administrator');
  }
  db.run(statements.updateUser(id, { display_name: displayName ?? user.display_name, role: role ?? user.role }));
  return ok({ id });
}

function listUsers(db: ReadDb, keyring: UserKeyring): OutputOf<Ops['list']>['users'] {
  const logins = new Set(keyring.logins().map(foldLogin));
  const names = new Map(db.all(statements.selectRoleNames({})).map(({ id, name }) => [id, name]));
  return db.all(statements.selectUsers({})).map((user) => ({
    id: user.id,
    login: user.login,
    displayName: user.display_name,
    role: user.role,
    roleName: names.get(user.role) ?? null,
    status: user.status,
    createdAt: user.created_at,
    canUnlock: user.status === 'active' && logins.has(foldLogin(user.login)),
  }));
}

async function createUser(
  { db, ids, commit }: ActionContext,
  { login, displayName, role, passphrase }: InputOf<Ops['create']>,
  keyring: UserKeyring,
): Promise<Answer<Ops['create']>> {
  const taken = db.all(statements.selectUsers({})).some((user) => foldLogin(user.login) === foldLogin(login));
  if (taken) return fail('users.login-taken', { login });
  const id = ids();
  const added = await keyring.add({ userId: id, login, passphrase });
  if (!added.ok) return added;
  return commit(({ db: write, at }) => {
    const row = {
      id,
      login,
      display_name: displayName ?? login,
      role,
      status: 'active' as const,
      created_at: at,
      preferences: null,
    };
    write.run(statements.insertUser(row));
    return ok({ id });
  });
}

/** The row first: a crash in between leaves a slot that opens the base for nobody. */
async function removeUser(
  { db, actor, commit }: ActionContext,
  { id }: InputOf<Ops['remove']>,
  keyring: UserKeyring,
): Promise<Answer<Ops['remove']>> {
  const user = db.first(statements.selectUser({ id }));
  if (user === undefined || user.status === 'removed') return fail('users.not-found', { id });
  if (id === actor.userId) return fail('users.self');
  if (isLastAdministrator(db, id)) return fail('users.last-administrator');
  const removed = commit<{ id: string }, never>(({ db: write }) => {
    write.run(statements.updateUser(id, { status: 'removed' }));
    return ok({ id });
  });
  const slot = keyring.remove(id);
  if (!slot.ok && slot.error.code !== 'keys.unknown-user')
    throw new Error(`the key slot could not be removed: ${slot.error.code}`);
  return removed;
}

/** Whoever hands out a way in could use it: never one to more rights than their own. */
async function resetPassphrase(
  { db, actor, commit }: ActionContext,
  { id }: InputOf<Ops['resetPassphrase']>,
  { keyring, mayGive }: { readonly keyring: UserKeyring; readonly mayGive: MayGive },
): Promise<Answer<Ops['resetPassphrase']>> {
  const user = db.first(statements.selectUser({ id }));
  if (user === undefined || user.status === 'removed') return fail('users.not-found', { id });
  if (id === actor.userId) return fail('users.self');
  const given = mayGive(db, actor, user.role);
  if (!given.ok) return given;
  const reset = await keyring.reset(id);
  return reset.ok ? commit(() => ok({ code: reset.value }), { always: true, details: { userId: id } }) : reset;
}

function isLastAdministrator(db: ReadDb, id: string): boolean {
  const administrators = db
    .all(statements.selectUsers({}))
    .filter((user) => user.role === 'administrator' && user.status === 'active');
  return administrators.length === 1 && administrators[0]?.id === id;
}

/** Names of users by id, read once per call: a base has tens of users, a page names the same few again and again. */
export function userRefs(db: ReadDb): (id: string | null) => UserRef | null {
  const known = new Map<string, UserRef>();
  let loaded = false;
  return (id) => {
    if (id === null || id === '') return null;
    if (!loaded) for (const row of db.all(statements.selectUserNames({}))) known.set(row.id, row);
    loaded = true;
    return known.get(id) ?? null;
  };
}

// The people who may unlock this base, and their rights.

import { z } from 'zod';
import { userStatuses } from '../../catalogue';
import { action, command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { Instant, Line } from '../../core/schemas';
import { RoleId } from '../policy/role-id';
import { Passphrase } from '../recovery/proof';

/** 2 to 60 letters, digits, dots, dashes or spaces in any script; compared after folding. */
export const Login = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ._\-\u200c]*$/u, 'login');

export const User = z.object({
  id: Id,
  login: z.string(),
  displayName: z.string(),
  role: RoleId,
  /** Of a role that the office has made or renamed. */
  roleName: z.string().nullable(),
  status: z.enum(userStatuses),
  createdAt: Instant,
  canUnlock: z.boolean(),
});
export type User = z.infer<typeof User>;

/** Of giving somebody a passphrase. */
export const passphraseErrors = [
  'keys.weak-passphrase',
  'keys.login-invalid',
  'keys.keyring-altered',
  'files.disk-full',
  'files.io',
] as const;

export const usersContract = defineContract('users', {
  list: query({
    permission: 'users.read',
    input: z.strictObject({}),
    output: z.object({ users: z.array(User) }),
    errors: [],
  }),
  create: action({
    permission: 'users.manage',
    input: z.strictObject({
      login: Login,
      displayName: Line.optional(),
      role: RoleId.default('staff'),
      passphrase: Passphrase,
    }),
    output: z.object({ id: Id }),
    approval: { rule: 'role', exactly: ({ login, role }) => ({ login, role }) },
    errors: ['users.login-taken', 'users.role-unknown', 'users.role-beyond', ...passphraseErrors],
  }),
  update: command({
    permission: 'users.manage',
    input: z.strictObject({ id: Id, displayName: Line.optional(), role: RoleId.optional() }),
    approval: { rule: 'role', exactly: ({ id, role }) => ({ userId: id, role }) },
    output: z.object({ id: Id }),
    errors: ['users.not-found', 'users.last-administrator', 'users.role-unknown', 'users.role-beyond'],
  }),
  assignRole: command({
    permission: 'users.manage',
    input: z.strictObject({ userId: Id, roleId: RoleId }),
    approval: { rule: 'role', exactly: ({ userId, roleId }) => ({ userId, role: roleId }) },
    output: z.object({ id: Id }),
    errors: ['users.not-found', 'users.last-administrator', 'users.role-unknown', 'users.role-beyond'],
  }),
  /** Takes away the user's key slot; what they did stays in the ledger under their name. */
  remove: action({
    permission: 'users.manage',
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id }),
    errors: ['users.not-found', 'users.last-administrator', 'users.self'],
  }),
  /**
   * For somebody who forgot theirs: a one-time code, shown once, that opens the base for nothing but choosing a passphrase. Their own keys
   * are issued anew; what they signed before stays valid.
   */
  resetPassphrase: action({
    permission: 'users.manage',
    approval: { rule: 'reset', exactly: ({ id }) => ({ userId: id }), first: true },
    input: z.strictObject({ id: Id }),
    output: z.object({ code: z.string() }),
    errors: [
      'users.not-found',
      'users.self',
      'users.role-unknown',
      'users.role-beyond',
      'keys.unknown-user',
      'keys.keyring-altered',
      'files.disk-full',
      'files.io',
    ],
  }),
  changePassphrase: action({
    permission: 'session.use',
    input: z.strictObject({ current: Passphrase, next: Passphrase }),
    output: z.object({}),
    errors: ['keys.wrong-passphrase', 'keys.too-many-attempts', ...passphraseErrors],
  }),
  /** After an alarm about the key file: it counts as genuine again, with keys for the active users of this base and nobody else. */
  acceptKeyring: action({
    permission: 'base.manage',
    approval: { rule: 'keys', exactly: () => ({}) },
    input: z.strictObject({}),
    output: z.object({}),
    errors: ['keys.keyring-damaged', 'keys.keyring-missing', 'keys.keyring-newer', 'files.disk-full', 'files.io'],
  }),
  /** A new recovery code; the old one works until the new one was typed back (`session.confirmRecovery`). */
  renewRecoveryCode: action({
    permission: 'base.manage',
    input: z.strictObject({ passphrase: Passphrase }),
    output: z.object({ recoveryCode: z.string() }),
    errors: ['keys.wrong-passphrase', 'keys.too-many-attempts', 'keys.keyring-altered', 'files.disk-full', 'files.io'],
  }),
});

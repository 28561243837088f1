// Opening, unlocking and locking a base. These answer before anybody is signed in.

import { z } from 'zod';
import { action, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { permissions } from '../../core/permissions';
import { CalendarName, CountryCode, LanguageCode, Line } from '../../core/schemas';
import { RoleId } from '../policy/role-id';
import { isOnePaper, paperErrors, paperShape, Passphrase } from '../recovery/proof';
import { Login } from '../users/users.contract';

export const SessionUser = z.object({
  id: Id,
  login: z.string(),
  displayName: z.string(),
  role: RoleId,
  /** Of a role that the office has made or renamed. */
  roleName: z.string().nullable(),
  permissions: z.array(z.enum(permissions)),
  /** Fields, as `entity.field`, that this person does not see whole of every party. */
  masked: z.array(z.string()),
  /** Fields that are sealed, and whether this person has the key. */
  sealed: z.array(z.object({ field: z.string(), isHeld: z.boolean() })),
  /** Came in with a code that was handed out: nothing can be done before a passphrase of their own is chosen. */
  mustChange: z.boolean(),
});

export const keyringAlarms = ['altered', 'older', 'foreign'] as const;
export type KeyringAlarm = (typeof keyringAlarms)[number];

export const SessionStatus = z.object({
  /** no-base: the folder holds none yet. locked: it does, whole or without its keyring. open: this caller has unlocked it. */
  state: z.enum(['no-base', 'locked', 'open']),
  baseFolder: z.string(),
  logins: z.array(z.string()),
  user: SessionUser.nullable(),
  /**
   * Of an open base. altered: the key file was changed by somebody without the keys. older: an earlier one was put back.
   * foreign: it comes from a copy of this base that went its own way.
   */
  keyringAlarm: z.enum(keyringAlarms).nullable(),
  /** Where the base lies; on a network share or in a synchronised folder it is in danger. */
  place: z.object({
    kind: z.enum(['local', 'network', 'sync-folder', 'unknown']),
    /** What it was recognised by: a file system or the name of a service. */
    sign: z.string().nullable(),
  }),
  /** How many recovery cards open it; null where none were made. */
  cardsNeeded: z.number().int().nullable(),
  version: z.string(),
});
export type SessionStatus = z.infer<typeof SessionStatus>;

const openErrors = [
  'base.in-use',
  'base.not-found',
  'base.read-only',
  'base.vanished',
  'base.newer-schema',
  'files.disk-full',
  'files.io',
  'keys.keyring-damaged',
  'keys.keyring-missing',
  'keys.keyring-newer',
  'keys.too-many-attempts',
  'db.not-encrypted',
  'db.damaged',
  'db.disk-full',
  'db.read-only',
  'db.busy',
  'db.io',
  'db.vanished',
  'keys.keyring-altered',
  'keys.unknown-user',
] as const;

export const sessionContract = defineContract('session', {
  status: query({ permission: 'public', input: z.strictObject({}), output: SessionStatus, errors: [] }),
  /** Makes a new base in the engine's folder. The recovery code is shown once and must be typed back by `confirmRecovery`. */
  create: action({
    permission: 'public',
    input: z.strictObject({
      login: Login,
      displayName: Line.optional(),
      passphrase: Passphrase,
      officeName: Line.optional(),
      language: LanguageCode,
      country: CountryCode.default('SA'),
      calendar: CalendarName.optional(),
      digits: z.enum(['auto', 'latn', 'arab', 'arabext']).default('auto'),
      weekStart: z.number().int().min(0).max(6).optional(),
      timeZone: z.string().max(60).optional(),
      sample: z.boolean().default(false),
    }),
    output: z.object({ recoveryCode: z.string(), status: SessionStatus }),
    errors: [
      'base.exists',
      'base.not-found',
      'base.read-only',
      'base.in-use',
      'keys.weak-passphrase',
      'keys.login-invalid',
      'files.disk-full',
      'files.io',
      'db.already-exists',
      'db.disk-full',
      'db.read-only',
      'db.io',
    ],
  }),
  /** The code typed back from its paper. With a renewed one, the code before it opens nothing any more. */
  confirmRecovery: action({
    permission: 'session.use',
    input: z.strictObject({ recoveryCode: z.string().max(200) }),
    output: z.object({}),
    errors: [
      'keys.recovery-code-incomplete',
      'keys.recovery-code-mistyped',
      'keys.wrong-recovery-code',
      'keys.keyring-altered',
      'files.disk-full',
      'files.read-only',
      'files.io',
    ],
  }),
  unlock: action({
    permission: 'public',
    input: z.strictObject({ login: Login, passphrase: Passphrase }),
    output: SessionStatus,
    errors: ['keys.wrong-passphrase', ...openErrors],
  }),
  /** A forgotten passphrase: the recovery code, or enough cards of a set, open the base and set a new one. */
  recover: action({
    permission: 'public',
    input: z.strictObject({ login: Login, ...paperShape, passphrase: Passphrase }).refine(isOnePaper, 'paper'),
    output: SessionStatus,
    errors: [...paperErrors, 'keys.weak-passphrase', ...openErrors],
  }),
  lock: action({ permission: 'public', input: z.strictObject({}), output: z.object({}), errors: [] }),
});

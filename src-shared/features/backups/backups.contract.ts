// Copies of the whole base: where they go, making and rehearsing them, and putting one in the place of a lost base.

import { z } from 'zod';
import { action, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { Instant } from '../../core/schemas';
import { isOneProof, paperErrors, proofShape } from '../recovery/proof';
import { Login } from '../users/users.contract';

const Kept = z.number().int().min(0).max(1000);
/** How many of the newest of each hour, day, week and month stay. */
export const BackupRotation = z.strictObject({ hourly: Kept, daily: Kept, weekly: Kept, monthly: Kept });

export const BackupTarget = z.object({
  id: Id,
  path: z.string(),
  rotation: BackupRotation,
  /** Whether the folder can be reached now. */
  reachable: z.boolean(),
  freeBytes: z.number().nullable(),
  /** On the disk of the base itself: of no use when that disk fails. */
  sameDisk: z.boolean(),
});
export type BackupTarget = z.infer<typeof BackupTarget>;

export const BackupRecord = z.object({
  id: Id,
  name: z.string(),
  folder: z.string(),
  madeAt: Instant,
  verifiedAt: Instant,
  bytes: z.number().int(),
  operations: z.number().int(),
  /** Still in its place; a stick may have been taken out. */
  present: z.boolean(),
});
export type BackupRecord = z.infer<typeof BackupRecord>;

/** What a rehearsal found: the certificate. */
export const Rehearsal = z.object({
  id: Id,
  name: z.string(),
  backupMadeAt: Instant,
  startedAt: Instant,
  finishedAt: Instant,
  sound: z.boolean(),
  /** From the first byte read to a base that can be opened. */
  restoreSeconds: z.number(),
  bytes: z.number().int(),
  counts: z.record(z.string(), z.number().int()),
  operations: z.number().int(),
  head: z.string(),
  /** The backup's last operation stands in the present ledger under the same hash. */
  sameHistory: z.boolean(),
  /** Records picked at random and compared field by field with the present base; those changed since are left out. */
  compared: z.number().int(),
  differing: z.number().int(),
  findings: z.array(z.object({ check: z.string(), detail: z.string() })),
});
export type Rehearsal = z.infer<typeof Rehearsal>;

/** What can be known of a backup without its keys. */
export const BackupSummary = z.object({
  name: z.string(),
  madeAt: Instant,
  appVersion: z.string(),
  bytes: z.number().int(),
  counts: z.record(z.string(), z.number().int()),
  operations: z.number().int(),
  schema: z.number().int(),
  /** What this program's own bases have; a lower one in the backup is brought up to it. */
  programSchema: z.number().int(),
  logins: z.array(z.string()),
  /** How many recovery cards open it; null where none were made. */
  cardsNeeded: z.number().int().nullable(),
  /** People it holds who were erased since, and who will be erased from it first; null while it is locked. */
  erasures: z.number().int().nullable(),
});
export type BackupSummary = z.infer<typeof BackupSummary>;

/** What was saved of a damaged base, table by table. */
export const Salvage = z.object({
  tables: z.array(
    z.object({
      table: z.string(),
      read: z.number().int(),
      /** Null when nothing could say how many there were. */
      lost: z.number().int().nullable(),
      ranges: z.array(z.object({ from: z.number(), to: z.number() })),
    }),
  ),
  sound: z.boolean(),
  findings: z.array(z.object({ check: z.string(), detail: z.string() })),
});
export type Salvage = z.infer<typeof Salvage>;

const folderErrors = ['backups.folder-missing', 'backups.not-a-backup', 'backups.newer', 'backups.damaged'] as const;
const secretErrors = [
  ...paperErrors,
  'keys.wrong-passphrase',
  'keys.unknown-user',
  'keys.too-many-attempts',
  'keys.keyring-damaged',
  'keys.keyring-missing',
  'keys.keyring-newer',
  'backups.forged',
] as const;

/** A token of the folder dialog; on the command line the path. */
const Folder = z
  .string()
  .min(1)
  .max(4096)
  .regex(/^[^\0]+$/);

/** By a passphrase, the recovery code or cards, as the user of that login. */
const openingShape = { folder: Folder, login: Login, ...proofShape } as const;
const Opening = z.strictObject(openingShape).refine(isOneProof, 'proof');

export const backupsContract = defineContract('backups', {
  targets: query({
    permission: 'base.manage',
    input: z.strictObject({}),
    output: z.object({ targets: z.array(BackupTarget) }),
    errors: [],
    whole: true,
  }),
  addTarget: action({
    permission: 'base.manage',
    input: z.strictObject({ folder: Folder, rotation: BackupRotation.optional() }),
    output: z.object({ id: Id }),
    errors: ['backups.folder-missing', 'backups.target-read-only', 'backups.target-inside', 'backups.target-known'],
  }),
  setRotation: action({
    permission: 'base.manage',
    input: z.strictObject({ id: Id, rotation: BackupRotation }),
    output: z.object({}),
    errors: ['backups.target-unknown'],
  }),
  /** Forgets the place; the backups in it stay. */
  removeTarget: action({
    permission: 'base.manage',
    input: z.strictObject({ id: Id }),
    output: z.object({}),
    errors: ['backups.target-unknown'],
  }),
  /** To every target, or once to a folder; then, if asked, restores the copy on trial and compares. */
  make: action({
    permission: 'base.manage',
    input: z.strictObject({ folder: Folder.optional(), rehearse: z.boolean().default(false) }),
    output: z.object({ jobId: Id }),
    errors: ['backups.no-target', 'backups.folder-missing', 'backups.target-inside'],
  }),
  list: query({
    permission: 'base.manage',
    input: z.strictObject({}),
    output: z.object({ backups: z.array(BackupRecord) }),
    errors: [],
    whole: true,
  }),
  /** Restores a copy beside the base on trial, compares it and throws it away. The newest one when none is named. */
  rehearse: action({
    permission: 'base.manage',
    input: z.strictObject({ id: Id.optional(), folder: Folder.optional() }),
    output: z.object({ jobId: Id }),
    errors: ['backups.none-yet', 'backups.unknown', 'backups.folder-missing'],
  }),
  rehearsals: query({
    permission: 'base.manage',
    input: z.strictObject({}),
    output: z.object({ rehearsals: z.array(Rehearsal) }),
    errors: [],
    whole: true,
  }),
  /** Looks at a folder without its key: what it is, and whether anything is missing or cut short. */
  inspect: action({
    permission: 'public',
    input: z.strictObject({ folder: Folder }),
    output: BackupSummary,
    errors: [...folderErrors],
  }),
  /** Whether passphrase, code or cards open it; wrong passphrases are slowed down as at the lock screen. */
  open: action({
    permission: 'public',
    input: Opening,
    output: BackupSummary,
    errors: [...folderErrors, ...secretErrors],
  }),
  /**
   * Puts a backup in the place of the base of this engine: where there is none, anybody who can open it; over a base,
   * only an administrator who has opened it. The base before it is kept for seven days beside it. With `asOf`, everything but
   * the users is as it was at that instant. Nothing of the present base changes until the copy was found whole.
   */
  restore: action({
    permission: 'public',
    approval: { rule: 'restore', exactly: ({ folder, asOf }) => ({ folder, asOf }) },
    input: z.strictObject({ ...openingShape, asOf: Instant.optional() }).refine(isOneProof, 'proof'),
    output: z.object({ rewound: z.number().int(), erased: z.number().int(), keptAs: z.string().nullable() }),
    errors: [
      ...folderErrors,
      ...secretErrors,
      'backups.base-present',
      'backups.made-before',
      'backups.target-full',
      'backups.target-read-only',
      'backups.cancelled',
      'backups.busy',
      'base.in-use',
      'keys.keyring-altered',
      'files.disk-full',
      'files.read-only',
      'files.not-found',
      'files.io',
      'db.damaged',
      'db.disk-full',
      'db.io',
      'db.vanished',
      'db.read-only',
      'db.busy',
      'base.not-found',
      'base.read-only',
      'base.newer-schema',
    ],
  }),
  /** Reads what can be read of this engine's damaged base into an empty folder; the damaged one stays as it is. */
  salvage: action({
    permission: 'public',
    input: Opening,
    output: Salvage,
    errors: [
      ...secretErrors,
      'backups.folder-missing',
      'backups.not-empty',
      'backups.cancelled',
      'backups.busy',
      'keys.keyring-altered',
      'base.in-use',
      'files.disk-full',
      'files.read-only',
      'files.not-found',
      'files.io',
      'db.damaged',
      'db.disk-full',
      'db.io',
      'db.vanished',
      'db.read-only',
      'db.busy',
      'db.already-exists',
    ],
  }),
  cancelRestore: action({ permission: 'public', input: z.strictObject({}), output: z.object({}), errors: [] }),
});

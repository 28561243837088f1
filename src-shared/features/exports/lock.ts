// Whom a file that leaves the base is locked for, and the receipt that stays behind.

import { z } from 'zod';
import { Id } from '../../core/ids';
import { Instant } from '../../core/schemas';
import { UserRef } from '../parties/party';
import { Passphrase } from '../recovery/proof';

/** Of the register, or of a slot of the keyring. */
const RecipientId = z.string().min(1).max(100);

/** Whom a file is encrypted for: recipients of the register by their ids, or whoever knows the passphrase. Neither: open text. */
export const lockWish = {
  recipients: z.array(RecipientId).min(1).max(20).optional(),
  passphrase: Passphrase.optional(),
} as const;
export const lockErrors = [
  'exports.plain-forbidden',
  'exports.two-locks',
  'exports.recipient-unknown',
  'keys.weak-passphrase',
] as const;

interface LockWish {
  readonly recipients?: readonly string[] | undefined;
  readonly passphrase?: string | undefined;
}

/** What whoever approves is told of it. */
export const lockSeen = ({ recipients, passphrase }: LockWish): { encrypted: boolean; recipients?: string[] } => ({
  encrypted: recipients !== undefined || passphrase !== undefined,
  ...(recipients === undefined ? {} : { recipients: recipients.toSorted() }),
});

export const lockWays = ['recipients', 'passphrase', 'open'] as const;
export type LockWay = (typeof lockWays)[number];

/** An age public key, and whose it is; null: the office's own, that it keeps outside the base (escrow). */
export const Addressee = z.object({ name: z.string().nullable(), key: z.string() });
export type Addressee = z.infer<typeof Addressee>;

export const Recipient = Addressee.extend({
  id: RecipientId,
  kind: z.enum(['listed', 'escrow']),
  addedBy: UserRef.nullable(),
  addedAt: Instant,
});
export type Recipient = z.infer<typeof Recipient>;

/** What the log keeps of a file that left the base: its line there is signed like every other. */
export const Receipt = z.object({
  operationId: Id,
  at: Instant,
  who: UserRef.nullable(),
  /** The operation that wrote it. */
  command: z.string(),
  file: z.string(),
  /** Of the bytes as they were written; of a folder, that of the list of its files as `sha256sum` writes it. 64 hex digits. */
  sha256: z.string(),
  bytes: z.number(),
  rows: z.number().int(),
  list: z.string(),
  format: z.string(),
  /** As a list showed them; null: everything known of each record. */
  columns: z.array(z.string()).nullable(),
  /** Class-3 values that are in it whole, as `entity.field`. */
  fields: z.array(z.string()),
  way: z.enum(lockWays),
  recipients: z.array(Addressee),
  /** The request that allowed it. */
  approval: z.string().nullable(),
});
export type Receipt = z.infer<typeof Receipt>;

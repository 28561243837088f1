// The proof of the log: its head, whether it is whole, and the log as a file that others can check.

import { z } from 'zod';
import { action, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { Instant } from '../../core/schemas';

const Hash = z.string().regex(/^(?:[0-9a-f]{64})?$/);

/** A copy of the base that remembers a head of the log. */
export const Witness = z.object({
  folder: z.string(),
  /** The operation whose hash it remembers. */
  operations: z.number().int(),
  agrees: z.boolean(),
});

/** What a finished `audit.verify` answers. */
export const AuditVerified = z.object({
  sound: z.boolean(),
  operations: z.number().int(),
  head: Hash,
  brokenAt: z.number().int().nullable(),
  readings: z.number().int(),
  readingsBrokenAt: z.number().int().nullable(),
  checkpoints: z.number().int(),
  checkpointBrokenAt: z.number().int().nullable(),
  /** The last operation that somebody's key has signed; 0 before the first checkpoint. */
  signedUpTo: z.number().int(),
  /** Copies of the base that could be asked. */
  witnesses: z.array(Witness),
});
export type AuditVerified = z.infer<typeof AuditVerified>;

/** What a finished `audit.export` answers. */
export const AuditExported = z.object({ path: z.string(), lines: z.number().int(), head: Hash });
export type AuditExported = z.infer<typeof AuditExported>;

export const auditContract = defineContract('audit', {
  head: query({
    permission: 'audit.read',
    input: z.strictObject({}),
    output: z.object({
      operations: z.number().int(),
      head: Hash,
      /** As it is printed: 16 letters and digits in groups of four. */
      short: z.string(),
      signed: z
        .object({
          at: Instant,
          operations: z.number().int(),
          by: z.object({ id: Id, name: z.string() }).nullable(),
          /** Of the key that signed, in the same form as the head. */
          fingerprint: z.string(),
        })
        .nullable(),
    }),
    errors: [],
  }),
  /** Reads the whole log as a job: every entry, every signature, and the heads that copies of the base remember. */
  verify: action({
    permission: 'audit.read',
    input: z.strictObject({}),
    output: z.object({ jobId: Id }),
    errors: [],
  }),
  /** Signs the head and writes the log as a file, as a job. `to` is a token of the save dialog; on the command line the path. */
  export: action({
    permission: 'audit.read',
    input: z.strictObject({ to: z.string().min(1).max(4096), replace: z.boolean().default(false) }),
    output: z.object({ jobId: Id }),
    errors: ['exports.folder-missing', 'exports.exists', 'exports.read-only', 'exports.in-base'],
  }),
});

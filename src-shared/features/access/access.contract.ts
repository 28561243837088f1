// Who did and who read what: one list for whoever watches over the base, and for the person it is about.

import { z } from 'zod';
import { partyKinds } from '../../catalogue';
import { action, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { accessWays, IDENTIFIER } from '../../core/reads';
import { readingPurposes } from '../../core/purpose';
import { Cursor, Instant, LanguageCode, Line, PageLimit } from '../../core/schemas';

/** other: what changed no record — exports, copies, keys, the log itself. */
export const auditKinds = ['changes', 'readings', 'refused', 'unlocks', 'other'] as const;
export type AuditKind = (typeof auditKinds)[number];

export const AuditFilter = z.strictObject({
  userId: Id.optional(),
  /** Of a merged person, all records. */
  partyId: Id.optional(),
  kinds: z.array(z.enum(auditKinds)).min(1).max(auditKinds.length).optional(),
  /** Name of the command, or of the operation that answered. */
  what: z.string().min(1).max(100).optional(),
  /** Only readings for which it was said. */
  purpose: z.enum(readingPurposes).optional(),
  from: Instant.optional(),
  /** The first instant that is out. */
  to: Instant.optional(),
});
export type AuditFilter = z.output<typeof AuditFilter>;

export const AuditEntry = z.object({
  /** `o` or `r` and its place in the chain of operations or of readings. */
  id: z.string(),
  kind: z.enum(auditKinds),
  at: Instant,
  /** null: the program itself. */
  userId: Id.nullable(),
  userName: z.string(),
  what: z.string(),
  /** Of readings. */
  way: z.enum(accessWays).nullable(),
  /** `entity.field` that was seen whole; `party` where people were what was given out. */
  fields: z.array(z.string()),
  /** As `core/purpose.ts` reads it. */
  purpose: z.string().nullable(),
  /** Of an emergency access: looked at first. */
  priority: z.boolean(),
  /** People it was about; null: everyone in the base. */
  people: z.number().int().nullable(),
  /** Three of them at most, as the records that stand for them now. */
  parties: z.array(z.object({ id: Id, name: z.string() })),
  changes: z.number().int(),
  /** The operation that was refused. */
  refused: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** One person's look at, or change of, a file on one day. */
export const LetterLine = z.object({
  /** The first and the last of the day. */
  from: Instant,
  to: Instant,
  /** The role, or the name where the office says so; null: the program itself. */
  who: z
    .object({
      role: z.string(),
      /** Of a role the office made. */
      roleName: z.string().nullable(),
      name: z.string().nullable(),
    })
    .nullable(),
  kind: z.enum(['changes', 'readings']),
  way: z.enum(accessWays).nullable(),
  purpose: z.string().nullable(),
  times: z.number().int(),
});
export type LetterLine = z.infer<typeof LetterLine>;

export const accessContract = defineContract('access', {
  /** Newest first. */
  events: query({
    permission: 'audit.read',
    input: z.strictObject({ ...AuditFilter.shape, after: Cursor.optional(), limit: PageLimit }),
    output: z.object({ entries: z.array(AuditEntry), next: Cursor.nullable() }),
    errors: ['access.cursor-invalid', 'access.party-not-found'],
    long: true,
  }),
  /** What stands in the letter to somebody who asks who looked at their file. */
  letter: query({
    permission: 'audit.read',
    input: z.strictObject({ partyId: Id }),
    output: z.object({
      party: z.object({ id: Id, name: z.string(), kind: z.enum(partyKinds) }),
      /** The person's own; null where nobody knows it. */
      language: LanguageCode.nullable(),
      officeName: z.string(),
      timeZone: z.string(),
      lines: z.array(LetterLine),
      /** Older ones that are left out. */
      more: z.boolean(),
    }),
    errors: ['access.party-not-found'],
    long: true,
  }),
  /**
   * Says why one looks, when the door has answered `door.purpose-needed`; `asked` is of its details. Holds for whom it was asked, or for
   * searches, or for what is taken out, as many minutes as the office has it, until the base is locked.
   */
  declare: action({
    permission: 'session.use',
    input: z.strictObject({ asked: Id, purpose: z.enum(readingPurposes), words: Line.optional() }),
    output: z.object({ until: Instant }),
    errors: ['access.nothing-asked', 'access.words-missing'],
  }),
  /** Asked before a sheet about somebody is printed: it is written down. */
  print: action({
    permission: 'parties.read',
    input: z.strictObject({ partyId: Id }),
    output: z.object({}),
    reads: ({ partyId }, _, { sensitive }) => ({
      way: 'print',
      fields: sensitive ? ['party', IDENTIFIER] : ['party'],
      of: { entity: 'party', ids: [partyId] },
    }),
    takesOut: ({ partyId }) => ({ entity: 'party', ids: [partyId] }),
    errors: ['access.party-not-found'],
  }),
});

// Everything that can be asked about people who may be entered twice.

import { z } from 'zod';
import { duplicateBands, genders, partyKinds } from '../../catalogue';
import { action, command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { CappedCount, CivilDate, Cursor, EnteredDate, Instant, PageLimit } from '../../core/schemas';
import { ContactPointDraft, IdentifierDraft, NameDraft } from '../parties/party';
import { Reason } from './reasons';

/** What is known of somebody so far; nothing is required, for it is asked while typing. */
export const DuplicateProbe = z.strictObject({
  kind: z.enum(partyKinds),
  names: z.array(NameDraft.partial()).max(50).default([]),
  contactPoints: z.array(ContactPointDraft).max(100).default([]),
  identifiers: z.array(IdentifierDraft).max(100).default([]),
  birth: EnteredDate.nullish(),
  gender: z.enum(genders).nullish(),
});
export type DuplicateProbe = z.output<typeof DuplicateProbe>;

export const DuplicateCard = z.object({
  id: Id,
  kind: z.enum(partyKinds),
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  city: z.string().nullable(),
  birthOn: CivilDate.nullable(),
  createdAt: Instant,
});
export type DuplicateCard = z.infer<typeof DuplicateCard>;

const judged = {
  band: z.enum(duplicateBands),
  /** How sure, 0 to 99. */
  percent: z.number().int(),
  reasons: z.array(Reason),
};

export const DuplicateMatch = z.object({ party: DuplicateCard, ...judged });
export type DuplicateMatch = z.infer<typeof DuplicateMatch>;

/** open: waits for a decision. different: two people, said somebody. */
export const duplicateStates = ['open', 'different'] as const;

export const DuplicatePair = z.object({
  left: DuplicateCard,
  right: DuplicateCard,
  ...judged,
  /** null in a pair called different that no longer looks alike. */
  band: z.enum(duplicateBands).nullable(),
  state: z.enum(duplicateStates),
  decided: z.object({ by: z.object({ id: Id, name: z.string() }).nullable(), at: Instant }).nullable(),
});
export type DuplicatePair = z.infer<typeof DuplicatePair>;

export const LastScan = z.object({
  finishedAt: Instant,
  parties: z.number().int(),
  /** Parties changed since; the next search looks at these only, unless they are many. */
  changed: CappedCount,
});

const Pair = z.strictObject({ partyId: Id, otherId: Id });
const MatchLimit = z.number().int().min(1).max(20).default(5);

export const duplicatesContract = defineContract('duplicates', {
  /** Who is already here that may be meant: a warning while typing, never a refusal. */
  check: query({
    permission: 'parties.read',
    input: z.strictObject({ probe: DuplicateProbe, limit: MatchLimit }),
    output: z.object({ matches: z.array(DuplicateMatch) }),
    errors: [],
  }),
  /** The same for somebody who is here. */
  ofParty: query({
    permission: 'parties.read',
    input: z.strictObject({ id: Id, limit: MatchLimit }),
    output: z.object({ matches: z.array(DuplicateMatch) }),
    errors: ['duplicates.party-not-found'],
  }),
  /** The queue of pairs, the surest first; those called different, the latest first. */
  list: query({
    permission: 'parties.read',
    input: z.strictObject({
      state: z.enum(duplicateStates).default('open'),
      band: z.enum(duplicateBands).optional(),
      after: Cursor.optional(),
      limit: PageLimit,
    }),
    output: z.object({ pairs: z.array(DuplicatePair), next: Cursor.nullable(), count: CappedCount }),
    errors: ['duplicates.cursor-invalid'],
  }),
  lastScan: query({
    permission: 'parties.read',
    input: z.strictObject({}),
    output: z.object({ last: LastScan.nullable() }),
    errors: [],
  }),
  /** Looks through the base in the background; only at what changed since the last time, unless `full`. */
  scan: action({
    permission: 'parties.write',
    input: z.strictObject({ full: z.boolean().default(false) }),
    output: z.object({ jobId: Id }),
    errors: [],
  }),
  /** These are two: never shown as a pair again, until reopened. */
  dismiss: command({
    permission: 'parties.write',
    input: Pair,
    output: z.object({}),
    errors: ['duplicates.party-not-found', 'duplicates.same-party'],
  }),
  reopen: command({
    permission: 'parties.write',
    input: Pair,
    output: z.object({}),
    errors: ['duplicates.not-dismissed'],
  }),
});

/** What a finished search answers. */
export const ScanResult = z.object({
  parties: z.number().int(),
  pairs: z.number().int(),
  likely: z.number().int(),
  /** Whether the whole base was looked at. */
  full: z.boolean(),
});
export type ScanResult = z.infer<typeof ScanResult>;

// Emergency access: a record that somebody's rights do not reach, opened for an hour against a reason that is judged afterwards.

import { z } from 'zod';
import { emergencyReasons, emergencyVerdicts, partyKinds } from '../../catalogue';
import { action, command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { Cursor, Instant, LongText, PageLimit } from '../../core/schemas';
import { UserRef } from '../parties/party';

/** How long a record stays open. */
export const EMERGENCY_MS = 60 * 60_000;
/** Within which somebody must have judged it. */
export const REVIEW_MS = 72 * 60 * 60_000;
/** Searches of one person within an hour: nobody tries numbers until somebody is there. */
export const MOST_SEARCHES = 10;
/** Letters and signs of an explanation, at least. */
export const LEAST_WORDS = 15;

/** Somebody who may be the one that is looked for: no more than initials. */
export const Sought = z.object({ id: Id, kind: z.enum(partyKinds), initials: z.string() });
export type Sought = z.infer<typeof Sought>;

/** What one's own emergency access says of itself. */
export const OwnEmergency = z.object({
  id: Id,
  party: z.object({ id: Id, name: z.string() }),
  reason: z.enum(emergencyReasons),
  /** When it ends by itself, by the engine's clock; and how many ms that is from now. */
  until: Instant,
  leftMs: z.number().int(),
});
export type OwnEmergency = z.infer<typeof OwnEmergency>;

export const Emergency = z.object({
  id: Id,
  party: z.object({ id: Id, name: z.string(), kind: z.enum(partyKinds) }),
  user: UserRef,
  reason: z.enum(emergencyReasons),
  words: z.string(),
  at: Instant,
  until: Instant,
  endedAt: Instant.nullable(),
  /** Entries of the log of readings that it made. */
  looks: z.number().int(),
  dueAt: Instant,
  isOverdue: z.boolean(),
  verdict: z.enum(emergencyVerdicts).nullable(),
  reviewedAt: Instant.nullable(),
  reviewedBy: UserRef.nullable(),
  reviewWords: z.string().nullable(),
});
export type Emergency = z.infer<typeof Emergency>;

export const emergencyStates = ['unreviewed', 'reviewed'] as const;

/** A month of the Gregorian calendar, in the time zone of the office. */
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const emergenciesContract = defineContract('emergencies', {
  /** Looks for one record by exactly its identity number, telephone, mail address or id; written down, found or not. */
  find: action({
    permission: 'access.break-glass',
    input: z.strictObject({ text: z.string().trim().min(4).max(200) }),
    output: z.object({ found: z.array(Sought) }),
    errors: ['emergencies.too-many-searches'],
  }),
  /** One record, for an hour, until one ends it or locks; one at a time. */
  open: action({
    permission: 'access.break-glass',
    input: z.strictObject({ partyId: Id, reason: z.enum(emergencyReasons), words: LongText }),
    output: z.object({ id: Id, partyId: Id, until: Instant }),
    errors: [
      'emergencies.party-not-found',
      'emergencies.words-short',
      'emergencies.seen-already',
      'emergencies.one-at-a-time',
    ],
  }),
  /** The one that is open now, if any. */
  current: query({
    permission: 'session.use',
    input: z.strictObject({}),
    output: z.object({ emergency: OwnEmergency.nullable() }),
    whole: true,
    errors: [],
  }),
  end: command({ permission: 'session.use', input: z.strictObject({}), output: z.object({}), errors: [] }),
  /** Newest first. */
  list: query({
    permission: 'privacy.manage',
    input: z.strictObject({
      state: z.enum(emergencyStates).optional(),
      month: Month.optional(),
      after: Cursor.optional(),
      limit: PageLimit,
    }),
    output: z.object({ emergencies: z.array(Emergency), next: Cursor.nullable() }),
    errors: ['emergencies.cursor-invalid'],
  }),
  /** Once, by somebody else. */
  review: command({
    permission: 'privacy.manage',
    input: z.strictObject({ id: Id, verdict: z.enum(emergencyVerdicts), words: LongText.nullish() }),
    output: z.object({ id: Id }),
    errors: ['emergencies.not-found', 'emergencies.own', 'emergencies.reviewed-already'],
  }),
});

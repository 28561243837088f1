// Erasing a person: what it would touch, doing it, and the certificate of it.

import { z } from 'zod';
import { erasureModes, privacyMarkKinds } from '../../catalogue';
import { action, command, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { CivilDate, Instant, LanguageCode, Line } from '../../core/schemas';
import { DuplicateProbe } from '../duplicates/duplicates.contract';

const UserRef = z.object({ id: Id, name: z.string() });
const Mode = z.enum(erasureModes);

/** A backup that was made before, and by when it will be gone at the latest; null where only people take it away. */
export const EarlierCopy = z.object({ folder: z.string(), madeAt: Instant, until: Instant.nullable() });
export type EarlierCopy = z.infer<typeof EarlierCopy>;

/** How many of what: `what` is an entity of the catalogue, or `history`, `mentions`, `leftovers`, `files`. */
export const TouchedCount = z.object({ what: z.string(), count: z.number().int() });
export type TouchedCount = z.infer<typeof TouchedCount>;

export const PrivacyMark = z.object({
  id: Id,
  partyId: Id,
  kind: z.enum(privacyMarkKinds),
  reason: z.string(),
  at: Instant,
  by: UserRef.nullable(),
  ended: z.object({ at: Instant, by: UserRef.nullable() }).nullable(),
});
export type PrivacyMark = z.infer<typeof PrivacyMark>;

/** A rule by which the law keeps something, until a day; null while what it counts from has not come. */
export const LegalKeep = z.object({ ruleId: z.string(), name: z.string().nullable(), until: CivilDate.nullable() });
export type LegalKeep = z.infer<typeof LegalKeep>;

export const ErasurePlan = z.object({
  partyId: Id,
  /** Records that are this person. */
  records: z.number().int(),
  /** What would be done; null while a hold forbids it. */
  mode: Mode.nullable(),
  holds: z.array(PrivacyMark),
  keeps: z.array(LegalKeep),
  touched: z.array(TouchedCount),
  activities: z.object({ alone: z.number().int(), shared: z.number().int() }),
  copies: z.array(EarlierCopy),
  /** Whether a second person has to approve, because there is one who may. */
  needsApproval: z.boolean(),
});
export type ErasurePlan = z.infer<typeof ErasurePlan>;

/** Of the person nothing but the number of the erasure. */
export const Certificate = z.object({
  id: Id,
  mode: Mode,
  at: Instant,
  askedBy: UserRef.nullable(),
  approvedBy: UserRef.nullable(),
  requestId: Id.nullable(),
  records: z.number().int(),
  counts: z.array(TouchedCount),
  copies: z.array(EarlierCopy),
  language: LanguageCode.nullable(),
  officeName: z.string(),
  timeZone: z.string(),
  /** Seq and hash of the ledger's last operation, by which a witness finds it. */
  head: z.object({ seq: z.number().int(), hash: z.string() }),
});
export type Certificate = z.infer<typeof Certificate>;

/** That somebody was erased, and what was done then. */
export const EarlierErasure = z.object({ erasureId: Id, at: Instant, mode: Mode });
export type EarlierErasure = z.infer<typeof EarlierErasure>;

const executeErrors = [
  'privacy.party-not-found',
  'privacy.on-hold',
  'privacy.law-keeps',
  'privacy.needs-approval',
  'privacy.request-not-found',
  'privacy.request-of-another',
] as const;
export const executeJobErrors = [...executeErrors, 'attachments.key-missing', 'jobs.cancelled'] as const;

export const erasureOperations = {
  plan: query({
    permission: 'privacy.manage',
    input: z.strictObject({ partyId: Id }),
    output: ErasurePlan,
    errors: ['privacy.party-not-found'],
    long: true,
    whole: true,
  }),
  /** `mode` may ask for less than the law allows, never for more. */
  execute: action({
    permission: 'privacy.erase',
    input: z.strictObject({ partyId: Id, requestId: Id.optional(), mode: Mode.optional() }),
    output: z.object({ jobId: Id }),
    errors: executeErrors,
  }),
  certificate: query({
    permission: 'privacy.manage',
    input: z.strictObject({ id: Id }),
    output: Certificate,
    errors: ['privacy.erasure-not-found'],
    whole: true,
  }),
  /** The latest first. */
  erasures: query({
    permission: 'privacy.manage',
    input: z.strictObject({}),
    output: z.object({ erasures: z.array(Certificate) }),
    errors: [],
    whole: true,
  }),
  /** Whether somebody with these particulars was erased here: a key, a number, or name and telephone together. Asked while typing. */
  wasErased: query({
    permission: 'parties.write',
    input: z.strictObject({ probe: DuplicateProbe }),
    output: z.object({ erased: EarlierErasure.nullable() }),
    errors: [],
  }),
  /** A legal hold, a restriction or an objection, from now until it is ended. */
  mark: command({
    permission: 'privacy.manage',
    input: z.strictObject({ partyId: Id, kind: z.enum(privacyMarkKinds), reason: Line }),
    output: z.object({ id: Id }),
    errors: ['privacy.party-not-found', 'privacy.already-marked'],
  }),
  endMark: command({
    permission: 'privacy.manage',
    input: z.strictObject({ id: Id }),
    output: z.object({}),
    errors: ['privacy.mark-not-found'],
  }),
  /** Of one party, or all that stand; those that were ended only with a party. */
  marks: query({
    permission: 'privacy.manage',
    input: z.strictObject({ partyId: Id.optional() }),
    output: z.object({ marks: z.array(PrivacyMark.extend({ partyName: z.string() })) }),
    errors: [],
  }),
};

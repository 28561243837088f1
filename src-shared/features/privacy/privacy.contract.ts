// The privacy desk: what the office processes data for, on what grounds, and in which words people are asked.

import { z } from 'zod';
import { suppressedKinds, suppressionReasons } from '../../catalogue';
import { action, command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { CappedCount, Cursor, Instant, LanguageCode, Line, LongText, PageLimit } from '../../core/schemas';
import { UserRef } from '../parties/party';
import { erasureOperations } from '../erasure/erasure-operations';
import { requestOperations } from '../requests/request-operations';
import { retentionOperations } from '../retention/retention-operations';
import { DataCategories, LawfulBasis, Purpose, PurposeId, PurposeNames } from './purpose';

/** A number or mail address as somebody says it; only its hash is kept. */
const Said = z.strictObject({ kind: z.enum(suppressedKinds), value: Line });
const Reason = z.enum(suppressionReasons);

export const Suppression = z.object({
  id: Id,
  kind: z.enum(suppressedKinds),
  reason: Reason,
  createdAt: Instant,
  by: UserRef.nullable(),
});
export type Suppression = z.infer<typeof Suppression>;

export const privacyContract = defineContract('privacy', {
  ...erasureOperations,
  ...requestOperations,
  ...retentionOperations,
  purposes: query({
    permission: 'consent.read',
    input: z.strictObject({}),
    output: z.object({ purposes: z.array(Purpose) }),
    errors: [],
  }),
  /** Without an id a new purpose is made, which needs names. An interest of the office needs its weighing against the person's. */
  savePurpose: command({
    permission: 'privacy.manage',
    input: z.strictObject({
      id: PurposeId.optional(),
      names: PurposeNames.nullable(),
      basis: LawfulBasis,
      balancing: LongText.nullable(),
      categories: DataCategories,
      active: z.boolean(),
    }),
    output: z.object({ id: PurposeId }),
    errors: ['privacy.purpose-not-found', 'privacy.names-required', 'privacy.balancing-required'],
  }),
  /** A purpose of the office goes, unless anybody has said anything about it; one that ships is again as it came. */
  removePurpose: command({
    permission: 'privacy.manage',
    input: z.strictObject({ id: PurposeId }),
    output: z.object({}),
    errors: ['privacy.purpose-not-found', 'privacy.purpose-used'],
  }),
  /** The next version of what people are shown in a language; those of before stay for what was said to them. */
  addWording: command({
    permission: 'privacy.manage',
    input: z.strictObject({ purposeId: PurposeId, language: LanguageCode, text: LongText.min(1) }),
    output: z.object({ id: Id, version: z.number().int() }),
    errors: ['privacy.purpose-not-found', 'privacy.wording-same'],
  }),
  /** Nobody contacts this number or address again, whoever's it is and however often it is typed or imported. */
  suppress: command({
    permission: 'consent.suppress',
    input: Said.extend({ reason: Reason.default('asked') }),
    /** False when it was on the list already. */
    output: z.object({ added: z.boolean() }),
    errors: ['privacy.value-unreadable'],
  }),
  /** The same for every number and mail address of somebody whom the caller sees. */
  suppressParty: action({
    permission: 'consent.record',
    input: z.strictObject({ partyId: Id, reason: Reason.default('asked') }),
    output: z.object({ added: z.number().int() }),
    errors: ['privacy.party-not-found'],
  }),
  check: query({
    permission: 'consent.read',
    input: Said,
    output: z.object({ entry: Suppression.nullable() }),
    errors: ['privacy.value-unreadable'],
  }),
  /** Newest first; what the numbers are nobody can tell. */
  suppressions: query({
    permission: 'privacy.manage',
    input: z.strictObject({ after: Cursor.optional(), limit: PageLimit }),
    output: z.object({ entries: z.array(Suppression), count: CappedCount, next: Cursor.nullable() }),
    errors: ['privacy.cursor-invalid'],
  }),
  /** Takes one off the list. */
  release: command({
    permission: 'privacy.manage',
    input: z.strictObject({ id: Id }),
    output: z.object({}),
    errors: ['privacy.not-suppressed'],
  }),
});

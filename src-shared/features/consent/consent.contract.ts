// Consent: what people said about each purpose, what holds of it, and whether somebody may be contacted.

import { z } from 'zod';
import { consentActions, consentChannels, consentSources, contactChannels } from '../../catalogue';
import { command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { opened } from '../../core/reads';
import { Instant, Line, LongText, OptionalLine } from '../../core/schemas';
import { UserRef } from '../parties/party';
import { LawfulBasis, PurposeId, PurposeNames } from '../privacy/purpose';
import { contactReasons } from './consent';

const Channel = z.enum(consentChannels);
/** Several at once are one event each. */
const Channels = z.array(Channel).min(1).max(consentChannels.length);

const Holding = z.object({
  channel: Channel,
  brand: z.string().nullable(),
  action: z.enum(consentActions),
  at: Instant,
});

export const ConsentEntry = Holding.extend({
  id: Id,
  partyId: Id,
  purposeId: PurposeId,
  by: UserRef.nullable(),
  source: z.enum(consentSources),
  givenBy: z.string().nullable(),
  wording: z
    .object({ id: Id, language: z.enum(['ar', 'fa', 'en']), version: z.number().int(), text: z.string() })
    .nullable(),
  evidence: z.string().nullable(),
  attachmentId: Id.nullable(),
});
export type ConsentEntry = z.infer<typeof ConsentEntry>;

export const ConsentOfPurpose = z.object({
  id: PurposeId,
  names: PurposeNames.nullable(),
  basis: LawfulBasis,
  active: z.boolean(),
  /** What holds now, of each channel and brand that anything was said of. */
  holding: z.array(Holding),
});
export type ConsentOfPurpose = z.infer<typeof ConsentOfPurpose>;

const Evidence = {
  source: z.enum(consentSources),
  /** Who said it in the person's stead, such as a guardian. */
  givenBy: OptionalLine,
  evidence: LongText.nullish(),
  /** A file of the person. */
  attachmentId: Id.nullish(),
};

export const consentContract = defineContract('consent', {
  /** Writes down what somebody said; `at` is now when left out. */
  record: command({
    permission: 'consent.record',
    input: z.strictObject({
      partyId: Id,
      purposeId: PurposeId,
      channels: Channels,
      brand: OptionalLine,
      action: z.enum(['given', 'refused']),
      at: Instant.optional(),
      /** What the person was shown or read out. */
      wordingId: Id.nullish(),
      ...Evidence,
    }),
    output: z.object({ ids: z.array(Id) }),
    errors: [
      'consent.party-not-found',
      'consent.in-future',
      'consent.wording-unknown',
      'consent.file-unknown',
      'privacy.purpose-not-found',
    ],
  }),
  /** Takes back what was agreed to, at once and on every record that is this person. */
  withdraw: command({
    permission: 'consent.record',
    input: z.strictObject({
      partyId: Id,
      purposeId: PurposeId,
      channels: Channels.default(['any']),
      brand: OptionalLine,
      at: Instant.optional(),
      ...Evidence,
      source: Evidence.source.default('in-person'),
    }),
    output: z.object({ ids: z.array(Id) }),
    errors: ['consent.party-not-found', 'consent.in-future', 'consent.file-unknown', 'privacy.purpose-not-found'],
  }),
  /** What holds of every purpose, all that was ever said, newest first, and which contact points nobody uses again. */
  list: query({
    permission: 'consent.read',
    input: z.strictObject({ partyId: Id }),
    output: z.object({
      purposes: z.array(ConsentOfPurpose),
      history: z.array(ConsentEntry),
      suppressedPointIds: z.array(Id),
    }),
    reads: ({ partyId }) => opened([partyId]),
    emergency: true,
    errors: ['consent.party-not-found'],
  }),
  /** May we contact this person for a purpose by a channel, why or why not, and by which of their numbers or addresses? */
  may: query({
    permission: 'consent.read',
    input: z.strictObject({
      partyId: Id,
      purposeId: PurposeId,
      channel: z.enum(contactChannels),
      brand: Line.nullish(),
    }),
    output: z.object({
      allowed: z.boolean(),
      reason: z.enum(contactReasons),
      basis: LawfulBasis,
      /** Since when it holds, where it follows from what was said. */
      since: Instant.nullable(),
      points: z.array(Id),
    }),
    errors: ['consent.party-not-found', 'privacy.purpose-not-found'],
  }),
});

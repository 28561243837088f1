// What somebody asked for under the law: its clock, who made sure that it was they, and what came of it.

import { z } from 'zod';
import { requestKinds, requestStates } from '../../catalogue';
import { action, command, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { CivilDate, Instant, LanguageCode, Line, LongText } from '../../core/schemas';

const UserRef = z.object({ id: Id, name: z.string() });
const Kind = z.enum(requestKinds);

export const PrivacyRequest = z.object({
  id: Id,
  /** Null once they are erased. */
  party: z.object({ id: Id, name: z.string() }).nullable(),
  kind: Kind,
  receivedOn: CivilDate,
  dueOn: CivilDate,
  /** Days left; negative when it is late. */
  daysLeft: z.number().int(),
  state: z.enum(requestStates),
  identityCheck: z.string().nullable(),
  note: z.string().nullable(),
  outcome: z.string().nullable(),
  createdBy: UserRef.nullable(),
  approved: z.object({ at: Instant, by: UserRef.nullable() }).nullable(),
  closed: z.object({ at: Instant, by: UserRef.nullable() }).nullable(),
  erasureId: Id.nullable(),
});
export type PrivacyRequest = z.infer<typeof PrivacyRequest>;

export const requestOperations = {
  /** Without a due day it is that of the law where the office is. */
  request: command({
    permission: 'privacy.manage',
    input: z.strictObject({
      partyId: Id,
      kind: Kind,
      receivedOn: CivilDate.optional(),
      dueOn: CivilDate.optional(),
      note: LongText.optional(),
      identityCheck: Line.optional(),
    }),
    output: z.object({ id: Id, dueOn: CivilDate }),
    errors: ['privacy.party-not-found'],
  }),
  updateRequest: command({
    permission: 'privacy.manage',
    input: z.strictObject({
      id: Id,
      dueOn: CivilDate.optional(),
      note: LongText.nullable().optional(),
      identityCheck: Line.nullable().optional(),
    }),
    output: z.object({}),
    errors: ['privacy.request-not-found', 'privacy.request-closed'],
  }),
  /** By another person than the one who wrote it down. */
  approve: command({
    permission: 'privacy.erase',
    input: z.strictObject({ id: Id }),
    output: z.object({}),
    errors: [
      'privacy.request-not-found',
      'privacy.request-closed',
      'privacy.own-request',
      'privacy.identity-unchecked',
    ],
  }),
  /** A request to restrict or to object, when done, marks the party. */
  closeRequest: command({
    permission: 'privacy.manage',
    input: z.strictObject({ id: Id, state: z.enum(['done', 'refused']), outcome: Line }),
    output: z.object({}),
    errors: [
      'privacy.request-not-found',
      'privacy.request-closed',
      'privacy.identity-unchecked',
      'privacy.not-erased-yet',
    ],
  }),
  /** Those that are open, the one that is due first at the top; then the latest that are closed. */
  requests: query({
    permission: 'privacy.manage',
    input: z.strictObject({ partyId: Id.optional(), state: z.enum(requestStates).optional() }),
    output: z.object({ requests: z.array(PrivacyRequest) }),
    errors: [],
  }),
  /** Everything the office holds about somebody, for them: a page in their language, the same as data, and their files. */
  accessPack: action({
    permission: 'privacy.manage',
    input: z.strictObject({
      partyId: Id,
      /** What the person's dialog gave: a folder that is not there yet. */
      folder: z.string(),
      language: LanguageCode.optional(),
      /** Whether others are named. */
      others: z.boolean().default(false),
    }),
    takesOut: ({ partyId }) => ({ entity: 'party', ids: [partyId] }),
    output: z.object({ jobId: Id }),
    errors: ['privacy.party-not-found', 'privacy.folder-missing', 'exports.exists'],
  }),
};

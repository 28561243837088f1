// Who may be told about whom and act for them, and the light a call shows.

import { z } from 'zod';
import { authorityBases, authorityStances, partyKinds } from '../../catalogue';
import { action, command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { opened } from '../../core/reads';
import { CivilDate, Instant, Line, OptionalLine } from '../../core/schemas';
import { UserRef } from '../parties/party';
import { matters } from './matters';
import { lights, reasonCodes } from './situation';

const Matters = z.array(z.enum(matters)).min(1).max(matters.length);
const PartyRef = z.object({ id: Id, kind: z.enum(partyKinds), name: z.string() });
const QuestionDraft = z.strictObject({ question: Line, answer: Line });

const Verdict = z.object({
  light: z.enum(lights),
  reasons: z.array(z.object({ code: z.enum(reasonCodes), authorityId: Id.optional(), on: CivilDate.optional() })),
});
export const MatterLight = z.object({ matter: z.enum(matters), told: Verdict, act: Verdict });
export type MatterLight = z.infer<typeof MatterLight>;

export const Authority = z.object({
  id: Id,
  /** The record it was written to. */
  partyId: Id,
  basis: z.enum(authorityBases),
  stance: z.enum(authorityStances),
  matters: z.array(z.enum(matters)),
  mayBeTold: z.boolean(),
  mayAct: z.boolean(),
  fromOn: CivilDate.nullable(),
  toOn: CivilDate.nullable(),
  document: z.object({ id: Id, name: z.string() }).nullable(),
  note: z.string().nullable(),
  disputed: z.object({ at: Instant, note: z.string().nullable() }).nullable(),
  withdrawn: z.object({ at: Instant, by: UserRef.nullable(), reason: z.string().nullable() }).nullable(),
  createdAt: Instant,
  createdBy: UserRef.nullable(),
  questions: z.array(z.object({ id: Id, question: z.string() })),
});
export type Authority = z.infer<typeof Authority>;

/** Two parties and everything that was granted or forbidden between them in one direction. */
export const AuthorityPair = z.object({
  agent: PartyRef,
  subject: PartyRef,
  authorities: z.array(Authority),
  /** As they are once it is known who calls. */
  lights: z.array(MatterLight),
});
export type AuthorityPair = z.infer<typeof AuthorityPair>;

const terms = {
  matters: Matters,
  mayBeTold: z.boolean(),
  mayAct: z.boolean(),
  fromOn: CivilDate.nullable(),
  toOn: CivilDate.nullable(),
  attachmentId: Id.nullable(),
  note: OptionalLine,
};

/** How it is known who calls: by the number they call from, by papers that were seen, or by their word. */
export const ClaimedProof = z.union([
  z.strictObject({ by: z.literal('number'), number: z.string().min(1).max(60) }),
  z.strictObject({ by: z.enum(['papers', 'word']) }),
]);
export const purposes = ['call', 'visit', 'message', 'letter'] as const;

export const AskedQuestion = z.object({
  id: Id,
  question: z.string(),
  /** Null: the subject themselves is asked. */
  authorityId: Id.nullable(),
  /** Answered rightly a moment ago. */
  passed: z.boolean(),
});

export const authorityContract = defineContract('authority', {
  grant: command({
    permission: 'authority.grant',
    input: z.strictObject({
      subjectId: Id,
      agentId: Id,
      basis: z.enum(authorityBases),
      stance: z.enum(authorityStances).default('allow'),
      matters: Matters,
      mayBeTold: z.boolean().default(true),
      mayAct: z.boolean().default(false),
      fromOn: CivilDate.nullish(),
      toOn: CivilDate.nullish(),
      attachmentId: Id.nullish(),
      note: OptionalLine,
      questions: z.array(QuestionDraft).max(10).default([]),
    }),
    output: z.object({ id: Id }),
    errors: [
      'authority.party-not-found',
      'authority.same-party',
      'authority.nothing-granted',
      'authority.dates-reversed',
      'authority.document-not-found',
    ],
  }),
  change: command({
    permission: 'authority.grant',
    input: z.strictObject({
      id: Id,
      set: z.strictObject(terms).partial().default({}),
      /** True: somebody contests it, and it counts for nothing until that is settled. */
      disputed: z.boolean().optional(),
      disputeNote: OptionalLine,
    }),
    output: z.object({ id: Id }),
    errors: [
      'authority.not-found',
      'authority.withdrawn',
      'authority.nothing-granted',
      'authority.dates-reversed',
      'authority.document-not-found',
    ],
  }),
  revoke: command({
    permission: 'authority.grant',
    input: z.strictObject({ id: Id, reason: OptionalLine }),
    output: z.object({ id: Id }),
    errors: ['authority.not-found', 'authority.withdrawn'],
  }),
  /** A question the caller has to answer: of an authority, or, without one, of the subject themselves. */
  addQuestion: command({
    permission: 'authority.grant',
    input: z.strictObject({ subjectId: Id, authorityId: Id.nullish(), ...QuestionDraft.shape }),
    output: z.object({ id: Id }),
    errors: ['authority.party-not-found', 'authority.not-found'],
  }),
  removeQuestion: command({
    permission: 'authority.grant',
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id }),
    errors: ['authority.question-not-found'],
  }),
  /** Who may act for somebody, and for whom they may; at most 200 pairs, and the questions they are asked themselves. */
  list: query({
    permission: 'parties.read',
    input: z.strictObject({ partyId: Id }),
    output: z.object({
      forThem: z.array(AuthorityPair),
      byThem: z.array(AuthorityPair),
      questions: z.array(z.object({ id: Id, question: z.string() })),
    }),
    reads: ({ partyId }) => opened([partyId]),
    emergency: true,
    errors: ['authority.party-not-found'],
  }),
  /** May I tell this caller? Written down with the caller and the purpose before it is answered. */
  check: query({
    permission: 'parties.read',
    input: z.strictObject({
      callerId: Id,
      subjectId: Id,
      purpose: z.enum(purposes).default('call'),
      proof: ClaimedProof.default({ by: 'word' }),
    }),
    output: z.object({
      caller: PartyRef,
      subject: PartyRef,
      isSelf: z.boolean(),
      lights: z.array(
        MatterLight.extend({
          /** Fields of the catalogue that whoever asks sees whole, and so can tell. */
          fields: z.array(z.string()),
        }),
      ),
      questions: z.array(AskedQuestion),
      /** Wrong answers that are still allowed. */
      attemptsLeft: z.number().int(),
      authorities: z.array(Authority),
    }),
    errors: ['authority.party-not-found'],
    reads: ({ purpose }, { caller, subject }) => ({
      way: 'open',
      fields: ['authority.matters'],
      of: { entity: 'party', ids: [...new Set([subject.id, caller.id])] },
      purpose,
    }),
  }),
  /** Compares an answer with the one that was left; every try is written down, and after three wrong ones an hour goes by. */
  verify: action({
    permission: 'parties.read',
    input: z.strictObject({ callerId: Id, subjectId: Id, questionId: Id, answer: Line }),
    output: z.object({ right: z.boolean(), attemptsLeft: z.number().int() }),
    errors: ['authority.party-not-found', 'authority.question-not-found', 'authority.too-many-wrong'],
  }),
});

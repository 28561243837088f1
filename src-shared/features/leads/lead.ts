// A lead: who showed interest, in what, how it came, whose it is, and how far it has got.

import { z } from 'zod';
import { activityKinds, leadSources, leadStates, partyKinds, stageKinds } from '../../catalogue';
import { Id } from '../../core/ids';
import { Instant, LongText, OptionalLine } from '../../core/schemas';
import { Amount } from '../deals/deal';
import { PartyDraft, UserRef } from '../parties/party';
import { Currency, Names } from '../pipelines/pipeline';
import { responseStates } from './response';
import { scoreRules } from './score';

const facts = {
  interest: OptionalLine,
  amount: Amount.nullish(),
  currency: Currency.optional(),
  note: LongText.nullish(),
};

export const LeadDraft = z
  .strictObject({
    /** Whose lead it is: somebody on file, or somebody who is written down with it. */
    partyId: Id.optional(),
    party: PartyDraft.extend({
      /** Why somebody who was erased is written down again. */
      returnReason: OptionalLine,
    }).optional(),
    source: z.enum(leadSources),
    /** Now when left out. */
    receivedAt: Instant.optional(),
    ownerId: Id.nullish(),
    unitId: Id.nullish(),
    ...facts,
  })
  .refine(({ partyId, party }) => (partyId === undefined) !== (party === undefined), 'partyId or party');
export type LeadDraft = z.output<typeof LeadDraft>;

export const LeadChange = z.strictObject({ ...facts, source: z.enum(leadSources) }).partial();
export type LeadChange = z.output<typeof LeadChange>;

const PartyRef = z.object({ id: Id, kind: z.enum(partyKinds), name: z.string() });

export const LeadScore = z.object({
  /** 0 to 100. */
  value: z.number().int(),
  reasons: z.array(
    z.object({ rule: z.enum(scoreRules), what: z.string(), points: z.number().int(), of: z.number().int() }),
  ),
});

/** A row of the list. */
export const LeadRow = z.object({
  id: Id,
  party: PartyRef,
  interest: z.string().nullable(),
  source: z.enum(leadSources),
  receivedAt: Instant,
  amount: Amount.nullable(),
  currency: z.string(),
  owner: UserRef.nullable(),
  unitId: Id.nullable(),
  state: z.enum(leadStates),
  stateAt: Instant,
  respondedAt: Instant.nullable(),
  /** `minutes`: worked ones until it came; null while it has not. */
  response: z.object({ state: z.enum(responseStates), dueAt: Instant, minutes: z.number().int().nullable() }),
  score: LeadScore,
});
export type LeadRow = z.infer<typeof LeadRow>;

export const LeadStep = z.object({
  id: Id,
  toState: z.enum(leadStates),
  at: Instant,
  by: UserRef.nullable(),
  /** The contact that was logged with it, where the reader sees it. */
  activity: z.object({ id: Id, kind: z.enum(activityKinds), subject: z.string() }).nullable(),
  reason: Names.nullable(),
  words: z.string().nullable(),
});
export type LeadStep = z.infer<typeof LeadStep>;

export const Lead = LeadRow.extend({
  note: z.string().nullable(),
  createdAt: Instant,
  createdBy: UserRef.nullable(),
  deletedAt: Instant.nullable(),
  steps: z.array(LeadStep),
  /** What came of it. */
  deals: z.array(z.object({ id: Id, title: z.string(), state: z.enum(stageKinds) })),
  /** How many working minutes the office gives itself for the first response. */
  targetMinutes: z.number().int(),
});
export type Lead = z.infer<typeof Lead>;

export const LeadFilter = z.strictObject({
  /** Open ones when left out. */
  states: z.array(z.enum(leadStates)).min(1).max(leadStates.length).optional(),
  /** 'none': nobody's. */
  ownerId: z.union([z.literal('none'), Id]).optional(),
  unitId: Id.optional(),
  partyId: Id.optional(),
  source: z.enum(leadSources).optional(),
  /** Those to whom nobody has turned yet; overdue: for longer than the office gives itself. */
  response: z.enum(['waiting', 'overdue']).optional(),
});
export type LeadFilter = z.output<typeof LeadFilter>;

// A deal: what may be sold to whom, for how much and when, in which stage it is and how it came there.

import { z } from 'zod';
import { attitudes, dealPartyRoles, forecastCategories, partyKinds, stageKinds } from '../../catalogue';
import { Id } from '../../core/ids';
import { CivilDate, Instant, Line, LongText, OptionalLine } from '../../core/schemas';
import { MOST_MINOR } from '../../locale/money';
import { Currency } from '../pipelines/pipeline';
import { UserRef } from '../parties/party';

/** Minor units of its currency. */
export const Amount = z.number().int().min(0).max(MOST_MINOR);
/** Minor units as digits: a sum may be more than a number holds. */
export const Sum = z.string().regex(/^\d+$/);

const terms = {
  title: Line,
  amount: Amount.nullish(),
  currency: Currency.optional(),
  expectedOn: CivilDate.nullish(),
  category: z.enum(forecastCategories).optional(),
  ownerId: Id.nullish(),
  nextStep: OptionalLine,
  note: LongText.nullish(),
};

export const DealPartyDraft = z.strictObject({
  partyId: Id,
  role: z.enum(dealPartyRoles),
  influence: z.number().int().min(1).max(3).nullish(),
  attitude: z.enum(attitudes).nullish(),
  note: OptionalLine,
});

export const DealDraft = z.strictObject({
  partyId: Id,
  pipelineId: Id,
  /** The first one when left out. */
  stageId: Id.optional(),
  ...terms,
  parties: z.array(DealPartyDraft).max(50).default([]),
});
export type DealDraft = z.output<typeof DealDraft>;

export const DealChange = z.strictObject(terms).partial();
export type DealChange = z.output<typeof DealChange>;

const PartyRef = z.object({ id: Id, kind: z.enum(partyKinds), name: z.string() });

/** A card of the board and a row of the list. */
export const DealCard = z.object({
  id: Id,
  title: z.string(),
  party: PartyRef,
  pipelineId: Id,
  stageId: Id,
  state: z.enum(stageKinds),
  amount: Amount.nullable(),
  currency: z.string(),
  expectedOn: CivilDate.nullable(),
  category: z.enum(forecastCategories),
  owner: UserRef.nullable(),
  nextStep: z.string().nullable(),
  stageAt: Instant,
  createdAt: Instant,
  /** Longer in its stage than the stage allows, net of pauses. */
  isRotting: z.boolean(),
  isPaused: z.boolean(),
});
export type DealCard = z.infer<typeof DealCard>;

export const StageVisit = z.object({
  id: Id,
  fromStageId: Id.nullable(),
  toStageId: Id,
  at: Instant,
  by: UserRef.nullable(),
  lossReasonId: Id.nullable(),
  reason: z.string().nullable(),
  amount: Amount.nullable(),
  currency: z.string(),
  /** Until the next move, or until now; net of pauses. */
  milliseconds: z.number().int(),
});

export const DealParty = z.object({
  id: Id,
  party: PartyRef,
  role: z.enum(dealPartyRoles),
  influence: z.number().int().nullable(),
  attitude: z.enum(attitudes).nullable(),
  note: z.string().nullable(),
});

export const Deal = DealCard.extend({
  /** The lead it came from. */
  leadId: Id.nullable(),
  note: z.string().nullable(),
  createdBy: UserRef.nullable(),
  deletedAt: Instant.nullable(),
  parties: z.array(DealParty),
  visits: z.array(StageVisit),
  pauses: z.array(
    z.object({ id: Id, from: Instant, to: Instant.nullable(), reason: z.string().nullable(), by: UserRef.nullable() }),
  ),
});
export type Deal = z.infer<typeof Deal>;

export const DealFilter = z.strictObject({
  pipelineId: Id.optional(),
  stageId: Id.optional(),
  /** Open ones when left out. */
  states: z.array(z.enum(stageKinds)).min(1).max(3).optional(),
  ownerId: Id.optional(),
  partyId: Id.optional(),
  expectedFrom: CivilDate.optional(),
  expectedTo: CivilDate.optional(),
  category: z.enum(forecastCategories).optional(),
});
export type DealFilter = z.output<typeof DealFilter>;

/** What a deal counts as in the forecast while its owner has not said otherwise: by the odds of its stage, as the office guesses them. */
export const categoryIn = ({ odds }: { readonly odds: number }): (typeof forecastCategories)[number] =>
  odds >= 75 ? 'commit' : odds >= 50 ? 'best-case' : 'pipeline';

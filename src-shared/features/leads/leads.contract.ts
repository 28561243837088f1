// Leads: taken in, assigned, worked, and brought to an end.

import { z } from 'zod';
import { command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { CappedCount, Cursor, OptionalLine, PageLimit } from '../../core/schemas';
import { ActivityDraft } from '../activities/activity';
import { DealDraft } from '../deals/deal';
import { LossReason, LossReasonId } from '../pipelines/pipeline';
import { UserRef } from '../parties/party';
import { Lead, LeadChange, LeadDraft, LeadFilter, LeadRow } from './lead';
import { openLeadStates } from './response';

const done = z.object({ id: Id });
const Ids = z.array(Id).min(1).max(200);
const OpenState = z.enum(openLeadStates);
/** Where whoever acts saw it; another step meanwhile is told instead of overwritten. */
const seen = { fromState: OpenState.optional() };

export const leadSorts = ['received', 'state-time', 'score'] as const;

const standing = { open: z.number().int(), waiting: z.number().int(), overdue: z.number().int() };

export const leadsContract = defineContract('leads', {
  /** Of somebody on file, or of somebody who is written down in the same step, by the rules of `parties.create`. */
  create: command({
    permission: 'leads.write',
    input: LeadDraft,
    output: z.object({ id: Id, partyId: Id }),
    errors: [
      'leads.party-not-found',
      'leads.owner-unknown',
      'leads.unit-unknown',
      'leads.in-the-future',
      'parties.owner-unknown',
      'parties.unit-unknown',
      'parties.date-invalid',
      'parties.was-erased',
    ],
  }),
  update: command({
    permission: 'leads.write',
    input: z.strictObject({ id: Id, set: LeadChange }),
    output: done,
    errors: ['leads.not-found'],
  }),
  /** To a person, a unit, or both; what is left out stays as it is. */
  assign: command({
    permission: 'leads.assign',
    input: z.strictObject({ ids: Ids, ownerId: Id.nullish(), unitId: Id.nullish() }),
    output: z.object({ assigned: z.number().int() }),
    errors: ['leads.not-found', 'leads.owner-unknown', 'leads.unit-unknown'],
  }),
  /** A contact that took place, logged with the party, and the step it was; `contacted` when it is the first. */
  contact: command({
    permission: 'leads.write',
    input: ActivityDraft.omit({ partyIds: true }).extend({ id: Id, toState: OpenState.optional() }),
    output: z.object({ id: Id, activityId: Id }),
    errors: ['leads.not-found', 'leads.ended', 'leads.in-the-future', 'leads.before-its-time'],
  }),
  /** To another of the open states, without a contact. */
  step: command({
    permission: 'leads.write',
    input: z.strictObject({ id: Id, toState: OpenState, words: OptionalLine, ...seen }),
    output: done,
    errors: ['leads.not-found', 'leads.ended', 'leads.already-there', 'leads.changed-meanwhile'],
  }),
  /** Makes a deal with the same party, by the rules of `deals.create`; the deal says which lead it came from. */
  qualify: command({
    permission: 'leads.write',
    input: DealDraft.omit({ partyId: true }).extend({
      id: Id,
      /** What the lead says is wanted, when left out. */
      title: OptionalLine,
      /** The office's first one when left out. */
      pipelineId: Id.optional(),
      ...seen,
    }),
    output: z.object({ id: Id, dealId: Id }),
    errors: [
      'leads.not-found',
      'leads.ended',
      'leads.changed-meanwhile',
      'leads.title-needed',
      'deals.party-not-found',
      'deals.pipeline-not-found',
      'deals.stage-not-found',
      'deals.stage-closed',
      'deals.owner-unknown',
      'deals.needs',
    ],
  }),
  disqualify: command({
    permission: 'leads.write',
    input: z.strictObject({ id: Id, reasonId: LossReasonId.optional(), words: OptionalLine, ...seen }),
    output: done,
    errors: [
      'leads.not-found',
      'leads.ended',
      'leads.changed-meanwhile',
      'leads.reason-needed',
      'leads.reason-unknown',
    ],
  }),
  /** Back to where it stood before it ended; not while a deal that came of it is there. */
  reopen: command({
    permission: 'leads.write',
    input: z.strictObject({ id: Id, words: OptionalLine }),
    output: done,
    errors: ['leads.not-found', 'leads.open', 'leads.has-deal'],
  }),
  remove: command({
    permission: 'leads.write',
    input: z.strictObject({ ids: Ids }),
    output: z.object({ removed: z.number().int() }),
    errors: ['leads.not-found'],
  }),
  restore: command({
    permission: 'leads.write',
    input: z.strictObject({ ids: Ids }),
    output: z.object({ restored: z.number().int() }),
    errors: ['leads.not-found'],
  }),
  get: query({
    permission: 'leads.read',
    input: done.strict(),
    output: Lead,
    errors: ['leads.not-found'],
  }),
  /** By score the newest 2,000 that match are put in order; `ranked` says when there are more. */
  list: query({
    permission: 'leads.read',
    input: z.strictObject({
      filter: LeadFilter.default({}),
      sort: z
        .strictObject({ by: z.enum(leadSorts), direction: z.enum(['ascending', 'descending']) })
        .default({ by: 'received', direction: 'descending' }),
      after: Cursor.optional(),
      limit: PageLimit,
    }),
    output: z.object({
      rows: z.array(LeadRow),
      next: Cursor.nullable(),
      count: CappedCount,
      ranked: z.enum(['all', 'newest']),
    }),
    errors: ['leads.cursor-invalid'],
  }),
  /** Who has how many open, waiting for a first response, and overdue; `owner` null: nobody. */
  standing: query({
    permission: 'leads.read',
    input: z.strictObject({}),
    output: z.object({
      ...standing,
      owners: z.array(z.object({ owner: UserRef.nullable(), ...standing })),
      targetMinutes: z.number().int(),
    }),
    errors: [],
  }),
  /** For which a lead may come to nothing. */
  reasons: query({
    permission: 'leads.read',
    input: z.strictObject({}),
    output: z.object({ reasons: z.array(LossReason) }),
    errors: [],
  }),
});

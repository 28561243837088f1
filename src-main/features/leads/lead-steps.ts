// The way of a lead: contacts, steps between the open states, its two ends, and back from them.

import { isOpenLead, type OpenLeadState } from '@shared/features/leads/response';
import type { leadsContract } from '@shared/features/leads/leads.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok, type Failure } from '@shared/core/result';
import type { CommandContext } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { insertActivity } from '../activities';
import { rootIdOf } from '../clusters';
import { createDeal } from '../deals';
import { firstPipelineId, isReasonFor } from '../pipelines';
import { line } from './lead-intake';
import * as statements from './leads.sql';

type Ops = (typeof leadsContract)['operations'];
type Lead = Tables['lead'];

export function contactLead(context: CommandContext, input: InputOf<Ops['contact']>): Answer<Ops['contact']> {
  const { db, at: now, actor } = context;
  const { id, toState, ...contact } = input;
  const lead = liveLead(db, id);
  if (lead === undefined) return fail('leads.not-found', { id });
  if (!isOpenLead(lead.state)) return fail('leads.ended');
  const at = contact.at ?? now;
  if (at > now) return fail('leads.in-the-future');
  if (at < lead.received_at) return fail('leads.before-its-time', { since: lead.received_at });
  const by = { authorId: actor.userId ?? '', createdAt: now };
  const partyIds = [rootIdOf(db, lead.party_id)];
  const activityId = insertActivity(context, { ...contact, partyIds, at, ...by });
  const next = toState ?? (lead.state === 'new' ? 'contacted' : (lead.state as OpenLeadState));
  addStep(context, lead, { toState: next, at, activityId });
  return ok({ id, activityId });
}

export function stepLead(context: CommandContext, input: InputOf<Ops['step']>): Answer<Ops['step']> {
  const { id, toState, words, fromState } = input;
  const lead = liveLead(context.db, id);
  if (lead === undefined) return fail('leads.not-found', { id });
  if (!isOpenLead(lead.state)) return fail('leads.ended');
  if (isElsewhere(lead, fromState)) return meanwhile(context.db, lead);
  if (lead.state === toState) return fail('leads.already-there');
  addStep(context, lead, { toState, words });
  return ok({ id });
}

export function qualifyLead(context: CommandContext, input: InputOf<Ops['qualify']>): Answer<Ops['qualify']> {
  const { id, fromState, title, pipelineId = firstPipelineId(context.db), ...draft } = input;
  const lead = liveLead(context.db, id);
  if (lead === undefined) return fail('leads.not-found', { id });
  if (!isOpenLead(lead.state)) return fail('leads.ended');
  if (isElsewhere(lead, fromState)) return meanwhile(context.db, lead);
  const named = line(title) ?? lead.interest;
  if (named === null) return fail('leads.title-needed');
  if (pipelineId === undefined) return fail('deals.pipeline-not-found');
  const made = createDeal(context, { ...draft, pipelineId, partyId: lead.party_id, title: named }, id);
  if (!made.ok) return made;
  addStep(context, lead, { toState: 'qualified' });
  return ok({ id, dealId: made.value.id });
}

export function disqualifyLead(context: CommandContext, input: InputOf<Ops['disqualify']>): Answer<Ops['disqualify']> {
  const { id, reasonId, words, fromState } = input;
  const lead = liveLead(context.db, id);
  if (lead === undefined) return fail('leads.not-found', { id });
  if (!isOpenLead(lead.state)) return fail('leads.ended');
  if (isElsewhere(lead, fromState)) return meanwhile(context.db, lead);
  if (reasonId === undefined) return fail('leads.reason-needed');
  if (!isReasonFor(context.db, 'lead', reasonId)) return fail('leads.reason-unknown', { id: reasonId });
  addStep(context, lead, { toState: 'disqualified', reasonId, words });
  return ok({ id });
}

export function reopenLead(context: CommandContext, { id, words }: InputOf<Ops['reopen']>): Answer<Ops['reopen']> {
  const { db } = context;
  const lead = liveLead(db, id);
  if (lead === undefined) return fail('leads.not-found', { id });
  if (isOpenLead(lead.state)) return fail('leads.open');
  const deals = db.all(statements.selectDealsOf({ lead: id }));
  if (deals.length > 0) return fail('leads.has-deal', { dealId: deals[0]!.id });
  const before = db.all(statements.selectLeadEvents({ lead: id })).findLast(({ to_state }) => isOpenLead(to_state));
  addStep(context, lead, { toState: before?.to_state ?? 'new', words });
  return ok({ id });
}

interface Step {
  readonly toState: Lead['state'];
  readonly at?: number;
  readonly activityId?: string;
  readonly reasonId?: string;
  readonly words?: string | null | undefined;
}

function addStep({ db, ids, at: now, actor }: CommandContext, lead: Lead, step: Step): void {
  const { toState, at = now, activityId = null, reasonId = null } = step;
  const of = { id: ids(), lead_id: lead.id, party_id: lead.party_id, by_id: actor.userId ?? '' };
  const why = { activity_id: activityId, reason_id: reasonId, words: line(step.words) };
  db.run(statements.insertLeadEvent({ ...of, ...why, to_state: toState, at }));
}

const isElsewhere = (lead: Lead, fromState: OpenLeadState | undefined): boolean =>
  fromState !== undefined && fromState !== lead.state;

function meanwhile(db: ReadDb, lead: Lead): { readonly ok: false; readonly error: Failure<'leads.changed-meanwhile'> } {
  const last = db.first(statements.selectLastEvent({ lead: lead.id }));
  return fail('leads.changed-meanwhile', { state: lead.state, by: last?.by_id ?? '' });
}

export function liveLead(db: ReadDb, id: string): Lead | undefined {
  const lead = db.first(statements.selectLead({ id }));
  return lead?.deleted_at === null ? lead : undefined;
}

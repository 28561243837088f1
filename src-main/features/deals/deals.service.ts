// The rules of deals: whom they are with, what may be said of them, who has a say, and the times in which they rest.

import { categoryIn, type DealChange, type DealDraft } from '@shared/features/deals/deal';
import type { Stage } from '@shared/features/pipelines/pipeline';
import type { dealsContract } from '@shared/features/deals/deals.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { cleanLine, cleanText } from '@shared/text/clean';
import type { CommandContext, Handlers } from '../../core/context';
import type { ReadDb, Tables, WriteDb } from '../../db';
import { liveRootOf, memberIdsOf } from '../clusters';
import { selectPipeline, stageById, stagesOf } from '../pipelines';
import { selectUserExists } from '../users';
import { dealBoard, listDeals } from './deal-list';
import { dealView } from './deal-view';
import * as statements from './deals.sql';
import { missingNeeds, moveDeal } from './move-deal';

type Ops = (typeof dealsContract)['operations'];

export const createDealsService = (): Handlers<typeof dealsContract> => ({
  create: (context, draft) => createDeal(context, draft),
  update,
  move: moveDeal,
  categorise,
  get({ db, clock }, { id }) {
    const deal = db.first(statements.selectDeal({ id }));
    return deal === undefined ? fail('deals.not-found', { id }) : ok(dealView(db, deal, clock.now()));
  },
  list: listDeals,
  board: dealBoard,
  remove({ db, at }, { ids }) {
    const missing = setDeleted(db, ids, at);
    return missing === undefined ? ok({ removed: ids.length }) : fail('deals.not-found', { id: missing });
  },
  restore({ db }, { ids }) {
    const missing = setDeleted(db, ids, null);
    return missing === undefined ? ok({ restored: ids.length }) : fail('deals.not-found', { id: missing });
  },
  setParty,
  removeParty({ db }, { id }) {
    if (db.first(statements.selectDealParty({ id })) === undefined) return fail('deals.party-not-found', { id });
    db.run(statements.deleteDealParty(id));
    return ok({ id });
  },
  pause,
  resume,
});

function categorise({ db }: CommandContext, { ids, category }: InputOf<Ops['categorise']>): Answer<Ops['categorise']> {
  const missing = ids.find((id) => liveDealOf(db, id) === undefined);
  if (missing !== undefined) return fail('deals.not-found', { id: missing });
  for (const id of ids) db.run(statements.updateDeal(id, { category }));
  return ok({ changed: ids.length });
}

function pause({ db, ids, at, actor }: CommandContext, { id, reason }: InputOf<Ops['pause']>): Answer<Ops['pause']> {
  const deal = liveDealOf(db, id);
  if (deal === undefined) return fail('deals.not-found', { id });
  if (runningPause(db, id) !== undefined) return fail('deals.paused');
  const row = { id: ids(), deal_id: id, party_id: deal.party_id, from_at: at, to_at: null, reason: line(reason) };
  db.run(statements.insertPause({ ...row, by_id: actor.userId ?? '' }));
  return ok({ id });
}

function resume({ db, at }: CommandContext, { id }: InputOf<Ops['resume']>): Answer<Ops['resume']> {
  if (liveDealOf(db, id) === undefined) return fail('deals.not-found', { id });
  const running = runningPause(db, id);
  if (running === undefined) return fail('deals.not-paused');
  db.run(statements.endPause(running.id, at));
  return ok({ id });
}

/** `leadId`: of the lead it comes from, which its caller has looked at. */
export function createDeal(
  context: CommandContext,
  draft: DealDraft,
  leadId: string | null = null,
): Answer<Ops['create']> {
  const { db, ids, at, actor } = context;
  const party = liveRootOf(db, draft.partyId);
  if (party === undefined) return fail('deals.party-not-found', { id: draft.partyId });
  const pipeline = db.first(selectPipeline({ id: draft.pipelineId }));
  if (pipeline === undefined || pipeline.active !== 1)
    return fail('deals.pipeline-not-found', { id: draft.pipelineId });
  const stage = stagesOf(db, pipeline.id).find(({ id, active }) => active && id === (draft.stageId ?? id));
  if (stage === undefined) return fail('deals.stage-not-found', { id: draft.stageId });
  if (stage.kind !== 'open') return fail('deals.stage-closed');
  if (isUnknownUser(db, draft.ownerId)) return fail('deals.owner-unknown', { ownerId: draft.ownerId });
  const others = draft.parties.map((other) => ({ ...other, partyId: liveRootOf(db, other.partyId)?.root_id }));
  const unknown = others.findIndex(({ partyId }) => partyId === undefined);
  if (unknown >= 0) return fail('deals.party-not-found', { id: draft.parties[unknown]?.partyId });
  const deal = newDeal(context, draft, { partyId: party.root_id, pipeline, stage, leadId });
  db.run(statements.insertDeal(deal));
  for (const { partyId, ...other } of others) insertParty(context, deal.id, { ...other, partyId: partyId! });
  const missing = missingNeeds(db, deal, stage.needs);
  if (missing.length > 0) return fail('deals.needs', { needs: missing });
  const { id: deal_id, party_id, amount, currency } = deal;
  const first = { id: ids(), deal_id, party_id, from_stage_id: null, to_stage_id: stage.id, at, amount, currency };
  db.run(statements.insertStageEvent({ ...first, by_id: actor.userId ?? '', loss_reason_id: null, reason: null }));
  return ok({ id: deal.id });
}

interface Where {
  readonly partyId: string;
  readonly pipeline: Tables['pipeline'];
  readonly stage: Stage;
  readonly leadId: string | null;
}

const newDeal = (
  { ids, at, actor }: CommandContext,
  draft: DealDraft,
  { partyId, pipeline, stage, leadId }: Where,
): Tables['deal'] => ({
  id: ids(),
  party_id: partyId,
  pipeline_id: pipeline.id,
  title: cleanLine(draft.title),
  amount: draft.amount ?? null,
  currency: draft.currency ?? pipeline.currency,
  expected_on: draft.expectedOn ?? null,
  category: draft.category ?? categoryIn(stage),
  owner_id: draft.ownerId === undefined ? actor.userId : draft.ownerId,
  next_step: line(draft.nextStep),
  note: text(draft.note),
  external_key: null,
  lead_id: leadId,
  created_at: at,
  created_by: actor.userId ?? '',
  deleted_at: null,
  stage_id: stage.id,
  state: stage.kind,
  stage_at: at,
});

function update({ db }: CommandContext, { id, set }: InputOf<Ops['update']>): Answer<Ops['update']> {
  const deal = liveDealOf(db, id);
  if (deal === undefined) return fail('deals.not-found', { id });
  if (isUnknownUser(db, set.ownerId)) return fail('deals.owner-unknown', { ownerId: set.ownerId });
  const columns = columnsOf(set);
  // What its stage needs is not taken away while it is there.
  const missing = missingNeeds(db, { ...deal, ...columns }, stageById(db, deal.stage_id)?.needs ?? []);
  const had = missingNeeds(db, deal, missing);
  if (missing.length > had.length) return fail('deals.needs', { needs: missing });
  if (Object.keys(columns).length > 0) db.run(statements.updateDeal(id, columns));
  return ok({ id });
}

function columnsOf(set: DealChange): Partial<Tables['deal']> {
  const columns: Partial<Tables['deal']> = {};
  if (set.title !== undefined) columns.title = cleanLine(set.title);
  if (set.amount !== undefined) columns.amount = set.amount;
  if (set.currency !== undefined) columns.currency = set.currency;
  if (set.expectedOn !== undefined) columns.expected_on = set.expectedOn;
  if (set.category !== undefined) columns.category = set.category;
  if (set.ownerId !== undefined) columns.owner_id = set.ownerId;
  if (set.nextStep !== undefined) columns.next_step = line(set.nextStep);
  if (set.note !== undefined) columns.note = text(set.note);
  return columns;
}

type Saying = InputOf<Ops['setParty']>;

function setParty(context: CommandContext, { dealId, ...saying }: Saying): Answer<Ops['setParty']> {
  const { db } = context;
  if (liveDealOf(db, dealId) === undefined) return fail('deals.not-found', { id: dealId });
  const party = liveRootOf(db, saying.partyId);
  if (party === undefined) return fail('deals.party-not-found', { id: saying.partyId });
  const members = new Set(memberIdsOf(db, party.root_id));
  const there = db.all(statements.selectDealParties({ deal: dealId })).find(({ party_id }) => members.has(party_id));
  if (there === undefined) return ok({ id: insertParty(context, dealId, { ...saying, partyId: party.root_id }) });
  db.run(statements.updateDealParty(there.id, sayingColumns(saying)));
  return ok({ id: there.id });
}

function insertParty({ db, ids }: CommandContext, dealId: string, saying: Omit<Saying, 'dealId'>): string {
  const id = ids();
  db.run(statements.insertDealParty({ id, deal_id: dealId, party_id: saying.partyId, ...sayingColumns(saying) }));
  return id;
}

const sayingColumns = ({ role, influence, attitude, note }: Omit<Saying, 'dealId' | 'partyId'>) => ({
  role,
  influence: influence ?? null,
  attitude: attitude ?? null,
  note: line(note),
});

/** The first id that is no deal, or undefined when all were set. */
function setDeleted(db: WriteDb, ids: readonly string[], at: number | null): string | undefined {
  const missing = ids.find((id) => (db.first(statements.selectDeal({ id }))?.deleted_at === null) !== (at !== null));
  if (missing !== undefined) return missing;
  for (const id of ids) db.run(statements.updateDeal(id, { deleted_at: at }));
  return undefined;
}

/** Undefined when it is not there, or in the bin. */
export function liveDealOf(db: ReadDb, id: string): Tables['deal'] | undefined {
  const deal = db.first(statements.selectDeal({ id }));
  return deal?.deleted_at === null ? deal : undefined;
}

const runningPause = (db: ReadDb, id: string) =>
  db.all(statements.selectPauses({ deal: id })).find(({ to_at }) => to_at === null);

const isUnknownUser = (db: ReadDb, id: string | null | undefined): boolean =>
  id !== null && id !== undefined && db.first(selectUserExists({ id })) === undefined;

const line = (typed: string | null | undefined): string | null => {
  const clean = cleanLine(typed ?? '');
  return clean === '' ? null : clean;
};
const text = (typed: string | null | undefined): string | null => {
  const clean = cleanText(typed ?? '');
  return clean === '' ? null : clean;
};

// The move of a deal to another stage: what the stage needs and asks, why a deal is lost, and moves that meet.

import type { Stage } from '@shared/features/pipelines/pipeline';
import type { dealsContract } from '@shared/features/deals/deals.contract';
import { categoryIn } from '@shared/features/deals/deal';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import type { CommandContext } from '../../core/context';
import type { ReadDb, Tables, WriteDb } from '../../db';
import { isReasonFor, stageById } from '../pipelines';
import * as statements from './deals.sql';

type Ops = (typeof dealsContract)['operations'];
type Move = InputOf<Ops['move']>;
type Refusal = Exclude<Answer<Ops['move']>, { ok: true }>;

export function moveDeal(context: CommandContext, move: Move): Answer<Ops['move']> {
  const { db, ids, at: now, actor } = context;
  const deal = db.first(statements.selectDeal({ id: move.id }));
  if (deal === undefined || deal.deleted_at !== null) return fail('deals.not-found', { id: move.id });
  const stage = stageById(db, move.toStageId);
  if (stage === undefined || stage.pipelineId !== deal.pipeline_id || !stage.active)
    return fail('deals.stage-not-found', { id: move.toStageId });
  const refused = untimely(db, deal, { move, now }) ?? unready(db, deal, { move, stage });
  if (refused !== undefined) return refused;
  const reason = cleanLine(move.reason ?? '');
  db.run(
    statements.insertStageEvent({
      id: ids(),
      deal_id: deal.id,
      party_id: deal.party_id,
      from_stage_id: deal.stage_id,
      to_stage_id: stage.id,
      at: move.at ?? now,
      by_id: actor.userId ?? '',
      loss_reason_id: stage.kind === 'lost' ? (move.lossReasonId ?? null) : null,
      reason: reason === '' ? null : reason,
      amount: deal.amount,
      currency: deal.currency,
    }),
  );
  follow(db, deal, stage);
  return ok({ id: deal.id });
}

/** The category goes with the stage until the owner has said otherwise. */
function follow(db: WriteDb, deal: Tables['deal'], stage: Stage): void {
  const before = stageById(db, deal.stage_id);
  if (stage.kind !== 'open' || before === undefined || deal.category !== categoryIn(before)) return;
  const category = categoryIn(stage);
  if (category !== deal.category) db.run(statements.updateDeal(deal.id, { category }));
}

/** Somebody else was quicker, or the time of the move cannot be. */
function untimely(
  db: ReadDb,
  deal: Tables['deal'],
  { move, now }: { readonly move: Move; readonly now: number },
): Refusal | undefined {
  if (move.fromStageId !== undefined && move.fromStageId !== deal.stage_id) {
    const last = db.first(statements.selectLastEvent({ deal: deal.id }));
    return fail('deals.moved-meanwhile', { stageId: deal.stage_id, by: last?.by_id ?? '' });
  }
  if (move.toStageId === deal.stage_id) return fail('deals.already-there');
  if (move.at === undefined) return undefined;
  if (move.at > now) return fail('deals.in-the-future');
  return move.at < deal.stage_at ? fail('deals.before-its-time', { since: deal.stage_at }) : undefined;
}

function unready(
  db: ReadDb,
  deal: Tables['deal'],
  { move, stage }: { readonly move: Move; readonly stage: Stage },
): Refusal | undefined {
  const missing = missingNeeds(db, deal, stage.needs);
  if (missing.length > 0) return fail('deals.needs', { needs: missing });
  if (stage.criteria.length > 0 && !move.confirmed) return fail('deals.criteria', { count: stage.criteria.length });
  if (stage.kind !== 'lost') return undefined;
  if (move.lossReasonId === undefined) return fail('deals.loss-reason-needed');
  return isReasonFor(db, 'deal', move.lossReasonId)
    ? undefined
    : fail('deals.loss-reason-unknown', { id: move.lossReasonId });
}

/** What a stage needs and the deal lacks. */
export function missingNeeds(
  db: ReadDb,
  deal: Pick<Tables['deal'], 'id' | 'amount' | 'expected_on' | 'next_step'>,
  needs: Stage['needs'],
): Stage['needs'] {
  const isKnown: Readonly<Record<Stage['needs'][number], () => boolean>> = {
    amount: () => deal.amount !== null,
    'expected-on': () => deal.expected_on !== null,
    'next-step': () => deal.next_step !== null,
    decider: () => db.all(statements.selectDealParties({ deal: deal.id })).some(({ role }) => role === 'decider'),
  };
  return needs.filter((need) => !isKnown[need]());
}

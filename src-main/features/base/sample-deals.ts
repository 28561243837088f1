// Stores the deals of the sample office: one pipeline, and every deal with the moves that brought it where it is.

import { ok } from '@shared/core/result';
import { minorDigits } from '@shared/locale/money';
import type { ActionContext, CommandContext } from '../../core/context';
import { insertDeal, insertDealParty, insertPause, insertStageEvent } from '../deals';
import { askedOf, insertGoal } from '../goals';
import { beginPipeline, lossReasonsOf, selectPipeline, stagesOf } from '../pipelines';
import type { SampleDeal } from '../sample';

/** What the keys of the office stand for here. */
interface Known {
  party(key: string): string;
  user(key: string): string;
}

interface Setting {
  readonly pipelineId: string;
  readonly currency: string;
  readonly stages: readonly { readonly id: string; readonly kind: 'open' | 'won' | 'lost' }[];
  readonly reasons: readonly string[];
  readonly known: Known;
}

export function storeDeals(
  { context, groupId }: { readonly context: ActionContext; readonly groupId: string },
  deals: readonly SampleDeal[],
  known: Known,
): void {
  context.commit(
    (work) => {
      const pipelineId = beginPipeline(work, 'policies');
      const setting = {
        pipelineId,
        currency: work.db.first(selectPipeline({ id: pipelineId }))?.currency ?? '',
        stages: stagesOf(work.db, pipelineId),
        reasons: lossReasonsOf(work.db).flatMap(({ id, about }) => (about === 'deal' ? [id] : [])),
        known,
      };
      for (const deal of deals) store(work, deal, setting);
      setSampleGoal(work, setting.currency);
      return ok(undefined);
    },
    { groupId },
  );
}

function store({ db, ids }: CommandContext, deal: SampleDeal, setting: Setting): void {
  const { pipelineId, currency, stages, known } = setting;
  const party_id = known.party(deal.partyKey);
  const owner_id = known.user(deal.ownerKey);
  const amount = deal.amount === null ? null : deal.amount * 10 ** minorDigits(currency);
  const [first, last] = [deal.moves[0]!, deal.moves.at(-1)!];
  const row = { id: ids(), party_id, pipeline_id: pipelineId, title: deal.title, amount, currency, owner_id };
  const stage = stages[last.stage]!;
  db.run(
    insertDeal({
      ...row,
      expected_on: deal.expectedOn,
      category: deal.category,
      next_step: deal.nextStep,
      note: null,
      external_key: null,
      lead_id: null,
      created_at: first.at,
      created_by: owner_id,
      deleted_at: null,
      stage_id: stage.id,
      state: stage.kind,
      stage_at: last.at,
    }),
  );
  const own = { deal_id: row.id, party_id };
  storeMoves({ db, ids }, deal, { ...setting, own, amount, by_id: owner_id });
  if (deal.rest !== null) {
    const rest = { from_at: deal.rest.from, to_at: null, reason: deal.rest.reason, by_id: owner_id };
    db.run(insertPause({ id: ids(), ...own, ...rest }));
  }
  if (deal.deciderKey !== null) {
    const say = { role: 'decider', influence: 3, attitude: null, note: null } as const;
    db.run(insertDealParty({ id: ids(), deal_id: row.id, party_id: known.party(deal.deciderKey), ...say }));
  }
}

/** Of the office, for the quarter of today, in whole units of its currency. */
const SAMPLE_GOAL = 3_000_000;

function setSampleGoal({ db, ids, at, clock, actor }: CommandContext, currency: string): void {
  const asked = askedOf({ db, clock }, {});
  if (asked === null) return;
  const { calendar, from, to } = asked.period;
  db.run(
    insertGoal({
      id: ids(),
      owner_id: null,
      unit_id: null,
      metric: 'won-amount',
      calendar,
      from_on: from,
      to_on: to,
      target: SAMPLE_GOAL * 10 ** minorDigits(currency),
      currency,
      note: null,
      created_at: at,
      created_by: actor.userId ?? '',
    }),
  );
}

interface Moved extends Setting {
  readonly own: { readonly deal_id: string; readonly party_id: string };
  /** Minor units. */
  readonly amount: number | null;
  readonly by_id: string;
}

function storeMoves({ db, ids }: Pick<CommandContext, 'db' | 'ids'>, deal: SampleDeal, moved: Moved): void {
  const { stages, reasons, own, amount, currency, by_id } = moved;
  for (const [place, move] of deal.moves.entries()) {
    const from_stage_id = place === 0 ? null : stages[deal.moves[place - 1]!.stage]!.id;
    const loss_reason_id = move.reason === null ? null : (reasons[move.reason] ?? null);
    const to = { from_stage_id, to_stage_id: stages[move.stage]!.id, at: move.at, by_id };
    db.run(insertStageEvent({ id: ids(), ...own, ...to, loss_reason_id, reason: null, amount, currency }));
  }
}

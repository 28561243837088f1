// Deals as people see them: a card of the board, and all that is known of one.

import type { Deal, DealCard } from '@shared/features/deals/deal';
import { isRotting, stayTimes, type Pause } from '@shared/features/deals/stage-time';
import type { ReadDb, Tables } from '../../db';
import { partyRefsOf } from '../parties';
import { stagesOf } from '../pipelines';
import { userRefs } from '../users';
import { selectPausesOf } from './deal-list.sql';
import * as statements from './deals.sql';

type Row = Tables['deal'];

/** All cards of a page at once: parties, pauses and stages are asked for once. */
export function cardsOf(db: ReadDb, rows: readonly Row[], now: number): DealCard[] {
  const users = userRefs(db);
  const parties = partyRefsOf(
    db,
    rows.map(({ party_id }) => party_id),
  );
  const pauses = pausesOf(db, rows);
  const stages = new Map(
    [...new Set(rows.map(({ pipeline_id }) => pipeline_id))]
      .flatMap((id) => stagesOf(db, id))
      .map((one) => [one.id, one]),
  );
  return rows.map((row) => {
    const own = pauses.get(row.id) ?? [];
    const stage = stages.get(row.stage_id);
    return {
      id: row.id,
      title: row.title,
      party: parties.get(row.party_id) ?? { id: row.party_id, kind: 'person', name: '' },
      pipelineId: row.pipeline_id,
      stageId: row.stage_id,
      state: row.state,
      amount: row.amount,
      currency: row.currency,
      expectedOn: row.expected_on,
      category: row.category,
      owner: users(row.owner_id),
      nextStep: row.next_step,
      stageAt: row.stage_at,
      createdAt: row.created_at,
      isRotting: stage !== undefined && isRotting(stage, { since: row.stage_at, pauses: own }, now),
      isPaused: own.some(({ to }) => to === null),
    };
  });
}

export function dealView(db: ReadDb, row: Row, now: number): Deal {
  const users = userRefs(db);
  const [card] = cardsOf(db, [row], now);
  const events = db.all(statements.selectStageEvents({ deal: row.id }));
  const pauses = db.all(statements.selectPauses({ deal: row.id }));
  const stays = stayTimes(events, pauses.map(pauseOf), now);
  const others = db.all(statements.selectDealParties({ deal: row.id }));
  const parties = partyRefsOf(
    db,
    others.map(({ party_id }) => party_id),
  );
  return {
    ...card!,
    leadId: row.lead_id,
    note: row.note,
    createdBy: users(row.created_by),
    deletedAt: row.deleted_at,
    parties: others.flatMap(({ id, party_id, role, influence, attitude, note }) => {
      const party = parties.get(party_id);
      return party === undefined ? [] : [{ id, party, role, influence, attitude, note }];
    }),
    visits: visitsOf(events, { stays, users }),
    pauses: pauses.map(({ id, from_at, to_at, reason, by_id }) => ({
      id,
      from: from_at,
      to: to_at,
      reason,
      by: users(by_id),
    })),
  };
}

function visitsOf(
  events: readonly Tables['deal_stage_event'][],
  { stays, users }: { readonly stays: readonly number[]; readonly users: ReturnType<typeof userRefs> },
): Deal['visits'] {
  return events.map((event, index) => ({
    id: event.id,
    fromStageId: event.from_stage_id,
    toStageId: event.to_stage_id,
    at: event.at,
    by: users(event.by_id),
    lossReasonId: event.loss_reason_id,
    reason: event.reason,
    amount: event.amount,
    currency: event.currency,
    milliseconds: stays[index]!,
  }));
}

const pauseOf = ({ from_at, to_at }: Pick<Tables['deal_pause'], 'from_at' | 'to_at'>): Pause => ({
  from: from_at,
  to: to_at,
});

function pausesOf(db: ReadDb, rows: readonly Row[]): ReadonlyMap<string, readonly Pause[]> {
  const pauses = db.all(selectPausesOf({ deals: JSON.stringify(rows.map(({ id }) => id)) }));
  const byDeal = Map.groupBy(pauses, ({ deal_id }) => deal_id);
  return new Map([...byDeal].map(([id, own]) => [id, own.map(pauseOf)]));
}

// Pages of the list of deals, and the board: its columns are the first pages of the same list, with sums of the whole.

import { z } from 'zod';
import type { DealFilter } from '@shared/features/deals/deal';
import type { BoardColumn, dealsContract, StageTotal } from '@shared/features/deals/deals.contract';
import { wholeUnits } from '@shared/features/pipelines/odds';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { QueryContext } from '../../core/context';
import { readCursor, writeCursor } from '../../core/cursor';
import type { Place, ReadDb } from '../../db';
import { memberIdsOf, rootIdOf } from '../clusters';
import { selectPipeline, stageOdds, stagesOf } from '../pipelines';
import {
  selectDealCount,
  selectDealPage,
  selectStageSums,
  type CardRow,
  type DealQuery,
  type StageSum,
} from './deal-list.sql';
import { cardsOf } from './deal-view';

type Ops = (typeof dealsContract)['operations'];

const COUNT_CAP = 1000;
const byExpected = { by: 'expected', direction: 'ascending' } as const;

export function listDeals({ db, clock }: QueryContext, input: InputOf<Ops['list']>): Answer<Ops['list']> {
  const after = input.after === undefined ? null : readCursor(ListPlace, input.after);
  if (after === undefined) return fail('deals.cursor-invalid');
  const query = { filter: input.filter, sort: input.sort, parties: recordsOf(db, input.filter) };
  const page = pageOf(db, query, { after, limit: input.limit });
  return ok({ rows: cardsOf(db, page.rows, clock.now()), next: page.next, count: countOf(db, query, after) });
}

export function dealBoard({ db, clock }: QueryContext, input: InputOf<Ops['board']>): Answer<Ops['board']> {
  const { pipelineId, filter, cards: limit } = input;
  if (db.first(selectPipeline({ id: pipelineId })) === undefined)
    return fail('deals.pipeline-not-found', { id: pipelineId });
  const parties = recordsOf(db, filter);
  const sums = Map.groupBy(db.all(selectStageSums({ ...filter, pipelineId }, parties)), ({ stage_id }) => stage_id);
  const odds = stageOdds(db);
  const stages = stagesOf(db, pipelineId).filter(({ id, kind, active }) => kind === 'open' && (active || sums.has(id)));
  const pages = stages.map((stage) => {
    const query = { filter: { ...filter, stageId: stage.id }, sort: byExpected, parties };
    return { stage, ...pageOf(db, query, { after: null, limit }) };
  });
  const cards = Map.groupBy(
    cardsOf(
      db,
      pages.flatMap(({ rows }) => rows),
      clock.now(),
    ),
    ({ stageId }) => stageId,
  );
  return ok({
    columns: pages.map(({ stage, next }): BoardColumn => {
      const totals = (sums.get(stage.id) ?? []).map((sum) => totalOf(sum, odds.get(stage.id)?.odds ?? 0));
      const count = totals.reduce((all, total) => all + total.count, 0);
      return { stageId: stage.id, count, totals, cards: cards.get(stage.id) ?? [], next };
    }),
  });
}

const totalOf = ({ currency, count, sum }: StageSum, odds: number): StageTotal => ({
  currency,
  count,
  sum,
  weighted: wholeUnits(BigInt(sum) * BigInt(odds)).toString(),
});

function pageOf(db: ReadDb, query: DealQuery, { after, limit }: { after: Place | null; limit: number }) {
  const rows = db.all(selectDealPage(query, { after, limit: limit + 1 }));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? placeOf(last) : null };
}

/** Only the first page counts, and that up to a cap. */
function countOf(db: ReadDb, query: DealQuery, after: Place | null) {
  if (after !== null) return { value: COUNT_CAP, capped: true };
  const found = db.first(selectDealCount(query, COUNT_CAP + 1))?.count ?? 0;
  return { value: Math.min(found, COUNT_CAP), capped: found > COUNT_CAP };
}

/** Every record that is the party: their deals are its own. */
const recordsOf = (db: ReadDb, { partyId }: DealFilter): readonly string[] | null =>
  partyId === undefined ? null : memberIdsOf(db, rootIdOf(db, partyId));

const placeOf = ({ sort_value, id }: CardRow): string => writeCursor([sort_value, id]);
const ListPlace = z.tuple([z.union([z.string(), z.number(), z.null()]), z.string()]);

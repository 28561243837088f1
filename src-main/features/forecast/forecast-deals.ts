// The deals behind a figure, page by page: what each counts for, and why some do not.

import { z } from 'zod';
import { forecastCategories } from '@shared/catalogue';
import type { ForecastDeal, ForecastTile } from '@shared/features/forecast/forecast';
import type { forecastContract } from '@shared/features/forecast/forecast.contract';
import { wholeUnits } from '@shared/features/pipelines/odds';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { addDays } from '@shared/locale/civil';
import type { QueryContext } from '../../core/context';
import { readCursor, writeCursor } from '../../core/cursor';
import type { Tables } from '../../db';
import { cardsOf, instantsOf } from '../deals';
import { askedOf, type Asked } from '../goals';
import { stageOdds } from '../pipelines';
import { selectOpenDeals, selectWonDeals } from './forecast.sql';

type Ops = (typeof forecastContract)['operations'];
type Deal = Tables['deal'];
type Category = (typeof forecastCategories)[number];

const counting = ['commit', 'best-case', 'pipeline'] as const;
const categoriesOf: Readonly<Record<Exclude<ForecastTile, 'won'>, readonly Category[]>> = {
  commit: ['commit'],
  best: ['commit', 'best-case'],
  weighted: forecastCategories,
  slipped: counting,
  omitted: ['omitted'],
  open: counting,
};

const Place = z.tuple([z.union([z.string(), z.number()]), z.string()]);

export function forecastDeals(context: QueryContext, input: InputOf<Ops['deals']>): Answer<Ops['deals']> {
  const { db, clock } = context;
  const asked = askedOf(context, ofForecast(input));
  if (asked === null) return fail('forecast.period-out-of-range');
  const after = input.after === undefined ? null : readCursor(Place, input.after);
  if (after === undefined) return fail('forecast.cursor-invalid');
  const page = { owner: input.ownerId ?? '', pipeline: input.pipelineId ?? '', currency: input.currency };
  const limits = { ...page, afterId: after?.[1] ?? '', limit: input.limit + 1 };
  const found =
    input.tile === 'won'
      ? db.all(
          selectWonDeals({
            ...limits,
            ...instantsOf(asked.period.from, asked.period.to, asked.timeZone),
            afterAt: Number(after?.[0] ?? -1),
          }),
        )
      : db.all(
          selectOpenDeals({
            ...limits,
            ...daysOf(input.tile, asked),
            categories: JSON.stringify(categoriesOf[input.tile]),
            afterDay: String(after?.[0] ?? ''),
          }),
        );
  const rows = found.slice(0, input.limit);
  const last = rows.at(-1);
  const odds = stageOdds(db);
  const cards = cardsOf(db, rows, clock.now());
  return ok({
    rows: cards.map((card): ForecastDeal => {
      const own = odds.get(card.stageId)?.odds ?? 0;
      const why = whyNot(card, asked);
      const counts =
        card.state === 'won' ? BigInt(card.amount ?? 0) : wholeUnits(BigInt(card.amount ?? 0) * BigInt(own));
      return { ...card, odds: own, why, counts: why === null ? counts.toString() : null };
    }),
    next: found.length > input.limit && last !== undefined ? placeOf(last) : null,
  });
}

export const ofForecast = ({ period, calendar, pipelineId, ownerId }: InputOf<Ops['get']>) => ({
  period,
  calendar,
  pipelineId,
  ownerId,
});

/** What is slipped, and what is still expected; those that are weighed or left out are shown with both. */
function daysOf(tile: ForecastTile, { period: { from, to }, today }: Asked): { from: string; to: string } {
  const yesterday = addDays(today, -1);
  if (tile === 'slipped') return { from, to: yesterday < to ? yesterday : to };
  return tile === 'weighted' || tile === 'omitted' ? { from, to } : { from: today > from ? today : from, to };
}

function whyNot(
  { state, category, expectedOn, amount }: Pick<ForecastDeal, 'state' | 'category' | 'expectedOn' | 'amount'>,
  { today }: Asked,
): ForecastDeal['why'] {
  if (amount === null) return 'no-amount';
  if (state === 'won') return null;
  if (category === 'omitted') return 'omitted';
  return expectedOn !== null && expectedOn < today ? 'slipped' : null;
}

const placeOf = ({ state, stage_at, expected_on, id }: Deal): string =>
  writeCursor([state === 'won' ? stage_at : (expected_on ?? ''), id]);

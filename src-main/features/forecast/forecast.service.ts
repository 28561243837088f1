// The forecast: figures, the deals behind them, snapshots and what changed since, adjustments, and how true earlier ones were.

import type { forecastContract } from '@shared/features/forecast/forecast.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import type { CommandContext, Handlers, QueryContext } from '../../core/context';
import { askedOf, wonGoals } from '../goals';
import { selectPipeline, stageOdds } from '../pipelines';
import { selectUserExists, userRefs } from '../users';
import { forecastAccuracy } from './accuracy';
import { adjustmentsOf } from './adjustments';
import { compareForecast } from './compare';
import { currenciesOf, figuresOf, peopleOf, reckon } from './figures';
import { forecastDeals, ofForecast } from './forecast-deals';
import { insertAdjustment, selectSnapshotDays, selectSnapshotOn } from './forecast.sql';
import { takeSnapshot } from './snapshot-job';

type Ops = (typeof forecastContract)['operations'];

export const createForecastService = (): Handlers<typeof forecastContract> => ({
  get: getForecast,
  deals: forecastDeals,
  snapshot: async (context) => ok({ jobId: context.startJob(takeSnapshot.name, {}).id }),
  snapshots: ({ db }, { limit }) => ok({ days: db.all(selectSnapshotDays({ limit })).map(({ taken_on }) => taken_on) }),
  compare: compareForecast,
  adjust,
  accuracy: forecastAccuracy,
});

/** The figures of a period as the reader sees them. */
export function getForecast(context: QueryContext, input: InputOf<Ops['get']>): Answer<Ops['get']> {
  const { db, clock } = context;
  const asked = askedOf(context, input);
  if (asked === null) return fail('forecast.period-out-of-range');
  const odds = stageOdds(db);
  const goals = wonGoals(db, asked);
  const owner = asked.ownerId ?? null;
  const all = reckon(db, asked, odds);
  const currencies = currenciesOf(all, asked.pipelineId === undefined ? goals.currencies(owner) : []);
  const adjustments = adjustmentsOf(context, asked, clock.now());
  const users = userRefs(db);
  return ok({
    period: asked.period,
    today: asked.today,
    figures: currencies.map((currency) =>
      // A goal is for everything that is sold, not for one pipeline.
      figuresOf(all, currency, {
        odds,
        goal: asked.pipelineId === undefined ? goals.of(owner, currency) : undefined,
        adjustments,
      }),
    ),
    people: peopleOf(all, { odds, goals, currencies }).map(({ ownerId, ...figures }) => ({
      ...figures,
      owner: users(ownerId === '' ? null : ownerId),
    })),
    stages: [...odds.values()]
      .filter(({ pipelineId }) => asked.pipelineId === undefined || pipelineId === asked.pipelineId)
      .map(({ stageId, odds: own, learned, won, decided }) => ({ stageId, odds: own, learned, won, decided })),
    adjustments,
    snapshotOn: db.first(selectSnapshotOn({ day: '9999-12-31' }))?.taken_on ?? null,
  });
}

function adjust(context: CommandContext, input: InputOf<Ops['adjust']>): Answer<Ops['adjust']> {
  const { db, ids, at, actor } = context;
  const asked = askedOf(context, ofForecast(input));
  if (asked === null) return fail('forecast.period-out-of-range');
  const { figure, currency, delta, ownerId, pipelineId } = input;
  if (ownerId !== undefined && db.first(selectUserExists({ id: ownerId })) === undefined)
    return fail('forecast.owner-unknown', { ownerId });
  if (pipelineId !== undefined && db.first(selectPipeline({ id: pipelineId })) === undefined)
    return fail('forecast.pipeline-not-found', { pipelineId });
  const id = ids();
  const days = { from_on: asked.period.from, to_on: asked.period.to };
  const of = { pipeline_id: pipelineId ?? null, owner_id: ownerId ?? null };
  const said = { figure, currency, delta, reason: cleanLine(input.reason), at, by_id: actor.userId ?? '' };
  db.run(insertAdjustment({ id, ...days, ...of, ...said }));
  return ok({ id });
}

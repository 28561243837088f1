// The odds of every stage: from what became of the deals that have been in it, whoever asks. They say how many, never whose or how much.

import { oddsOf, type StageOdds } from '@shared/features/pipelines/odds';
import type { ReadDb } from '../../db';
import { selectReach } from './pipelines.sql';

export type OddsByStage = ReadonlyMap<string, StageOdds & { readonly pipelineId: string }>;

/** In the order of pipelines and of their stages. */
export const stageOdds = (db: ReadDb): OddsByStage =>
  new Map(db.all(selectReach({})).map((row) => [row.id, { ...oddsOf(row, row), pipelineId: row.pipeline_id }]));

// Statements on pipelines, their stages and the reasons for which deals are lost.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export const selectPipelines = statement<object, Tables['pipeline']>(() =>
  tables.selectFrom('pipeline').selectAll().orderBy('position').orderBy('id'),
);

export const selectPipeline = statement<{ id: string }, Tables['pipeline']>((arg) =>
  tables.selectFrom('pipeline').selectAll().where('id', '=', arg('id')),
);

export const selectStages = statement<object, Tables['pipeline_stage']>(() =>
  tables.selectFrom('pipeline_stage').selectAll().orderBy('pipeline_id').orderBy('position').orderBy('id'),
);

export const selectStagesOf = statement<{ pipeline: string }, Tables['pipeline_stage']>((arg) =>
  tables
    .selectFrom('pipeline_stage')
    .selectAll()
    .where('pipeline_id', '=', arg('pipeline'))
    .orderBy('position')
    .orderBy('id'),
);

export const selectStage = statement<{ id: string }, Tables['pipeline_stage']>((arg) =>
  tables.selectFrom('pipeline_stage').selectAll().where('id', '=', arg('id')),
);

export const selectLossReasons = statement<object, Tables['loss_reason']>(() =>
  tables.selectFrom('loss_reason').selectAll().orderBy('position').orderBy('id'),
);

export const selectLossReason = statement<{ id: string }, Tables['loss_reason']>((arg) =>
  tables.selectFrom('loss_reason').selectAll().where('id', '=', arg('id')),
);

/** A deal that lies in a stage, deleted ones too: they may be restored. */
export const selectDealIn = statement<{ stage: string }, { id: string }>((arg) =>
  tables.selectFrom('deal').select('id').where('stage_id', '=', arg('stage')).limit(1),
);

export const insertPipeline = statement<Tables['pipeline']>((arg) =>
  tables.insertInto('pipeline').values({
    id: arg('id'),
    names: arg('names'),
    currency: arg('currency'),
    position: arg('position'),
    active: arg('active'),
    created_at: arg('created_at'),
  }),
);

export const updatePipeline = (id: string, columns: Partial<Tables['pipeline']>): Query =>
  compiled(tables.updateTable('pipeline').set(columns).where('id', '=', id));

export const insertStage = statement<Tables['pipeline_stage']>((arg) =>
  tables.insertInto('pipeline_stage').values({
    id: arg('id'),
    pipeline_id: arg('pipeline_id'),
    names: arg('names'),
    kind: arg('kind'),
    position: arg('position'),
    odds: arg('odds'),
    rot_days: arg('rot_days'),
    needs: arg('needs'),
    criteria: arg('criteria'),
    active: arg('active'),
  }),
);

export const updateStage = (id: string, columns: Partial<Tables['pipeline_stage']>): Query =>
  compiled(tables.updateTable('pipeline_stage').set(columns).where('id', '=', id));

export const insertLossReason = statement<Tables['loss_reason']>((arg) =>
  tables.insertInto('loss_reason').values({
    id: arg('id'),
    about: arg('about'),
    names: arg('names'),
    position: arg('position'),
    active: arg('active'),
  }),
);

export const updateLossReason = (id: string, columns: Partial<Tables['loss_reason']>): Query =>
  compiled(tables.updateTable('loss_reason').set(columns).where('id', '=', id));

export interface ReachRow extends Pick<Tables['pipeline_stage'], 'id' | 'kind' | 'odds' | 'pipeline_id'> {
  readonly won: number;
  readonly lost: number;
}

/** Every stage with what became of the deals that have been in it. */
export const selectReach = statement<object, ReachRow>(
  () => sql`select stage.id, stage.kind, stage.odds, stage.pipeline_id, coalesce(reach.won, 0) as won, coalesce(reach.lost, 0) as lost
    from pipeline_stage stage left join stage_reach reach on reach.stage_id = stage.id
    order by stage.pipeline_id, stage.position, stage.id`,
);

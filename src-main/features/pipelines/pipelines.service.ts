// The rules of pipelines: open stages and two ends, and no stage taken away from under the deals that are in it.

import { stagesProblem, type LossReason, type Stage, type StageDraft } from '@shared/features/pipelines/pipeline';
import {
  leadReasonPresets,
  lossReasonPresets,
  pipelinePresets,
  type PipelinePresetId,
} from '@shared/features/pipelines/presets';
import type { pipelinesContract } from '@shared/features/pipelines/pipelines.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { currencyFor } from '@shared/locale/money';
import type { CommandContext, Handlers } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { siteCountry } from '../settings';
import * as statements from './pipelines.sql';

type Ops = (typeof pipelinesContract)['operations'];
type SaveError = (Answer<Ops['save']> & { ok: false })['error']['code'];

export const createPipelinesService = (): Handlers<typeof pipelinesContract> => ({
  list: ({ db }) => ok({ pipelines: pipelinesOf(db), lossReasons: [...lossReasonsOf(db)] }),
  save,
  begin: (context, { preset, currency }) => ok({ id: beginPipeline(context, preset, currency) }),
  saveLossReason,
});

function saveLossReason(
  { db, ids }: CommandContext,
  { id, about, names, active }: InputOf<Ops['saveLossReason']>,
): Answer<Ops['saveLossReason']> {
  const reasons = lossReasonsOf(db);
  const there = reasons.find((reason) => reason.id === id);
  if (id !== undefined && there === undefined) return fail('pipelines.reason-not-found', { id });
  const columns = { names: JSON.stringify(names), active: active ? 1 : 0 };
  if (id !== undefined && db.first(statements.selectLossReason({ id })) !== undefined) {
    db.run(statements.updateLossReason(id, columns));
    return ok({ id });
  }
  const own = { id: id ?? ids(), about: there?.about ?? about };
  // One that ships keeps its place.
  const position = there === undefined ? reasons.length : leadReasonPresets.findIndex((one) => one.id === id);
  db.run(statements.insertLossReason({ ...own, position, ...columns }));
  return ok({ id: own.id });
}

/** One that ships with the product; the first brings the reasons for losses. Answers its id. */
export function beginPipeline(context: CommandContext, preset: PipelinePresetId, currency?: string): string {
  const { db, ids } = context;
  if (!db.all(statements.selectLossReasons({})).some(({ about }) => about === 'deal'))
    for (const [position, names] of lossReasonPresets.entries())
      db.run(
        statements.insertLossReason({ id: ids(), about: 'deal', names: JSON.stringify(names), position, active: 1 }),
      );
  const { names, stages } = pipelinePresets[preset];
  const own = currency ?? currencyFor(siteCountry(db));
  return insertPipeline(context, { names, currency: own, active: true, stages: [...stages] });
}

function save(context: CommandContext, draft: InputOf<Ops['save']>): Answer<Ops['save']> {
  const { db } = context;
  const problem = stagesProblem(draft.stages);
  if (problem !== null) return fail(`pipelines.${problem}`);
  const { id } = draft;
  if (id === undefined) {
    if (draft.stages.some((stage) => stage.id !== undefined)) return fail('pipelines.stage-not-found');
    return ok({ id: insertPipeline(context, draft) });
  }
  const pipeline = db.first(statements.selectPipeline({ id }));
  if (pipeline === undefined) return fail('pipelines.not-found', { id });
  const there = new Map(db.all(statements.selectStagesOf({ pipeline: id })).map((stage) => [stage.id, stage]));
  const wrong = wrongChange(db, there, draft.stages);
  if (wrong !== undefined) return fail(wrong.code, wrong.details);
  const { names, currency, active } = draft;
  db.run(statements.updatePipeline(id, { names: JSON.stringify(names), currency, active: active ? 1 : 0 }));
  for (const [position, stage] of draft.stages.entries()) {
    const columns = stageColumns(stage, position);
    if (stage.id === undefined) db.run(statements.insertStage({ id: context.ids(), pipeline_id: id, ...columns }));
    else db.run(statements.updateStage(stage.id, columns));
    if (stage.id !== undefined) there.delete(stage.id);
  }
  for (const left of there.values()) db.run(statements.updateStage(left.id, { active: 0 }));
  return ok({ id });
}

function wrongChange(
  db: ReadDb,
  there: ReadonlyMap<string, Tables['pipeline_stage']>,
  stages: readonly StageDraft[],
): { code: SaveError; details: Record<string, unknown> } | undefined {
  const kept = new Set<string>();
  for (const { id, kind } of stages) {
    if (id === undefined) continue;
    const before = there.get(id);
    if (before === undefined || kept.has(id)) return { code: 'pipelines.stage-not-found', details: { id } };
    if (before.kind !== kind) return { code: 'pipelines.kind-changed', details: { id } };
    kept.add(id);
  }
  const taken = [...there.values()].find(
    ({ id, active }) => active === 1 && !kept.has(id) && db.first(statements.selectDealIn({ stage: id })) !== undefined,
  );
  return taken === undefined ? undefined : { code: 'pipelines.stage-in-use', details: { id: taken.id } };
}

type NewPipeline = Pick<InputOf<Ops['save']>, 'names' | 'currency' | 'active' | 'stages'>;

function insertPipeline({ db, ids, at }: CommandContext, { names, currency, active, stages }: NewPipeline): string {
  const id = ids();
  const position = db.all(statements.selectPipelines({})).length;
  const row = { id, names: JSON.stringify(names), currency, position, active: active ? 1 : 0, created_at: at };
  db.run(statements.insertPipeline(row));
  for (const [place, stage] of stages.entries())
    db.run(statements.insertStage({ id: ids(), pipeline_id: id, ...stageColumns(stage, place) }));
  return id;
}

const stageColumns = ({ names, kind, odds, rotDays, needs, criteria }: StageDraft, position: number) => ({
  names: JSON.stringify(names),
  kind,
  position,
  odds: kind === 'won' ? 100 : kind === 'lost' ? 0 : odds,
  rot_days: kind === 'open' ? rotDays : null,
  needs: JSON.stringify(needs),
  criteria: JSON.stringify(criteria),
  active: 1,
});

function pipelinesOf(db: ReadDb) {
  const stages = Map.groupBy(db.all(statements.selectStages({})), (stage) => stage.pipeline_id);
  return db.all(statements.selectPipelines({})).map((pipeline) => ({
    id: pipeline.id,
    names: JSON.parse(pipeline.names) as Stage['names'],
    currency: pipeline.currency,
    active: pipeline.active === 1,
    stages: (stages.get(pipeline.id) ?? []).map(stageOf),
  }));
}

/** The one an office sells along when it names none. */
export const firstPipelineId = (db: ReadDb): string | undefined =>
  db.all(statements.selectPipelines({})).find(({ active }) => active === 1)?.id;

/** The stages of one pipeline in their order, those no longer used among them. */
export const stagesOf = (db: ReadDb, pipelineId: string): readonly Stage[] =>
  db.all(statements.selectStagesOf({ pipeline: pipelineId })).map(stageOf);

export const stageById = (db: ReadDb, id: string): (Stage & { readonly pipelineId: string }) | undefined => {
  const row = db.first(statements.selectStage({ id }));
  return row === undefined ? undefined : { ...stageOf(row), pipelineId: row.pipeline_id };
};

const stageOf = (row: Tables['pipeline_stage']): Stage => ({
  id: row.id,
  names: JSON.parse(row.names) as Stage['names'],
  kind: row.kind,
  odds: row.odds,
  rotDays: row.rot_days,
  needs: JSON.parse(row.needs) as Stage['needs'],
  criteria: JSON.parse(row.criteria) as Stage['criteria'],
  active: row.active === 1,
});

/** In their order; those that ship for leads are among them, stored or not. */
export function lossReasonsOf(db: ReadDb): readonly LossReason[] {
  const stored = db.all(statements.selectLossReasons({}));
  const shipped = leadReasonPresets.flatMap(({ id, names }, position) =>
    stored.some((reason) => reason.id === id) ? [] : [{ id, about: 'lead' as const, names, active: true, position }],
  );
  const own = stored.map(({ names, active, ...reason }) => ({
    ...reason,
    names: JSON.parse(names) as Stage['names'],
    active: active === 1,
  }));
  return [...own, ...shipped]
    .toSorted((one, other) => one.position - other.position)
    .map(({ position: _, ...reason }) => reason);
}

/** Whether somebody may give it as the reason now. */
export const isReasonFor = (db: ReadDb, about: LossReason['about'], id: string): boolean =>
  lossReasonsOf(db).some((reason) => reason.id === id && reason.about === about && reason.active);

// A pipeline while it is changed: its stages in order, with a key for those that are not stored yet.

import type { Names, StageDraft } from '@shared/features/pipelines/pipeline';
import { isNamed, noNames } from '../../ui';
import type { Pipeline } from './use-pipelines';

export interface StageForm extends StageDraft {
  /** Of the stage in the form. */
  readonly key: string;
}

export interface PipelineForm {
  readonly names: Names;
  readonly currency: string;
  readonly active: boolean;
  readonly stages: readonly StageForm[];
}

export const formOf = ({ names, currency, active, stages }: Pipeline): PipelineForm => ({
  names,
  currency,
  active,
  stages: stages
    .filter((stage) => stage.active)
    .map((stage) => ({
      key: stage.id,
      id: stage.id,
      names: stage.names,
      kind: stage.kind,
      odds: stage.odds,
      rotDays: stage.rotDays,
      needs: [...stage.needs],
      criteria: [...stage.criteria],
    })),
});

export const isComplete = ({ names, stages }: PipelineForm): boolean =>
  isNamed(names) && stages.every((stage) => isNamed(stage.names) && stage.criteria.every(isNamed));

export const draftOf = ({ stages, ...rest }: PipelineForm) => ({
  ...rest,
  stages: stages.map(({ key: _key, ...stage }) => stage),
});

/** One place up (-1) or down (1); the two ends stay where they are. */
export function moved(stages: readonly StageForm[], index: number, step: -1 | 1): readonly StageForm[] {
  const to = index + step;
  if (stages[index]?.kind !== 'open' || stages[to]?.kind !== 'open') return stages;
  return stages.with(index, stages[to]).with(to, stages[index]);
}

/** A new open stage after the last one that is open. */
export function withNewStage(stages: readonly StageForm[], key: string): readonly StageForm[] {
  const fresh: StageForm = { key, names: noNames, kind: 'open', odds: 50, rotDays: 14, needs: [], criteria: [] };
  return stages.toSpliced(stages.filter(({ kind }) => kind === 'open').length, 0, fresh);
}

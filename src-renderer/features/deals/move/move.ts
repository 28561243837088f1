// What a move is about: the deal as its mover saw it, what a stage needs, what was answered.

import type { stageNeeds } from '@shared/catalogue';
import type { DealCard } from '@shared/features/deals/deal';
import type { InputAt } from '../../../api';
import type { Pipeline, Stage } from '../../pipelines';

export type Moved = Pick<DealCard, 'id' | 'title' | 'stageId' | 'currency'>;
export type Need = (typeof stageNeeds)[number];
/** What was answered in the dialog. */
export type MoveAnswers = Pick<InputAt<'deals.move'>, 'confirmed' | 'lossReasonId' | 'reason'>;

/** The stages a deal may be moved to. */
export const stagesFor = (pipeline: Pipeline, stageId: string): readonly Stage[] =>
  pipeline.stages.filter(({ id, active }) => active && id !== stageId);

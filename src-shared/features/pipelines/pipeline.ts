// A pipeline: the stages a deal goes through on its way to being won or lost, and what each of them asks.

import { z } from 'zod';
import { lossSubjects, stageKinds, stageNeeds } from '../../catalogue';
import { Id } from '../../core/ids';
import { isCurrency } from '../../locale/money';

/** A name in each language of the house; every reader sees their own. */
export const Names = z.strictObject({
  ar: z.string().trim().min(1).max(100),
  fa: z.string().trim().min(1).max(100),
  en: z.string().trim().min(1).max(100),
});
export type Names = z.infer<typeof Names>;

export const Currency = z.string().refine(isCurrency, 'currency');

const stageFields = {
  names: Names,
  kind: z.enum(stageKinds),
  /** How many of a hundred deals here are won, as the office guesses. */
  odds: z.number().int().min(0).max(100),
  /** Days without a move after which a deal is marked. */
  rotDays: z.number().int().min(1).max(3650).nullable(),
  needs: z.array(z.enum(stageNeeds)).max(stageNeeds.length),
  /** What whoever moves a deal here says is done. */
  criteria: z.array(Names).max(10),
};

export const StageDraft = z.strictObject({
  /** Of a stage that is there; without it a new one is made. */
  id: Id.optional(),
  ...stageFields,
  rotDays: stageFields.rotDays.default(null),
  needs: stageFields.needs.default([]),
  criteria: stageFields.criteria.default([]),
});
export type StageDraft = z.output<typeof StageDraft>;

export const Stage = z.object({ id: Id, ...stageFields, active: z.boolean() });
export type Stage = z.infer<typeof Stage>;

export const Pipeline = z.object({
  id: Id,
  names: Names,
  currency: z.string(),
  active: z.boolean(),
  stages: z.array(Stage),
});
export type Pipeline = z.infer<typeof Pipeline>;

/** Reasons that ship are known by a word, those of the office by an id. */
export const LossReasonId = z.string().min(1).max(64);
/** Why a deal is lost, or a lead comes to nothing. */
export const LossReason = z.object({
  id: LossReasonId,
  about: z.enum(lossSubjects),
  names: Names,
  active: z.boolean(),
});
export type LossReason = z.infer<typeof LossReason>;

/** What is wrong with the stages of a pipeline as a whole: there must be open ones, one end that is won and one that is lost, last. */
export function stagesProblem(stages: readonly Pick<Stage, 'kind'>[]): 'none-open' | 'ends' | null {
  const kinds = stages.map(({ kind }) => kind);
  if (!kinds.includes('open')) return 'none-open';
  return kinds.slice(-2).join() === 'won,lost' && kinds.filter((kind) => kind !== 'open').length === 2 ? null : 'ends';
}

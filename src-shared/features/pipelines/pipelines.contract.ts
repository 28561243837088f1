// The office's pipelines: which there are, and how they are changed.

import { z } from 'zod';
import { lossSubjects } from '../../catalogue';
import { command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { Currency, LossReason, LossReasonId, Names, Pipeline, StageDraft } from './pipeline';
import { pipelinePresetIds } from './presets';

export const pipelinesContract = defineContract('pipelines', {
  /** In their order, with stages in theirs; what is no longer used comes with them, for deals that were in it. */
  list: query({
    permission: 'deals.read',
    input: z.strictObject({}),
    output: z.object({ pipelines: z.array(Pipeline), lossReasons: z.array(LossReason) }),
    errors: [],
  }),
  /**
   * The whole pipeline as it is to be. A stage that is left out is no longer used; one in which deals are open cannot be left out,
   * and no stage changes from open to an end or back.
   */
  save: command({
    permission: 'pipelines.manage',
    input: z.strictObject({
      id: Id.optional(),
      names: Names,
      currency: Currency,
      active: z.boolean().default(true),
      stages: z.array(StageDraft).min(3).max(30),
    }),
    output: z.object({ id: Id }),
    errors: [
      'pipelines.not-found',
      'pipelines.stage-not-found',
      'pipelines.none-open',
      'pipelines.ends',
      'pipelines.stage-in-use',
      'pipelines.kind-changed',
    ],
  }),
  /** One that ships with the product, with its stages and reasons, to begin with. */
  begin: command({
    permission: 'pipelines.manage',
    input: z.strictObject({ preset: z.enum(pipelinePresetIds), currency: Currency.optional() }),
    output: z.object({ id: Id }),
    errors: [],
  }),
  saveLossReason: command({
    permission: 'pipelines.manage',
    input: z.strictObject({
      id: LossReasonId.optional(),
      /** Of a new one; of one that is there it stays as it is. */
      about: z.enum(lossSubjects).default('deal'),
      names: Names,
      active: z.boolean().default(true),
    }),
    output: z.object({ id: LossReasonId }),
    errors: ['pipelines.reason-not-found'],
  }),
});

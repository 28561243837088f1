// What somebody looks at on the page of deals: a pipeline, as a board or a list, narrowed and sorted. Kept in the address.

import { z } from 'zod';
import { forecastCategories, stageKinds } from '../../catalogue';
import { Id } from '../../core/ids';
import { CivilDate } from '../../core/schemas';
import { dealSorts } from './deals.contract';

export const DealsView = z.strictObject({
  /** The office's first one when left out. */
  pipelineId: Id.optional(),
  mode: z.enum(['board', 'list']).default('board'),
  /** 'me' is whoever looks. */
  owner: z.union([z.literal('me'), Id]).optional(),
  /** 'month' is the present one of the reader's calendar, 'overdue' every day before today. */
  expected: z
    .union([z.enum(['month', 'overdue']), z.strictObject({ from: CivilDate.nullable(), to: CivilDate.nullable() })])
    .optional(),
  category: z.enum(forecastCategories).optional(),
  /** Of the list alone: a board shows what is open. */
  state: z.enum(stageKinds).default('open'),
  sort: z
    .strictObject({ by: z.enum(dealSorts), direction: z.enum(['ascending', 'descending']) })
    .default({ by: 'expected', direction: 'ascending' }),
});
export type DealsView = z.output<typeof DealsView>;

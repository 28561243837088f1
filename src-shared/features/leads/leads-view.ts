// What somebody looks at on the page of leads, narrowed and sorted. Kept in the address.

import { z } from 'zod';
import { leadSources, leadStates } from '../../catalogue';
import { Id } from '../../core/ids';
import { leadSorts } from './leads.contract';

export const LeadsView = z.strictObject({
  /** 'open' are those that are still worked. */
  state: z.enum(['open', ...leadStates]).default('open'),
  /** 'me' is whoever looks, 'none' nobody. */
  owner: z.union([z.enum(['me', 'none']), Id]).optional(),
  unit: Id.optional(),
  source: z.enum(leadSources).optional(),
  response: z.enum(['waiting', 'overdue']).optional(),
  sort: z
    .strictObject({ by: z.enum(leadSorts), direction: z.enum(['ascending', 'descending']) })
    .default({ by: 'received', direction: 'descending' }),
});
export type LeadsView = z.output<typeof LeadsView>;

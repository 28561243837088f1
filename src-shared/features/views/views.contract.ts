// Saved views: a list's filter, sort, columns and their widths under a name, private or for everybody.

import { z } from 'zod';
import { command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { Line } from '../../core/schemas';
import { PartyFilter, PartySort } from '../parties/party';

export const partyColumns = [
  'name',
  'kind',
  'roles',
  'phone',
  'email',
  'city',
  'owner',
  'status',
  'last-activity',
  'created',
  'updated',
] as const;

export const ViewDefinition = z.strictObject({
  filter: PartyFilter,
  sort: PartySort,
  columns: z.array(z.enum(partyColumns)).min(1),
  /** Pixels at the normal text size, of columns that were made wider or narrower. */
  widths: z.partialRecord(z.enum(partyColumns), z.number().int().min(40).max(1000)).default({}),
});
export type ViewDefinition = z.output<typeof ViewDefinition>;

export const SavedView = z.object({
  id: Id,
  name: z.string(),
  shared: z.boolean(),
  mine: z.boolean(),
  definition: ViewDefinition,
});
export type SavedView = z.infer<typeof SavedView>;

export const viewsContract = defineContract('views', {
  list: query({
    permission: 'session.use',
    input: z.strictObject({ list: z.literal('parties') }),
    output: z.object({ views: z.array(SavedView) }),
    errors: [],
  }),
  save: command({
    permission: 'views.write',
    input: z.strictObject({
      id: Id.optional(),
      list: z.literal('parties'),
      name: Line,
      shared: z.boolean().default(false),
      definition: ViewDefinition,
    }),
    output: z.object({ id: Id }),
    errors: ['views.not-found', 'views.not-yours'],
  }),
  remove: command({
    permission: 'views.write',
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id }),
    errors: ['views.not-found', 'views.not-yours'],
  }),
});

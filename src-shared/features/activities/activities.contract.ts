// Logging what happened with people, and reading it back.

import { z } from 'zod';
import { activityKinds } from '../../catalogue';
import { command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { opened } from '../../core/reads';
import { Cursor, PageLimit } from '../../core/schemas';
import { ActivityDraft, ActivityItem } from './activity';

export const activitiesContract = defineContract('activities', {
  log: command({
    permission: 'activities.write',
    input: ActivityDraft,
    output: z.object({ id: Id }),
    errors: ['activities.party-not-found'],
  }),
  update: command({
    permission: 'activities.write',
    input: ActivityDraft.partial().extend({ id: Id }),
    output: z.object({ id: Id }),
    errors: ['activities.not-found', 'activities.party-not-found'],
  }),
  /** Moves an activity to the recycle bin; undo brings it back. */
  remove: command({
    permission: 'activities.write',
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id }),
    errors: ['activities.not-found'],
  }),
  get: query({
    permission: 'activities.read',
    input: z.strictObject({ id: Id }),
    output: ActivityItem,
    reads: (_, { participants }) => opened(participants.map(({ partyId }) => partyId)),
    emergency: true,
    errors: ['activities.not-found'],
  }),
  /** The office's latest activities, newest first. */
  list: query({
    permission: 'activities.read',
    input: z.strictObject({
      kinds: z.array(z.enum(activityKinds)).optional(),
      authorId: Id.optional(),
      after: Cursor.optional(),
      limit: PageLimit,
    }),
    output: z.object({ items: z.array(ActivityItem), next: Cursor.nullable() }),
    errors: ['activities.cursor-invalid'],
  }),
});

// An activity: one contact with one or many parties, past or noted, of any channel.

import { z } from 'zod';
import { activityDirections, activityKinds, participantRoles, partyKinds } from '../../catalogue';
import { Id } from '../../core/ids';
import { Instant, Line, LongText, OptionalLine } from '../../core/schemas';

export const ActivityDraft = z.strictObject({
  kind: z.enum(activityKinds),
  subject: Line,
  body: LongText.nullish(),
  /** When it happened; now when left out. */
  at: Instant.optional(),
  direction: z.enum(activityDirections).nullish(),
  durationMinutes: z.number().int().min(0).max(100_000).nullish(),
  outcome: OptionalLine,
  place: OptionalLine,
  /** The parties it is about; the first is the subject, the others take part. */
  partyIds: z.array(Id).min(1).max(200),
});
export type ActivityDraft = z.output<typeof ActivityDraft>;

export const ActivityItem = z.object({
  id: Id,
  kind: z.enum(activityKinds),
  direction: z.enum(activityDirections).nullable(),
  subject: z.string(),
  body: z.string().nullable(),
  at: Instant,
  durationMinutes: z.number().int().nullable(),
  outcome: z.string().nullable(),
  place: z.string().nullable(),
  author: z.object({ id: Id, name: z.string() }).nullable(),
  /** Who wrote it down in a former system, when that is no user of this base; `author` is null then. */
  recordedBy: z.string().nullable(),
  participants: z.array(
    z.object({ partyId: Id, kind: z.enum(partyKinds), name: z.string(), role: z.enum(participantRoles) }),
  ),
  /** How many files belong to it. */
  attachments: z.number().int(),
  /** Of its texts those that are there and that whoever asks does not see whole. */
  hidden: z.array(z.enum(['subject', 'body', 'outcome', 'place'])),
});
export type ActivityItem = z.infer<typeof ActivityItem>;

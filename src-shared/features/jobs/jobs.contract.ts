// Long work in the background: what runs, how far it is, what came of it; and what runs by itself, and when.

import { z } from 'zod';
import { action, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { Instant } from '../../core/schemas';
import { scheduleSteps } from './schedule';

/** queued: waits for its turn, or for the base to be unlocked again after an interruption. */
export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

/** A code of the work, such as `backups.make`; its words are `jobs.kind.<kind>`. */
export const JobKindName = z
  .string()
  .regex(/^[a-z]+\.[a-z-]+$/i)
  .max(60);

export const JobProgress = z.object({
  done: z.number().nonnegative(),
  /** Null while nobody knows. In the same unit as `done`, whatever that is. */
  total: z.number().nonnegative().nullable(),
  /** What is being done just now; its words are `jobs.note.<note>`. */
  note: z.string().nullable(),
});
export type JobProgress = z.infer<typeof JobProgress>;

export const JobStatus = z.object({
  id: Id,
  kind: JobKindName,
  state: z.enum(jobStates),
  /** Who asked for it; null when its schedule did. */
  userId: Id.nullable(),
  progress: JobProgress.nullable(),
  secondsLeft: z.number().int().nullable(),
  /** Asked to end, and on its way there. */
  ending: z.boolean(),
  /** As the kind of job describes it. */
  result: z.unknown(),
  failure: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()).optional() }).nullable(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
});
export type JobStatus = z.infer<typeof JobStatus>;

export const JobSchedule = z.object({
  kind: JobKindName,
  every: z.enum(scheduleSteps),
  minuteOfDay: z.number().int().min(0).max(1439),
  weekDay: z.number().int().min(0).max(6),
  monthDay: z.number().int().min(1).max(28),
  nextRunAt: Instant.nullable(),
});
export type JobSchedule = z.infer<typeof JobSchedule>;

/** People see and end their own jobs; whoever manages the base sees and ends all of them. */
export const jobsContract = defineContract('jobs', {
  list: query({
    permission: 'session.use',
    input: z.strictObject({
      kinds: z.array(JobKindName).max(50).optional(),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ jobs: z.array(JobStatus) }),
    errors: [],
  }),
  get: query({
    permission: 'session.use',
    input: z.strictObject({ id: Id }),
    output: JobStatus,
    errors: ['jobs.not-found'],
  }),
  cancel: action({
    permission: 'session.use',
    input: z.strictObject({ id: Id }),
    output: z.object({}),
    errors: ['jobs.not-found', 'jobs.not-running'],
  }),
  /** Takes a finished job off the list, or every finished one of the caller's. */
  dismiss: action({
    permission: 'session.use',
    input: z.strictObject({ id: Id.optional() }),
    output: z.object({}),
    errors: ['jobs.not-found', 'jobs.not-finished'],
  }),
  schedules: query({
    permission: 'base.manage',
    input: z.strictObject({}),
    output: z.object({ schedules: z.array(JobSchedule) }),
    errors: [],
  }),
  setSchedule: action({
    permission: 'base.manage',
    input: z.strictObject(JobSchedule.omit({ nextRunAt: true }).shape),
    output: JobSchedule,
    errors: ['jobs.kind-unknown'],
  }),
});

// Long work as people see it: the list, ending, putting away, and when something runs by itself.

import type { jobsContract } from '@shared/features/jobs/jobs.contract';
import { fail, ok } from '@shared/core/result';
import type { Actor } from '../../access';
import type { Handlers, QueryContext } from '../../core/context';
import { deleteFinished, selectJob, selectJobs, type JobDesk, type JobRow } from '../../jobs';

export function createJobsService(desk: JobDesk): Handlers<typeof jobsContract> {
  return {
    list: ({ db, actor }, { kinds, limit }) =>
      ok({ jobs: db.all(selectJobs({ userId: onlyOf(actor), kinds, limit })).map((row) => desk.status(row)) }),
    get(context, { id }) {
      const row = visible(context, id);
      return row === undefined ? fail('jobs.not-found', { id }) : ok(desk.status(row));
    },
    async cancel(context, { id }) {
      if (visible(context, id) === undefined) return fail('jobs.not-found', { id });
      return desk.cancel(id) ? ok({}) : fail('jobs.not-running', { id });
    },
    async dismiss(context, { id }) {
      if (id !== undefined && visible(context, id) === undefined) return fail('jobs.not-found', { id });
      const gone = context.local(deleteFinished({ id, userId: onlyOf(context.actor) }));
      return id === undefined || gone > 0 ? ok({}) : fail('jobs.not-finished', { id });
    },
    schedules: () => ok({ schedules: [...desk.schedules()] }),
    setSchedule: async (_, choice) => desk.setSchedule(choice),
  };
}

/** Whoever manages the base sees every job; others see what they asked for. */
export const maySeeJob = (actor: Actor, userId: string | null): boolean =>
  actor.can('base.manage') || (userId !== null && actor.userId === userId);

/** The one user whose jobs may be seen, or undefined for all. */
const onlyOf = (actor: Actor): string | undefined => (actor.can('base.manage') ? undefined : (actor.userId ?? ''));

function visible({ db, actor }: QueryContext, id: string): JobRow | undefined {
  const row = db.first(selectJob({ id }));
  return row !== undefined && maySeeJob(actor, row.user_id) ? row : undefined;
}

// Joins the desk of jobs to the engine: the kinds there are, who may act, and who hears of it.

import type { JobStatus } from '@shared/features/jobs/jobs.contract';
import { userActor, type Actor } from '../access';
import { maySeeJob } from '../features/jobs';
import { siteSettings } from '../features/settings';
import { selectUser } from '../features/users';
import type { JobDeskDeps, RunThreadTask } from '../jobs';
import type { Base } from './base';
import { jobKinds } from './job-kinds';
import { runTaskHere } from './thread-tasks';

export interface JobOptions {
  /** Runs a task on a thread of its own; without it, in this process. */
  readonly inThread?: RunThreadTask;
  readonly onProgress?: (status: JobStatus) => void;
  /** Takes up interrupted jobs and runs scheduled ones. */
  readonly background?: boolean;
}

interface Surroundings extends Pick<JobDeskDeps, 'clock' | 'ids' | 'context' | 'report'> {
  readonly base: () => Base | null;
  readonly actor: () => Actor | null;
}

/** What the desk of jobs is given by the engine around it. */
export function deskDeps(jobs: JobOptions, { actor, ...around }: Surroundings): JobDeskDeps {
  const read = () => around.base()?.read;
  return {
    ...around,
    kinds: jobKinds(),
    actorOf(userId) {
      const user = read()?.first(selectUser({ id: userId }));
      if (user?.status !== 'active') return null;
      return userActor({ id: user.id, displayName: user.display_name, role: user.role });
    },
    timeZone() {
      const db = read();
      return db === undefined ? 'UTC' : siteSettings(db).timeZone;
    },
    inThread: jobs.inThread ?? runTaskHere(around.base),
    onProgress(status) {
      const reader = actor();
      if (reader !== null && maySeeJob(reader, status.userId)) jobs.onProgress?.(status);
    },
    background: jobs.background ?? false,
  };
}

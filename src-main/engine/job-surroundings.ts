// Joins the desk of jobs to the engine: the kinds there are, who may act, and who hears of it.

import type { JobStatus } from '@shared/features/jobs/jobs.contract';
import { fail } from '@shared/core/result';
import type { Actor } from '../access';
import { maySeeJob } from '../features/jobs';
import { siteSettings } from '../features/settings';
import { actorOf } from '../features/policy';
import type { JobDeskDeps, JobKind, RunThreadTask } from '../jobs';
import { databaseKey } from '../keys';
import type { Base } from './base';
import type { RunOnThread } from './task-thread';
import { runTaskHere } from './thread-tasks';

export interface JobOptions {
  /** Runs a task on a thread of its own; without it, in this process. */
  readonly onThread?: RunOnThread;
  readonly onProgress?: (status: JobStatus) => void;
  /** Takes up interrupted jobs and runs scheduled ones. */
  readonly background?: boolean;
}

interface Surroundings extends Pick<JobDeskDeps, 'clock' | 'ids' | 'context' | 'report'> {
  readonly base: () => Base | null;
  readonly actor: () => Actor | null;
  readonly kinds: readonly JobKind[];
}

/** What the desk of jobs is given by the engine around it. */
export function deskDeps(jobs: JobOptions, { actor, ...around }: Surroundings): JobDeskDeps {
  const read = () => around.base()?.read;
  return {
    ...around,
    actorOf(userId) {
      const signed = actor();
      // The same object, so that the connection dressed for it serves both.
      if (signed?.userId === userId) return signed;
      const db = read();
      return db === undefined ? null : actorOf(db, userId, around.clock.now());
    },
    timeZone() {
      const db = read();
      return db === undefined ? 'UTC' : siteSettings(db).timeZone;
    },
    inThread: taskRunner(jobs.onThread ?? runTaskHere, around.base),
    onProgress(status) {
      const reader = actor();
      if (reader !== null && maySeeJob(reader, status.userId)) jobs.onProgress?.(status);
    },
    background: jobs.background ?? false,
  };
}

/** Tasks work on the open base unless another database is named. */
export const taskRunner =
  (onThread: RunOnThread, base: () => Base | null): RunThreadTask =>
  async (task, input, options) => {
    if (options.target !== undefined) return onThread(task, input, { ...options, target: options.target });
    const opened = base();
    if (opened === null) return fail('door.locked');
    const key = databaseKey(opened.unlocked.secret);
    try {
      return await onThread(task, input, {
        ...options,
        target: { file: opened.databaseFile, key, sealing: opened.unlocked.sealing },
      });
    } finally {
      key.fill(0);
    }
  };

// The full check of the base as a job: once a week by itself, or when somebody asks.

import { z } from 'zod';
import { fail, ok } from '@shared/core/result';
import { subjectKeysOpen } from '../../blobs';
import type { JobKind, ThreadTask } from '../../jobs';
import { finishForgetting } from '../../search';
import { verifyBase, type Verification } from './verify';

const NIGHT = 2 * 60 + 30;

class Cancelled extends Error {}

/** Reads every page and every change: minutes on a large base, so on a thread of its own. */
export const verifyInThread: ThreadTask<unknown, Verification> = {
  name: 'base.verify',
  run({ db, databaseFile, key, progress, isCancelled }) {
    const keysOpen = (): boolean => subjectKeysOpen({ databaseFile, databaseKey: key });
    const onLook = (done: number, total: number): void => {
      if (isCancelled()) throw new Cancelled();
      progress({ done, total, note: 'checking' });
    };
    try {
      return ok(verifyBase(db, { quick: false, onLook, keysOpen }));
    } catch (error) {
      if (error instanceof Cancelled) return fail('jobs.cancelled');
      throw error;
    }
  },
};

export const checkBase: JobKind<Record<string, never>, Verification> = {
  name: 'base.check',
  permission: 'base.verify',
  input: z.strictObject({}),
  errors: [],
  interrupted: 'resume',
  scheduled: { by: { every: 'weekly', minuteOfDay: NIGHT, weekDay: 5, monthDay: 1 }, permissions: [] },
  async run(run) {
    await finishForgetting(run.context, () => !run.signal.aborted);
    return run.inThread<Verification>(verifyInThread.name, {});
  },
};

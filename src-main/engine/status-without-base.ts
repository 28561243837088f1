// Restoring and saving are told like jobs although no base is open that could hold one.

import type { JobStatus } from '@shared/features/jobs/jobs.contract';

type Known = Pick<JobStatus, 'kind' | 'progress' | 'ending'> & { readonly startedAt: number };

export const statusWithoutBase = (id: string, { kind, startedAt, progress, ending }: Known): JobStatus => ({
  id,
  kind,
  state: 'running',
  userId: null,
  progress,
  secondsLeft: null,
  ending,
  result: null,
  failure: null,
  createdAt: startedAt,
  startedAt,
  finishedAt: null,
});

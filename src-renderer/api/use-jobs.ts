// Long work as it goes: what the engine knew when asked, then every live report.

import { useEffect, useEffectEvent, useState } from 'react';
import type { JobStatus } from '@shared/features/jobs/jobs.contract';
import type { Failure } from '@shared/core/result';
import { useEngineEvent } from './events';
import { useEngineQuery } from './use-query';

export const isUnderWay = ({ state }: JobStatus): boolean => state === 'queued' || state === 'running';

export interface LiveJob {
  readonly job: JobStatus | undefined;
  readonly failure: Failure | null;
}

/** One job; pass null while there is none to follow. */
export function useJob(id: string | null): LiveJob {
  const query = useEngineQuery('jobs.get', { id: id ?? '' }, { enabled: id !== null });
  const [live, setLive] = useState<JobStatus | undefined>(undefined);
  useEngineEvent('job', (status) => {
    if (status.id === id) setLive(status);
  });
  const ask = useEffectEvent(() => {
    if (id !== null) query.refresh();
  });
  // Jobs are no part of the ledger: nothing tells when a kept answer is old, so it is asked anew.
  useEffect(() => ask(), [id]);
  const known = live?.id === id ? live : undefined;
  return { job: newer(known, query.data), failure: id === null ? null : query.error };
}

export interface LiveJobs {
  /** Newest first. */
  readonly jobs: readonly JobStatus[];
  refresh(): void;
}

/** The jobs this person may see, of some kinds or of all. */
export function useJobs(kinds?: readonly string[]): LiveJobs {
  const query = useEngineQuery('jobs.list', kinds === undefined ? {} : { kinds: [...kinds] });
  const [live, setLive] = useState<ReadonlyMap<string, JobStatus>>(new Map());
  useEngineEvent('job', (status) => {
    if (kinds === undefined || kinds.includes(status.kind)) setLive((before) => new Map(before).set(status.id, status));
  });
  const ask = useEffectEvent(() => query.refresh());
  useEffect(() => ask(), []);
  const asked = query.data?.jobs ?? [];
  const unasked = [...live.values()].filter(({ id }) => asked.every((job) => job.id !== id));
  const jobs = [...unasked, ...asked]
    .map((job) => newer(live.get(job.id), job) ?? job)
    .toSorted((a, b) => b.createdAt - a.createdAt);
  const refresh = (): void => {
    // What was put away must not come back from an earlier report.
    setLive((before) => new Map([...before].filter(([, job]) => isUnderWay(job))));
    query.refresh();
  };
  return { jobs, refresh };
}

/** A finished state never goes back to a running one that arrives late. */
function newer(live: JobStatus | undefined, asked: JobStatus | undefined): JobStatus | undefined {
  if (live === undefined || asked === undefined) return live ?? asked;
  return asked.finishedAt !== null && live.finishedAt === null ? asked : live;
}

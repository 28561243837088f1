// Whoever waits for a job hears of its end here.

import type { JobStatus } from '@shared/features/jobs/jobs.contract';

export interface JobEnds {
  of(id: string): Promise<JobStatus>;
  told(status: JobStatus): void;
  /** The base is locked: what has not ended waits for the next unlock, and nobody waits for it here. */
  leave(): void;
}

export function jobEnds(): JobEnds {
  const waiting = new Map<string, { last: JobStatus | null; tell(status: JobStatus): void }>();
  const tell = (id: string, status: JobStatus): void => {
    waiting.get(id)?.tell(status);
    waiting.delete(id);
  };
  return {
    of: (id) => new Promise((resolve) => waiting.set(id, { last: null, tell: resolve })),
    told(status) {
      const one = waiting.get(status.id);
      if (one === undefined) return;
      if (status.finishedAt === null) one.last = status;
      else tell(status.id, status);
    },
    leave() {
      for (const [id, { last }] of waiting) if (last !== null) tell(id, last);
    },
  };
}

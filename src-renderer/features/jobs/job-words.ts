// What a job is, how far it is and what became of it, in words.

import type { JobStatus } from '@shared/features/jobs/jobs.contract';
import { failureWords } from '../../ui';
import type { Format, Translate } from '../../ui';

export const kindWords = (t: Translate, { kind }: Pick<JobStatus, 'kind'>): string => t.any(`jobs.kind.${kind}`);

const noteOf = ({ progress }: JobStatus): string | null => progress?.note ?? null;

/** 0 to 1, or undefined while nobody knows. */
export function partOf({ state, progress }: JobStatus): number | undefined {
  if (state === 'queued') return 0;
  if (progress === null || progress.total === null || progress.total === 0) return undefined;
  return Math.min(1, progress.done / progress.total);
}

/** One quiet line under the name of a job. */
export function stateWords(t: Translate, format: Format, job: JobStatus): string {
  if (job.state === 'failed') return failureWords(t, job.failure ?? { code: 'door.internal' });
  if (job.state !== 'running') return t.any(`jobs.state.${job.state}`);
  if (job.ending) return t('jobs.ending');
  const part = partOf(job);
  const words = [
    noteOf(job) === null ? t('jobs.state.running') : t.any(`jobs.note.${noteOf(job)}`),
    ...(part === undefined ? [] : [format.number(part, { style: 'percent' })]),
    ...(job.secondsLeft === null ? [] : [timeLeft(t, job.secondsLeft)]),
  ];
  return words.join(' · ');
}

function timeLeft(t: Translate, seconds: number): string {
  if (seconds < 90) return t('jobs.secondsLeft', { count: seconds });
  return t('jobs.minutesLeft', { count: Math.round(seconds / 60) });
}

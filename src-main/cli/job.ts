// Waiting for long work: progress on stderr, Ctrl+C ends it as the window's button would, its outcome becomes the command's.

import type { JobStatus } from '@shared/features/jobs/jobs.contract';
import type { Failure, Result } from '@shared/core/result';
import type { Engine } from '../engine/engine';
import type { HostedEngine } from '../engine/host';
import { exitCodes, failed, type CommandInput, type CommandResult } from './command';
import { withUnlocked } from './session';

const isOver = ({ state }: JobStatus): boolean => state !== 'queued' && state !== 'running';
/** A terminal is drawn over; a file gets a line now and then. */
const NOTE_EVERY_MS = 1000;

export interface JobWatch {
  readonly onJob: (status: JobStatus) => void;
  /** Resolves when the job is over. A first SIGINT asks it to end, a second ends the program at once. */
  wait(engine: Engine, jobId: string): Promise<JobStatus>;
  /** Asks every job that was heard of and is not over to end. */
  cancel(engine: Engine): void;
}

export function watchJobs({ output }: CommandInput): JobWatch {
  const over = new Map<string, JobStatus>();
  const waiting = new Map<string, (status: JobStatus) => void>();
  const heard = new Set<string>();
  const noted = { at: 0 };
  return {
    onJob(status) {
      heard.add(status.id);
      if (isOver(status)) {
        over.set(status.id, status);
        waiting.get(status.id)?.(status);
      } else if (Date.now() - noted.at >= NOTE_EVERY_MS && status.progress !== null) {
        noted.at = Date.now();
        output.note(progressLine(output.t, status));
      }
    },
    cancel(engine) {
      for (const id of heard) if (!over.has(id)) void engine.call('jobs.cancel', { id });
    },
    async wait(engine, jobId) {
      const stop = (): void => void engine.call('jobs.cancel', { id: jobId });
      process.once('SIGINT', stop);
      try {
        return over.get(jobId) ?? (await new Promise<JobStatus>((resolve) => waiting.set(jobId, resolve)));
      } finally {
        process.removeListener('SIGINT', stop);
      }
    },
  };
}

function progressLine(t: CommandInput['output']['t'], { kind, progress }: JobStatus): string {
  const note = progress?.note ?? null;
  const what = note === null ? t(`jobs.kind.${kind}`) : t(`jobs.note.${note}`);
  if (progress === null || progress.total === null || progress.total === 0) return what;
  return t('cli.job.progress', { what, percent: Math.floor((progress.done / progress.total) * 100) });
}

export interface JobCommand {
  /** The operation that answers `{ jobId }`. */
  readonly operation: string;
  readonly input: unknown;
  /** What a finished job prints for a person. */
  readonly lines: (result: never) => readonly string[];
  /** Whether a job that came to its end found what was hoped for. */
  readonly isGood?: (result: never) => boolean;
}

/** Unlocks the base, starts a job by an operation, and waits for its end. */
export async function runAsJob(input: CommandInput, command: JobCommand): Promise<CommandResult> {
  const watch = watchJobs(input);
  return withUnlocked(input, (hosted) => throughJob(input, command, { hosted, watch }), { onJob: watch.onJob });
}

/** On a base that is unlocked already; `watch` was given to whoever unlocked it. */
export async function throughJob(
  { output }: CommandInput,
  { operation, input, lines, isGood }: JobCommand,
  { hosted, watch }: { readonly hosted: HostedEngine; readonly watch: JobWatch },
): Promise<CommandResult> {
  const started: Result<unknown, Failure> = await hosted.engine.call(operation, input);
  if (!started.ok) return failed(started.error);
  const job = await watch.wait(hosted.engine, (started.value as { jobId: string }).jobId);
  const failure = failureOfJob(job);
  if (failure !== null) return failed(failure);
  output.result(job.result, lines(job.result as never));
  return isGood?.(job.result as never) === false
    ? { kind: 'done', exitCode: exitCodes.expectedFailure }
    : { kind: 'done' };
}

export const failureOfJob = (job: JobStatus): Failure | null =>
  job.state === 'cancelled' ? { code: 'jobs.cancelled' } : (job.failure as Failure | null);

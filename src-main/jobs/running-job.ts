// One job while it runs: its progress, its checkpoint, its end.

import type { JobProgress, JobStatus } from '@shared/features/jobs/jobs.contract';
import type { Failure, Result } from '@shared/core/result';
import type { Clock } from '@shared/core/clock';
import { fail } from '@shared/core/result';
import { OutOfReach, PurposeNeeded } from '../access';
import type { ActionContext } from '../core/context';
import { databaseErrorCode } from '../db';
import { fileErrorCode } from '../files';
import { ClassKeyMissing } from '../keys';
import type { JobKind, JobRun, RunThreadTask, ThreadTarget } from './job-kind';
import { secondsLeft, statusOf } from './job-status';
import { selectJob, updateJob, type JobRow } from './jobs.sql';

/** cancelled: somebody asked for it. interrupted: the base is being locked or the program closed. */
export type EndAs = 'cancelled' | 'interrupted';

export interface RunningJobDeps {
  readonly clock: Clock;
  readonly context: ActionContext;
  readonly inThread: RunThreadTask;
  readonly onProgress: (status: JobStatus) => void;
  readonly report: (kind: string, error: unknown) => string;
}

export interface RunningJob {
  readonly id: string;
  readonly kind: string;
  status(): JobStatus;
  end(as: EndAs): void;
  /** Never rejects. */
  readonly finished: Promise<void>;
}

/** Four reports a second, and a line in the base every two seconds. */
const REPORT_EVERY_MS = 250;
const KEEP_EVERY_MS = 2000;

interface State {
  progress: JobProgress | null;
  since: { at: number; done: number } | null;
  reportedAt: number;
  keptAt: number;
}

export function runJob(deps: RunningJobDeps, kind: JobKind, row: JobRow): RunningJob {
  const ender = new AbortController();
  const state: State = { progress: null, since: null, reportedAt: 0, keptAt: 0 };
  const { context, clock } = deps;
  const startedAt = row.started_at ?? clock.now();
  context.local(updateJob(row.id, { state: 'running', started_at: startedAt, failure: null }));
  const status = (): JobStatus => {
    const now = context.db.first(selectJob({ id: row.id })) ?? row;
    const left = state.since === null ? null : secondsLeft(state.progress, state.since, clock.now());
    const live = { progress: state.progress, ending: ender.signal.aborted, secondsLeft: left };
    return statusOf(now, now.state === 'running' ? live : undefined);
  };
  const progress = (next: JobProgress): void => note(deps, { state, next, id: row.id, status });
  const finished = perform({
    deps,
    kind,
    row,
    run: runOf(deps, { row, ender, progress, latest: () => state.progress }),
  }).then((end) => {
    context.local(updateJob(row.id, { ...end, progress: textOf(state.progress) }));
    deps.onProgress(status());
  });
  return {
    id: row.id,
    kind: row.kind,
    status,
    end: (as) => {
      ender.abort(as);
      if (as === 'cancelled') deps.onProgress(status());
    },
    finished: finished.catch((error: unknown) => keepLast(deps, row, error)),
  };
}

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

interface Noting {
  readonly state: State;
  readonly next: JobProgress;
  readonly id: string;
  readonly status: () => JobStatus;
}

function note({ clock, context, onProgress }: RunningJobDeps, { state, next, id, status }: Noting): void {
  const now = clock.now();
  // A new step counts in its own unit: the pace begins anew.
  if (state.progress?.note !== next.note || state.since === null) state.since = { at: now, done: next.done };
  state.progress = next;
  if (now - state.reportedAt < REPORT_EVERY_MS) return;
  state.reportedAt = now;
  if (now - state.keptAt >= KEEP_EVERY_MS) {
    state.keptAt = now;
    context.local(updateJob(id, { progress: JSON.stringify(next) }));
  }
  onProgress(status());
}

interface Running {
  readonly row: JobRow;
  readonly ender: AbortController;
  readonly progress: (next: JobProgress) => void;
  readonly latest: () => JobProgress | null;
}

function runOf({ context, inThread }: RunningJobDeps, { row, ender, progress, latest }: Running): JobRun {
  const { signal } = ender;
  return {
    id: row.id,
    context,
    signal,
    checkpoint: row.checkpoint === null ? null : (JSON.parse(row.checkpoint) as unknown),
    progress: ({ done, total = null, note = null }) => progress({ done, total, note }),
    latest,
    saveCheckpoint: (checkpoint) => void context.local(updateJob(row.id, { checkpoint: JSON.stringify(checkpoint) })),
    async breathe() {
      await new Promise<void>((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    },
    inThread: <Output>(task: string, input: unknown, target?: ThreadTarget) =>
      inThread(task, input, { target, signal, onProgress: progress }) as Promise<Result<Output, Failure>>,
  };
}

interface Performance {
  readonly deps: RunningJobDeps;
  readonly kind: JobKind;
  readonly row: JobRow;
  readonly run: JobRun;
}

type End = Pick<JobRow, 'state' | 'result' | 'failure' | 'finished_at'> & { checkpoint?: null };

async function perform({ deps, kind, row, run }: Performance): Promise<End> {
  const outcome = await attempt({ deps, kind, row, run });
  const finished_at = deps.clock.now();
  if (outcome.ok) return { state: 'done', result: textOf(outcome.value), failure: null, finished_at, checkpoint: null };
  const ended = run.signal.aborted ? (run.signal.reason as EndAs) : null;
  if (ended === 'cancelled') return { state: 'cancelled', result: null, failure: null, finished_at };
  if (ended === 'interrupted') return interruptedAs(kind, finished_at);
  return { state: 'failed', result: null, failure: JSON.stringify(outcome.error), finished_at };
}

/** What becomes of a job that could not go on to its end. */
export const interruptedAs = (kind: JobKind | undefined, now: number): End =>
  kind?.interrupted === 'resume'
    ? { state: 'queued', result: null, failure: null, finished_at: null }
    : { state: 'failed', result: null, failure: JSON.stringify({ code: 'jobs.interrupted' }), finished_at: now };

async function attempt({ deps, kind, row, run }: Performance): Promise<Result<unknown, Failure>> {
  try {
    const input = kind.input.safeParse(JSON.parse(row.input));
    return input.success ? await kind.run(run, input.data) : fail('jobs.input-outdated');
  } catch (error) {
    if (run.signal.aborted) return fail('jobs.interrupted');
    if (error instanceof OutOfReach) return fail('door.out-of-reach', error.details);
    if (error instanceof PurposeNeeded) return fail('door.purpose-needed', error.details);
    if (error instanceof ClassKeyMissing) return fail('door.sealed', { class: error.class });
    const code = fileErrorCode(error) ?? databaseErrorCode(error);
    if (code !== null) return fail(code);
    return fail('door.internal', { reference: deps.report(kind.name, error) });
  }
}

/** A full disk cannot take even the last line about a job: it shows as running until the next unlock puts it right. */
function keepLast({ report }: RunningJobDeps, row: JobRow, error: unknown): void {
  if (databaseErrorCode(error) === null) report(row.kind, error);
}

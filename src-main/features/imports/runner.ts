// Runs one import: batches small enough that windows are answered in between, each batch and its checkpoint in one commit.

import type { ImportCounts, ImportStatus } from '@shared/features/imports/imports.contract';
import { ok } from '@shared/core/result';
import type { ActionContext } from '../../core/context';
import { databaseErrorCode, narrowCache, widenCache, type Tables } from '../../db';
import { startParser, type ForkParser, type SourceRow } from '../../import';
import { isBulk, mergePieces } from '../../search';
import type { PartyProjectionState } from '../parties';
import { selectJob, saveProgress, updateJob } from './imports.sql';
import { Progress, statusOf, StoredPlan } from './job';
import { createRowReader, mappingOptions, type RowReader } from './row-reader';
import { writeRow, type RowWriter } from './write-row';

export interface RunnerDeps {
  readonly fork: ForkParser;
  readonly context: ActionContext;
  readonly state: PartyProjectionState;
  readonly onProgress: (status: ImportStatus) => void;
  /** How long one batch may keep the engine busy, ms. */
  readonly batchMs: number;
}

export type StopAs = 'paused' | 'cancelled';

export interface Runner {
  readonly id: string;
  status(): ImportStatus;
  /** Ends after the batch under way. */
  stop(as: StopAs): Promise<void>;
  readonly finished: Promise<void>;
}

const LEAST_BATCH = 20;
const MOST_BATCH = 10_000;
/** What an ordinary machine stores in a millisecond: the first batch is a guess, the next ones are measured. */
const ROWS_PER_MS = 2;
const REPORT_EVERY_MS = 100;

export function startRunner(deps: RunnerDeps, id: string): Runner {
  const job = deps.context.db.first(selectJob({ id }))!;
  const plan = StoredPlan.parse(JSON.parse(job.plan));
  const run: Run = {
    deps,
    id,
    plan,
    path: job.file_path,
    progress: Progress.parse(JSON.parse(job.progress)),
    read: createRowReader(plan, mappingOptions(deps.context.db, deps.context.actor.userId, deps.context.clock.now())),
    organisations: new Map(),
    startedAt: deps.context.clock.now(),
    rowsAtStart: 0,
    batch: Math.round(deps.batchMs * ROWS_PER_MS),
    reportedAt: 0,
    stop: null,
  };
  run.rowsAtStart = run.progress.counts.read;
  run.progress.failure = null;
  const finished = readAll(run);
  return {
    id,
    finished,
    status: () => statusNow(run, 'running'),
    async stop(as) {
      run.stop = as;
      await finished;
    },
  };
}

interface Run {
  readonly deps: RunnerDeps;
  readonly id: string;
  readonly plan: StoredPlan;
  readonly path: string;
  readonly progress: Progress;
  readonly read: RowReader;
  readonly organisations: Map<string, string>;
  readonly startedAt: number;
  rowsAtStart: number;
  batch: number;
  reportedAt: number;
  stop: StopAs | null;
}

type JobState = Tables['import_job']['state'];

async function readAll(run: Run): Promise<void> {
  const parser = startParser({ fork: run.deps.fork });
  run.deps.context.local(widenCache);
  try {
    end(run, await readWith(run, parser));
  } catch (error) {
    const code = databaseErrorCode(error);
    run.progress.failure = {
      code: code ?? 'door.internal',
      details: { reason: error instanceof Error ? error.name : 'unknown' },
    };
    // A disk that is full now may have room later: from the last batch on, the import can be resumed.
    end(run, code === null ? 'failed' : 'paused');
  } finally {
    parser.close();
  }
}

async function readWith(run: Run, parser: ReturnType<typeof startParser>): Promise<JobState> {
  const { plan, path, progress } = run;
  const opened = await parser.open(path, plan.settings, progress.checkpoint ?? undefined);
  if (!opened.ok) return failedWith(run, opened.error);
  const file = opened.value;
  let upcoming = file.next(run.batch);
  for (;;) {
    const batch = await upcoming;
    if (run.stop !== null) return run.stop;
    if (!batch.ok) return failedWith(run, batch.error);
    if (!batch.value.done) upcoming = file.next(run.batch);
    writeBatch(run, batch.value);
    report(run);
    if (batch.value.done) return mergeIndex(run);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

/** The rows are in already: stopped here, the import is done nevertheless. */
async function mergeIndex(run: Run): Promise<JobState> {
  const { context } = run.deps;
  const { created, updated } = run.progress.counts;
  if (isBulk(context.db, created + updated)) await mergePieces(context, () => run.stop === null);
  return 'done';
}

function failedWith(run: Run, failure: { code: string; details?: Readonly<Record<string, unknown>> }): JobState {
  run.progress.failure = { code: failure.code, details: { ...failure.details } };
  return 'failed';
}

interface ParserBatch {
  readonly rows: readonly SourceRow[];
  readonly checkpoint: { readonly row: number; readonly at: string };
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** The rows and the place reached are one commit: after a crash nothing is read twice and nothing is left out. */
function writeBatch(run: Run, { rows, checkpoint, bytesRead, bytesTotal }: ParserBatch): void {
  const { deps, plan, progress, read } = run;
  const began = performance.now();
  const next: Progress = {
    ...progress,
    counts: { ...progress.counts, reasons: { ...progress.counts.reasons } },
    checkpoint,
    bytesRead,
    bytesTotal,
  };
  deps.context.commit(
    (work) => {
      const country = mappingCountry(run);
      const writer: RowWriter = {
        context: work,
        state: deps.state,
        country,
        existing: plan.existing,
        organisations: run.organisations,
      };
      for (const row of rows) count(next.counts, writer, read(row));
      work.db.run(saveProgress({ id: run.id, progress: JSON.stringify(next) }));
      return ok(undefined);
    },
    { groupId: run.id, always: true },
  );
  Object.assign(progress, next);
  const took = performance.now() - began;
  const wanted = Math.round((rows.length * deps.batchMs) / Math.max(took, 1));
  run.batch = Math.min(MOST_BATCH, Math.max(LEAST_BATCH, Math.min(wanted, run.batch * 2)));
}

const mappingCountry = (run: Run): string => mappingOptions(run.deps.context.db, null, run.startedAt).country;

function count(counts: ImportCounts, writer: RowWriter, mapped: ReturnType<RowReader>): void {
  counts.read += 1;
  if (mapped.ok) {
    counts[writeRow(writer, mapped.value)] += 1;
    return;
  }
  counts.rejected += 1;
  for (const code of new Set(mapped.error.map((reason) => reason.code)))
    counts.reasons[code] = (counts.reasons[code] ?? 0) + 1;
}

function report(run: Run): void {
  const now = run.deps.context.clock.now();
  if (now - run.reportedAt < REPORT_EVERY_MS) return;
  run.reportedAt = now;
  run.deps.onProgress(statusNow(run, 'running'));
}

function end(run: Run, state: JobState): void {
  const { context } = run.deps;
  const finished_at = state === 'paused' ? null : context.clock.now();
  try {
    context.local(updateJob(run.id, { state, progress: JSON.stringify(run.progress), finished_at }));
  } catch (error) {
    // The job stands as its last batch left it, and shows as paused.
    if (databaseErrorCode(error) === null) throw error;
  }
  context.local(narrowCache);
  run.deps.onProgress(statusNow(run, state));
}

function statusNow(run: Run, state: JobState): ImportStatus {
  const job = run.deps.context.db.first(selectJob({ id: run.id }))!;
  const seconds = (run.deps.context.clock.now() - run.startedAt) / 1000;
  const rowsPerSecond = seconds < 0.5 ? null : (run.progress.counts.read - run.rowsAtStart) / seconds;
  const row = { ...job, state, progress: JSON.stringify(run.progress) };
  return statusOf(row, { isRunning: state === 'running', undone: false, rowsPerSecond });
}

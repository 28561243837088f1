// Runs one import: batches small enough that windows are answered in between, each batch and its checkpoint in one commit.

import type { ImportStatus } from '@shared/features/imports/imports.contract';
import type { Rejection } from '@shared/features/imports/mapping';
import { ok } from '@shared/core/result';
import type { ActionContext } from '../../core/context';
import { databaseErrorCode, narrowCache, widenCache, type Tables } from '../../db';
import { startParser, type Batch, type ForkParser, type Parser } from '../../import';
import { finishForgetting, isBulk, mergePieces } from '../../search';
import type { PartyProjectionState } from '../parties';
import { countRow } from './dry-run';
import { eachBatch } from './each-row';
import { insertRejection, saveProgress, selectJob, updateJob } from './imports.sql';
import { Progress, statusOf, StoredPlan } from './job';
import { hasAlike, keepLikeness, toldOf } from './likenesses';
import { preparingPlan } from './prepare';
import type { PreparedRow, PreparingPlan, RowPreparer, StartPreparer } from './prepared-row';
import { createRowTaker, type RowTaker } from './row-taker';
import type { RowWriter } from './write-row';

export interface RunnerDeps {
  readonly fork: ForkParser;
  readonly startPreparer: StartPreparer;
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
  const preparing = preparingPlan(deps.context, { importId: id, plan });
  const run: Run = {
    deps,
    id,
    plan,
    path: job.file_path,
    progress: Progress.parse(JSON.parse(job.progress)),
    preparing,
    taker: createRowTaker(plan, { db: deps.context.db, country: preparing.options.country }),
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
  readonly preparing: PreparingPlan;
  readonly taker: RowTaker;
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
  const preparer = run.deps.startPreparer(run.preparing, run.deps.context.db);
  run.deps.context.local(widenCache);
  try {
    const remembered = await rememberRows(run, preparer);
    end(run, remembered ?? (await readWith(run, parser, preparer)));
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
    await preparer.close();
  }
}

/** What was recognised before an interruption is told to the preparer again: later rows may be the same people. */
async function rememberRows(run: Run, preparer: RowPreparer): Promise<JobState | null> {
  const { deps, id, path, plan, progress } = run;
  const reached = progress.checkpoint?.row ?? 0;
  if (reached === 0 || plan.mapping.into !== 'parties') return null;
  const told = toldOf(deps.context.db, id);
  const isPast = (row: { readonly row: number }): boolean => row.row <= reached;
  const past = { isOver: false };
  const passed = await eachBatch(
    {
      path,
      fork: deps.fork,
      settings: plan.settings,
      isCancelled: () => past.isOver || run.stop !== null,
    },
    async (rows) => {
      await preparer.remember(rows.filter(isPast), told);
      past.isOver = !rows.every(isPast);
    },
  );
  if (run.stop !== null) return run.stop;
  return passed.ok || past.isOver ? null : failedWith(run, passed.error);
}

/** Three at work: while a batch is written, the next one is made ready and the one after that is read. */
async function readWith(run: Run, parser: Parser, preparer: RowPreparer): Promise<JobState> {
  const { plan, path, progress } = run;
  const opened = await parser.open(path, plan.settings, progress.checkpoint ?? undefined);
  if (!opened.ok) return failedWith(run, opened.error);
  const file = opened.value;
  let reading = file.next(run.batch);
  let preparing: Preparing | null = null;
  for (;;) {
    const batch = await reading;
    if (run.stop !== null) return run.stop;
    if (batch.ok && !batch.value.done) reading = file.next(run.batch);
    const next: Preparing | null = batch.ok ? prepared(preparer, batch.value) : null;
    if (preparing !== null) await write(run, preparing);
    if (!batch.ok) return failedWith(run, batch.error);
    preparing = next;
    if (!batch.value.done) continue;
    if (run.stop !== null) return run.stop;
    if (next !== null) await write(run, next);
    return mergeIndex(run);
  }
}

/** The rows are in already: stopped here, the import is done nevertheless. */
async function mergeIndex(run: Run): Promise<JobState> {
  const { context } = run.deps;
  await finishForgetting(context, () => run.stop === null);
  const { created, updated, duplicates } = run.progress.counts;
  if (isBulk(context.db, created + updated + duplicates)) await mergePieces(context, () => run.stop === null);
  return 'done';
}

/** A failure is met when the rows are wanted, not before: an import that is being stopped has no use for it. */
function prepared(preparer: RowPreparer, batch: Batch): Preparing {
  const rows = preparer.prepare(batch.rows);
  rows.catch(() => undefined);
  return { batch, rows };
}

interface Preparing {
  readonly batch: Batch;
  readonly rows: Promise<readonly PreparedRow[]>;
}

async function write(run: Run, { batch, rows }: Preparing): Promise<void> {
  writeBatch(run, batch, await rows);
  report(run);
  await new Promise<void>((resolve) => setImmediate(resolve));
}

function failedWith(run: Run, failure: { code: string; details?: Readonly<Record<string, unknown>> }): JobState {
  run.progress.failure = { code: failure.code, details: { ...failure.details } };
  return 'failed';
}

/** The rows and the place reached are one commit: after a crash nothing is read twice and nothing is left out. */
function writeBatch(run: Run, { checkpoint, bytesRead, bytesTotal }: Batch, rows: readonly PreparedRow[]): void {
  const { deps, progress, taker } = run;
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
      const writer: RowWriter = {
        context: work,
        state: deps.state,
        country: run.preparing.options.country,
        organisations: run.organisations,
      };
      for (const row of rows) {
        const taken = taker.take(row, writer);
        countRow(next.counts, taken);
        if (!taken.ok) work.db.run(insertRejection(rejectionOf(run, row, taken.error)));
        else if ('recognition' in row)
          keepLikeness(work, { jobId: run.id, row: row.row, recognition: row.recognition });
      }
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

/** Only the place and the reasons are kept: what stood in the row stays in its file. */
function rejectionOf(
  { deps, id }: Run,
  { row }: PreparedRow,
  reasons: readonly Rejection[],
): Tables['import_rejection'] {
  const told = reasons.map(({ code, column }) => (column === undefined ? { code } : { code, column }));
  return { id: deps.context.ids(), job_id: id, row, reasons: JSON.stringify(told) };
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
  return statusOf(row, {
    isRunning: state === 'running',
    undone: false,
    hasAlike: hasAlike(run.deps.context.db, run.id),
    rowsPerSecond,
  });
}

// Runs one import: batches small enough that windows are answered in between, each batch and its checkpoint in one commit.

import type { ImportStatus } from '@shared/features/imports/imports.contract';
import { OutOfReach } from '../../access';
import { databaseErrorCode, narrowCache, widenCache } from '../../db';
import { fileErrorCode } from '../../files';
import { startParser, type Batch } from '../../import';
import { finishForgetting, isBulk, mergePieces } from '../../search';
import { eachBatch } from './each-row';
import { selectJob, updateJob } from './imports.sql';
import { Progress, statusOf, StoredPlan } from './job';
import { hasAlike, toldOf } from './likenesses';
import { preparingPlan } from './prepare';
import type { RowPreparer } from './prepared-row';
import { createRowTaker } from './row-taker';
import { failedWith, type JobState, type Run, type RunnerDeps, type StopAs } from './run';
import { createFileTaker } from './take-files';
import { writeBatch, type PreparedBatch } from './write-batch';

export interface Runner {
  readonly id: string;
  status(): ImportStatus;
  /** Ends after the batch under way. */
  stop(as: StopAs): Promise<void>;
  readonly finished: Promise<void>;
}

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
    parser: startParser({ fork: deps.fork }),
    progress: Progress.parse(JSON.parse(job.progress)),
    preparing,
    taker: createRowTaker(plan, {
      db: deps.context.db,
      country: preparing.options.country,
      wasErased: deps.wasErased,
    }),
    fileTaker: createFileTaker(plan.mapping.into, { files: deps.files, db: deps.context.db }),
    organisations: new Map(),
    startedAt: deps.context.clock.now(),
    rowsAtStart: 0,
    batch: Math.round(deps.batchMs * ROWS_PER_MS),
    reportedAt: 0,
    stop: null,
  };
  run.rowsAtStart = run.progress.counts.read;
  run.progress.failure = null;
  const finished = deps.files.whileSealing(() => readAll(run));
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

async function readAll(run: Run): Promise<void> {
  const preparer = run.deps.startPreparer(run.preparing, run.deps.context.db);
  run.deps.context.local(widenCache);
  try {
    const remembered = await rememberRows(run, preparer);
    end(run, remembered ?? (await readWith(run, preparer)));
  } catch (error) {
    const code = databaseErrorCode(error) ?? fileErrorCode(error);
    run.progress.failure =
      error instanceof OutOfReach
        ? { code: 'door.out-of-reach', details: error.details }
        : { code: code ?? 'door.internal', details: { reason: error instanceof Error ? error.name : 'unknown' } };
    // A disk that is full now may have room later: from the last batch on, the import can be resumed.
    end(run, code === null ? 'failed' : 'paused');
  } finally {
    run.parser.close();
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
async function readWith(run: Run, preparer: RowPreparer): Promise<JobState> {
  const { plan, path, progress, parser } = run;
  const opened = await parser.open(path, plan.settings, progress.checkpoint ?? undefined);
  if (!opened.ok) return failedWith(run, opened.error);
  const file = opened.value;
  let reading = file.next(run.batch);
  let preparing: PreparedBatch | null = null;
  for (;;) {
    const batch = await reading;
    if (run.stop !== null) return run.stop;
    if (batch.ok && !batch.value.done) reading = file.next(run.batch);
    const next: PreparedBatch | null = batch.ok ? prepared(preparer, batch.value) : null;
    const stopped = preparing === null ? null : await write(run, preparing);
    if (stopped !== null) return stopped;
    if (!batch.ok) return failedWith(run, batch.error);
    preparing = next;
    if (!batch.value.done) continue;
    if (run.stop !== null) return run.stop;
    const last = next === null ? null : await write(run, next);
    return last ?? mergeIndex(run);
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
function prepared(preparer: RowPreparer, batch: Batch): PreparedBatch {
  const rows = preparer.prepare(batch.rows);
  rows.catch(() => undefined);
  return { batch, rows };
}

async function write(run: Run, batch: PreparedBatch): Promise<JobState | null> {
  const ended = await writeBatch(run, batch);
  if (ended !== null) return ended;
  report(run);
  await new Promise<void>((resolve) => setImmediate(resolve));
  return null;
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

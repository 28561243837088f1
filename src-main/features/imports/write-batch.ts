// Writes one batch: the files inside its rows are sealed first, then rows, files and the place reached are one commit.

import type { ImportCounts } from '@shared/features/imports/imports.contract';
import type { Rejection } from '@shared/features/imports/mapping';
import { ok } from '@shared/core/result';
import type { Sealed } from '../../blobs';
import type { Tables } from '../../db';
import type { Batch, EnclosedFile } from '../../import';
import { countFiles, countRow, filesOf } from './dry-run';
import { insertRejection, saveProgress } from './imports.sql';
import type { Progress } from './job';
import { keepLikeness } from './likenesses';
import type { PreparedRow } from './prepared-row';
import { createRowTaker } from './row-taker';
import { failedWith, type JobState, type Run } from './run';
import { sealedOf, sealFiles, type SealedFiles } from './seal-files';
import type { RowWriter } from './write-row';

export interface PreparedBatch {
  readonly batch: Batch;
  readonly rows: Promise<readonly PreparedRow[]>;
}

const LEAST_BATCH = 20;
const MOST_BATCH = 10_000;

/** Null when the batch is written; otherwise nothing of it is, and how the import ends. */
export async function writeBatch(run: Run, { batch, rows }: PreparedBatch): Promise<JobState | null> {
  const { deps, parser, path, plan, id } = run;
  const prepared = await rows;
  const isStopped = (): boolean => run.stop !== null;
  const sealing = { parser, path, settings: plan.settings, files: deps.files, db: deps.context.db, tag: id, isStopped };
  const sealed = await sealFiles(batch.rows, { ...sealing, wanted: wantedFiles(run, batch, prepared) });
  if (!sealed.ok) return failedWith(run, sealed.error);
  try {
    if (run.stop !== null) return run.stop;
    commitBatch(run, batch, { rows: prepared, sealed: sealed.value });
    return null;
  } finally {
    deps.files.discard(deps.context.db, sealedOf(sealed.value));
  }
}

/** By row: only what will be kept is sealed. Found out by the very steps that follow, without writing. */
function wantedFiles(
  { plan, preparing, deps, fileTaker }: Run,
  batch: Batch,
  rows: readonly PreparedRow[],
): ReadonlyMap<number, readonly number[]> {
  const { db } = deps.context;
  const enclosed = filesOf(batch.rows);
  const wanted = new Map<number, readonly number[]>();
  if (enclosed.size === 0) return wanted;
  const taker = createRowTaker(plan, { db, country: preparing.options.country, wasErased: deps.wasErased });
  for (const row of rows) {
    const taken = taker.take(row, null);
    const files = enclosed.get(row.row);
    if (taken.ok && files !== undefined) wanted.set(row.row, fileTaker.wanted({ files, owner: taken.value.owner }, db));
  }
  return wanted;
}

interface Made {
  readonly rows: readonly PreparedRow[];
  readonly sealed: SealedFiles;
}

/** The rows and the place reached are one commit: after a crash nothing is read twice and nothing is left out. */
function commitBatch(run: Run, batch: Batch, { rows, sealed }: Made): void {
  const { deps, progress } = run;
  const { checkpoint, bytesRead, bytesTotal } = batch;
  const enclosed = filesOf(batch.rows);
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
      deps.files.atOnce(() => {
        for (const row of rows) {
          const files = { files: enclosed.get(row.row) ?? [], sealed: sealed.get(row.row) ?? new Map() };
          writeRow(run, { row, ...files, counts: next.counts }, writer);
        }
      });
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

interface RowToWrite {
  readonly row: PreparedRow;
  readonly files: readonly EnclosedFile[];
  readonly sealed: ReadonlyMap<number, Sealed>;
  readonly counts: ImportCounts;
}

function writeRow(run: Run, { row, files, sealed, counts }: RowToWrite, writer: RowWriter): void {
  const { context: work } = writer;
  const taken = run.taker.take(row, writer);
  countRow(counts, taken);
  if (!taken.ok) return void work.db.run(insertRejection(rejectionOf(run, row, taken.error)));
  if ('recognition' in row) keepLikeness(work, { jobId: run.id, row: row.row, recognition: row.recognition });
  const kept = run.fileTaker.keep({ files, owner: taken.value.owner }, sealed, work);
  countFiles(counts, kept);
  if (kept.refused.length > 0) work.db.run(insertRejection(rejectionOf(run, row, kept.refused)));
}

/** Only the place and the reasons are kept: what stood in the row stays in its file. */
function rejectionOf(
  { deps, id }: Run,
  { row }: PreparedRow,
  reasons: readonly Rejection[],
): Tables['import_rejection'] {
  const told = reasons.map(({ code, column, file }) => ({ code, column, file }));
  return { id: deps.context.ids(), job_id: id, row, reasons: JSON.stringify(told) };
}

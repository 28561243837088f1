// A job as people see it: its row, and while it runs what it said last.

import { z } from 'zod';
import { JobProgress, type JobStatus } from '@shared/features/jobs/jobs.contract';
import type { JobRow } from './jobs.sql';

export interface Live {
  readonly progress: JobProgress | null;
  readonly ending: boolean;
  readonly secondsLeft: number | null;
}

const Kept = z.object({ code: z.string(), details: z.record(z.string(), z.unknown()).optional() });

export function statusOf(row: JobRow, live?: Live): JobStatus {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    userId: row.user_id,
    progress: live?.progress ?? (row.progress === null ? null : JobProgress.parse(JSON.parse(row.progress))),
    secondsLeft: live?.secondsLeft ?? null,
    ending: live?.ending ?? false,
    result: row.result === null ? null : (JSON.parse(row.result) as unknown),
    failure: row.failure === null ? null : Kept.parse(JSON.parse(row.failure)),
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}

const SURE_AFTER_MS = 1500;

/** By the pace since `since`; null while that says little. */
export function secondsLeft(progress: JobProgress | null, since: { at: number; done: number }, now: number) {
  if (progress === null || progress.total === null) return null;
  const [took, done] = [now - since.at, progress.done - since.done];
  if (took < SURE_AFTER_MS || done <= 0) return null;
  return Math.max(0, Math.round(((progress.total - progress.done) * took) / done / 1000));
}

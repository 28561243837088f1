// What is kept of an import on this device: the plan it was started with and how far it has come.

import { basename } from 'node:path';
import { z } from 'zod';
import {
  ColumnMapping,
  ImportCounts,
  duplicatePolicies,
  existingPolicies,
  type ImportStatus,
} from '@shared/features/imports/imports.contract';
import type { Tables } from '../../db';
import { ReadSettings } from '../../import';

export const StoredPlan = z.object({
  settings: ReadSettings,
  headers: z.array(z.string()),
  mapping: ColumnMapping,
  dateOrder: z.enum(['ymd', 'dmy', 'mdy']),
  existing: z.enum(existingPolicies),
  /** Imports begun before there was a choice took every row for new. */
  duplicates: z.enum(duplicatePolicies).default('create'),
});
export type StoredPlan = z.infer<typeof StoredPlan>;

export const Progress = z.object({
  checkpoint: z.object({ row: z.number(), at: z.string() }).nullable(),
  counts: ImportCounts,
  total: z.number().nullable(),
  bytesRead: z.number(),
  bytesTotal: z.number(),
  failure: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()).optional() }).nullable(),
});
export type Progress = z.infer<typeof Progress>;

export const noCounts = (): ImportCounts => ({
  read: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  duplicates: 0,
  rejected: 0,
  reasons: {},
});

export interface Pace {
  readonly rowsPerSecond: number | null;
}

/** `running` without a runner is an import that a crash or a lock stopped: it can be resumed, so it shows as paused. */
export function statusOf(
  row: Tables['import_job'],
  { isRunning, undone, rowsPerSecond }: { isRunning: boolean; undone: boolean } & Pace,
): ImportStatus {
  const progress = Progress.parse(JSON.parse(row.progress));
  const state = row.state === 'running' && !isRunning ? 'paused' : row.state;
  return {
    id: row.id,
    state,
    into: StoredPlan.parse(JSON.parse(row.plan)).mapping.into,
    fileName: basename(row.file_path),
    counts: progress.counts,
    total: progress.total,
    rowsPerSecond,
    secondsLeft: secondsLeft(progress, rowsPerSecond),
    rejectedFile: null,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    failure: progress.failure,
    undone: undone && progress.counts.created + progress.counts.updated + progress.counts.duplicates > 0,
  };
}

/** By rows when their number is known, by bytes otherwise. */
function secondsLeft({ counts, total, bytesRead, bytesTotal }: Progress, rowsPerSecond: number | null): number | null {
  if (rowsPerSecond === null || rowsPerSecond === 0 || counts.read === 0) return null;
  const whole = total ?? (bytesRead === 0 ? null : (counts.read * bytesTotal) / bytesRead);
  return whole === null ? null : Math.max(0, Math.round((whole - counts.read) / rowsPerSecond));
}

// What is kept of an import on this device: the plan it was started with and how far it has come.

import { basename } from 'node:path';
import { z } from 'zod';
import { CountedNames } from '@shared/features/duplicates/name-statistics';
import {
  ColumnMapping,
  ImportCounts,
  duplicatePolicies,
  existingPolicies,
  type ImportStatus,
} from '@shared/features/imports/imports.contract';
import type { Tables } from '../../db';
import { ReadSettings } from '../../import';

const Begun = z.object({
  /** Of the base, with the rows of the file. */
  people: z.number(),
  /** The last of the search index. */
  document: z.number(),
  /** How common names are in the file. */
  names: CountedNames,
});

export const StoredPlan = z.object({
  settings: ReadSettings,
  headers: z.array(z.string()),
  mapping: ColumnMapping,
  dateOrder: z.enum(['ymd', 'dmy', 'mdy']),
  existing: z.enum(existingPolicies),
  /** Imports begun before there was a choice took every row for new. */
  duplicates: z.enum(duplicatePolicies).default('create'),
  /** The base when the import began, with which its rows are compared. */
  begun: Begun.default({ people: 0, document: 0, names: { parties: 0, codes: {}, texts: [] } }),
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
  attachments: 0,
  attachmentsRejected: 0,
  reasons: {},
});

export interface Pace {
  readonly rowsPerSecond: number | null;
}

export const mayChange = ({ existing, mapping }: Pick<StoredPlan, 'existing' | 'mapping'>): boolean =>
  existing !== 'skip' || mapping.columns.some(({ rule }) => rule !== undefined && rule !== 'skip');

/** `running` without a runner is an import that a crash or a lock stopped: it can be resumed, so it shows as paused. */
export function statusOf(
  row: Tables['import_job'],
  { isRunning, undone, hasAlike, rowsPerSecond }: { isRunning: boolean; undone: boolean; hasAlike: boolean } & Pace,
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
    hasAlike,
  };
}

/** By rows when their number is known, by bytes otherwise. */
function secondsLeft({ counts, total, bytesRead, bytesTotal }: Progress, rowsPerSecond: number | null): number | null {
  if (rowsPerSecond === null || rowsPerSecond === 0 || counts.read === 0) return null;
  const whole = total ?? (bytesRead === 0 ? null : (counts.read * bytesTotal) / bytesRead);
  return whole === null ? null : Math.max(0, Math.round((whole - counts.read) / rowsPerSecond));
}

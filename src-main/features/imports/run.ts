// An import under way: what it was started with, how far it has come, and what its parts share.

import type { ImportStatus } from '@shared/features/imports/imports.contract';
import type { ActionContext } from '../../core/context';
import type { Tables } from '../../db';
import type { ForkParser, Parser } from '../../import';
import type { EnclosedFiles } from '../attachments';
import type { ErasedCheck } from '../erasure';
import type { PartyProjectionState } from '../parties';
import type { Progress, StoredPlan } from './job';
import type { PreparingPlan, StartPreparer } from './prepared-row';
import type { RowTaker } from './row-taker';
import type { FileTaker } from './take-files';

export interface RunnerDeps {
  readonly fork: ForkParser;
  readonly startPreparer: StartPreparer;
  readonly wasErased: ErasedCheck;
  readonly context: ActionContext;
  readonly state: PartyProjectionState;
  readonly files: EnclosedFiles;
  readonly onProgress: (status: ImportStatus) => void;
  /** How long one batch may keep the engine busy, ms. */
  readonly batchMs: number;
}

export type StopAs = 'paused' | 'cancelled';
export type JobState = Tables['import_job']['state'];

export interface Run {
  readonly deps: RunnerDeps;
  readonly id: string;
  readonly plan: StoredPlan;
  readonly path: string;
  readonly parser: Parser;
  readonly progress: Progress;
  readonly preparing: PreparingPlan;
  readonly taker: RowTaker;
  readonly fileTaker: FileTaker;
  readonly organisations: Map<string, string>;
  readonly startedAt: number;
  rowsAtStart: number;
  batch: number;
  reportedAt: number;
  stop: StopAs | null;
}

/** How an import ends that cannot go on; what happened is told in its status. */
export function failedWith(
  run: Run,
  failure: { readonly code: string; readonly details?: Readonly<Record<string, unknown>> },
): JobState {
  run.progress.failure = { code: failure.code, details: { ...failure.details } };
  return 'failed';
}

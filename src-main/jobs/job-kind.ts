// What a kind of long work declares, and what it is given while it runs.

import type { z } from 'zod';
import type { JobProgress } from '@shared/features/jobs/jobs.contract';
import type { Schedule } from '@shared/features/jobs/schedule';
import type { Id } from '@shared/core/ids';
import type { Permission } from '@shared/core/permissions';
import type { Failure, Result } from '@shared/core/result';
import type { Sealing } from '../keys';
import type { ActionContext } from '../core/context';

export interface JobKind<Input = unknown, Output = unknown> {
  /** `<noun>.<verb>`; its words are `jobs.kind.<name>`. */
  readonly name: string;
  /** Needed to ask for it, and still needed when its turn comes. */
  readonly permission: Permission;
  /** The input as it is kept while the job waits: JSON, and checked again when its turn comes. */
  readonly input: z.ZodType<Input>;
  /** The codes it may fail with; each has words under `errors.<code>`. */
  readonly errors: readonly string[];
  /**
   * When the base is locked or the program ends in the middle: `resume` starts it again with its last checkpoint at the next
   * unlock, `fail` leaves it failed with `jobs.interrupted`.
   */
  readonly interrupted: 'resume' | 'fail';
  /** Looks over the whole base, whoever asks: its result tells nobody more than that it is done. */
  readonly whole?: true;
  /** Runs by itself with an empty input until the office chooses otherwise, as a system actor with these permissions. */
  readonly scheduled?: { readonly by: Schedule; readonly permissions: readonly Permission[] };
  /** Ends early when `run.signal` is aborted: by answering any failure or by throwing, as `run.breathe` does. */
  run(run: JobRun, input: Input): Promise<Result<Output, Failure>>;
}

export interface JobRun {
  readonly id: Id;
  /** Commits and local writes as whoever asked, recorded under the kind's name. */
  readonly context: ActionContext;
  readonly signal: AbortSignal;
  /** What `saveCheckpoint` kept before an interruption; null in a first run. */
  readonly checkpoint: unknown;
  /** As often as you like: windows hear of it four times a second at most. */
  progress(progress: { readonly done: number; readonly total?: number; readonly note?: string }): void;
  /** What was told last, by the job itself or by its thread. */
  latest(): JobProgress | null;
  /** Durable on return. JSON. */
  saveCheckpoint(checkpoint: unknown): void;
  /** To be awaited between slices of at most 40 ms, so that windows are answered. Throws when the job is to end. */
  breathe(): Promise<void>;
  /** Runs a task of `engine/thread-tasks.ts` on a thread with a connection of its own; its progress becomes the job's. */
  inThread<Output>(task: string, input: unknown, target?: ThreadTarget): Promise<Result<Output, Failure>>;
}

/** Heavy reading and copying, away from the engine's own thread. */
export interface ThreadTask<Input = unknown, Output = unknown> {
  readonly name: string;
  run(thread: TaskThread, input: Input): Result<Output, Failure> | Promise<Result<Output, Failure>>;
}

/** The database a thread works on: that of the open base unless another is named. */
export interface ThreadTarget {
  readonly file: string;
  /** 48 raw bytes; stays the caller's, the thread gets a copy. */
  readonly key: Uint8Array;
  /** Keys of sealed values, where the task reads what people are shown. */
  readonly sealing?: Sealing | undefined;
}

/** Runs a named task away from the caller. */
export type RunThreadTask = (task: string, input: unknown, options: ThreadOptions) => Promise<Result<unknown, Failure>>;

export interface ThreadOptions {
  readonly target?: ThreadTarget | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: JobProgress) => void;
}

export interface TaskThread {
  /** Opened at the first use. Sees one consistent state for as long as a statement runs; cannot write. */
  readonly db: ActionContext['db'];
  readonly databaseFile: string;
  /** 48 raw bytes, for another connection; stays the thread's, which overwrites it. */
  readonly key: Uint8Array;
  readonly sealing?: Sealing | undefined;
  progress(progress: { readonly done: number; readonly total?: number; readonly note?: string }): void;
  /** To be asked between steps; then answer any failure. */
  isCancelled(): boolean;
}

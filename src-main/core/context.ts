// What a handler is given, by the kind of its operation. A query gets a connection that cannot write; the type says so.

import type { Clock } from '@shared/core/clock';
import type { Contract, HandlersOf } from '@shared/core/contract';
import type { IdMaker } from '@shared/core/ids';
import type { Reading } from '@shared/core/reads';
import type { Result } from '@shared/core/result';
import type { JobStatus } from '@shared/features/jobs/jobs.contract';
import type { Actor } from '../access';
import type { Query, ReadDb, WriteDb } from '../db';
import type { Work } from '../ledger';

export interface QueryContext {
  readonly db: ReadDb;
  readonly actor: Actor;
  readonly clock: Clock;
  /** Only the record that was opened in an emergency is read; it is not to be changed. */
  readonly emergency?: boolean;
}

export interface CommandContext {
  readonly db: WriteDb;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly ids: IdMaker;
  /** The instant of the operation, ms UTC: every row it writes bears the same. */
  readonly at: number;
  readonly because: Work['because'];
}

/** What a protected operation was allowed by: its request, and the most records it may touch. */
export interface Permit {
  readonly id: string;
  readonly most: number;
}

export interface ActionContext extends QueryContext {
  readonly ids: IdMaker;
  /** Of a protected operation that needed approval; null otherwise. Used up by the first commit or job. */
  readonly permit: Permit | null;
  /** Writes to a table that never leaves this device and carries no history (drafts, jobs); durable on return. */
  local(query: Query): number;
  /** Queues long work of a kind in `engine/job-kinds.ts` as the caller; the jobs operations tell how it goes. */
  startJob(kind: string, input: unknown): StartedJob;
  /** Writes down who is about to be given out, before a file leaves the base; durable on return. */
  noteReading(reading: Reading, workId?: string): void;
  /** Runs one unit of work under the action's own name; `options` join it to others or say what it undoes. */
  commit<T, E>(work: (work: Work & CommandContext) => Result<T, E>, options?: CommitOptions): Result<T, E>;
}

export interface StartedJob {
  readonly id: string;
  /** Its end: done, failed or cancelled; or waiting again, when the base is locked first. */
  readonly ended: Promise<JobStatus>;
}

export interface CommitOptions {
  readonly reason?: string;
  readonly groupId?: string;
  readonly undoesId?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly always?: boolean;
}

/** The handlers a feature's service must supply for its contract. */
export type Handlers<C extends Contract> = HandlersOf<C, QueryContext, CommandContext, ActionContext>;

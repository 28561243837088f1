// The desk where imports are worked on: one at a time, tried or running, to be paused, stopped and taken up again.

import { basename } from 'node:path';
import { importsContract, type ImportPlan, type ImportStatus } from '@shared/features/imports/imports.contract';
import type { Answer } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { ActionContext } from '../../core/context';
import { declared } from '../../core/declared';
import type { ReadDb, Tables } from '../../db';
import type { ErasureNote } from '../../blobs';
import type { ForkParser } from '../../import';
import type { EnclosedFiles } from '../attachments';
import { createErasedCheck } from '../erasure';
import type { PartyProjectionState } from '../parties';
import { dryRun } from './dry-run';
import { sameFile } from './file-mark';
import * as statements from './imports.sql';
import { hasAlike } from './likenesses';
import { statusOf } from './job';
import { prepareJob } from './prepare';
import { prepareInLine, type StartPreparer } from './prepared-row';
import type { StopAs } from './run';
import { startRunner, type Runner } from './runner';

export interface ImportsDeps {
  /** Starts a parser process; it gets neither key nor database. */
  readonly fork: ForkParser;
  /** The path behind a token that the person's file dialog gave, or undefined when nobody chose such a file. */
  readonly resolveFile: (token: string) => string | undefined;
  readonly onProgress: (status: ImportStatus) => void;
  /** Starts the making ready of one import's rows; in line when there is nobody beside. */
  readonly startPreparer?: StartPreparer;
  /** How long one batch may keep the engine busy, ms: short where windows wait, longer on the command line. */
  readonly batchMs?: number;
}

export interface EngineAccess {
  readonly state: PartyProjectionState;
  /** A context for the running import as the signed-in user, recorded under the given command. */
  readonly context: (command: string) => ActionContext;
  readonly files: EnclosedFiles;
  /** Who was erased, as the open base remembers it. */
  readonly erasures: () => readonly ErasureNote[];
}

const BATCH_MS = 40;
const codes = importsContract.operations;
type Ops = typeof codes;

export class ImportDesk {
  readonly #deps: ImportsDeps;
  readonly #engine: EngineAccess;
  #runner: Runner | null = null;
  #trial: { cancelled: boolean } | null = null;

  constructor(deps: ImportsDeps, engine: EngineAccess) {
    this.#deps = deps;
    this.#engine = engine;
  }

  async tryOut(context: ActionContext, plan: ImportPlan): Promise<Answer<Ops['dryRun']>> {
    if (this.#isBusy()) return fail('import.busy');
    const path = this.#deps.resolveFile(plan.file);
    if (path === undefined) return fail('import.file-missing');
    const trial = { cancelled: false };
    this.#trial = trial;
    try {
      const { fork, startPreparer = prepareInLine } = this.#deps;
      const tried = await dryRun(context, plan, {
        path,
        fork,
        startPreparer,
        files: this.#engine.files,
        isCancelled: () => trial.cancelled,
        wasErased: createErasedCheck(this.#engine.erasures()),
      });
      return tried.ok ? tried : declared(codes.dryRun.errors, tried.error);
    } finally {
      this.#trial = null;
    }
  }

  async start(context: ActionContext, plan: ImportPlan): Promise<Answer<Ops['start']>> {
    if (this.#isBusy()) return fail('import.busy');
    const path = this.#deps.resolveFile(plan.file);
    if (path === undefined) return fail('import.file-missing');
    const unfinished = unfinishedOf(context.db, path);
    if (unfinished !== undefined) return fail('imports.unfinished', { id: unfinished.id, name: basename(path) });
    const prepared = await prepareJob(context, plan, { path, fork: this.#deps.fork });
    if (!prepared.ok) return declared(codes.start.errors, prepared.error);
    if (this.#isBusy()) return fail('import.busy');
    this.#run(prepared.value.id);
    return ok({ id: prepared.value.id });
  }

  async resume(context: ActionContext, id: string): Promise<Answer<Ops['resume']>> {
    const job = context.db.first(statements.selectJob({ id }));
    if (job === undefined) return fail('imports.not-found', { id });
    if (this.#isBusy()) return fail('import.busy');
    if (job.state !== 'paused' && job.state !== 'running') return fail('imports.not-paused');
    const same = sameFile(job);
    if (same !== 'same') return same === 'missing' ? fail('import.file-missing') : fail('import.file-changed');
    context.local(statements.updateJob(id, { state: 'running' }));
    this.#run(id);
    return ok({});
  }

  /** Without an id, the trial under way. */
  async cancel(context: ActionContext, id: string | undefined): Promise<Answer<Ops['cancel']>> {
    if (id === undefined) {
      if (this.#trial !== null) this.#trial.cancelled = true;
      return ok({});
    }
    if (await this.stop(id, 'cancelled')) return ok({});
    const job = context.db.first(statements.selectJob({ id }));
    if (job === undefined) return fail('imports.not-found', { id });
    if (job.state === 'paused' || job.state === 'running') {
      context.local(statements.updateJob(id, { state: 'cancelled', finished_at: context.clock.now() }));
    }
    return ok({});
  }

  /** Whether the import was running. */
  async stop(id: string, as: StopAs): Promise<boolean> {
    if (this.#runner?.id !== id) return false;
    await this.#runner.stop(as);
    return true;
  }

  statusOf(db: ReadDb, job: Tables['import_job']): ImportStatus {
    if (this.#runner?.id === job.id) return this.#runner.status();
    const standing = db.first(statements.selectStandingOperation({ group: job.id }));
    return statusOf(job, {
      isRunning: false,
      undone: standing === undefined && job.state !== 'running',
      hasAlike: hasAlike(db, job.id),
      rowsPerSecond: null,
    });
  }

  async close(): Promise<void> {
    if (this.#trial !== null) this.#trial.cancelled = true;
    await this.#runner?.stop('paused');
  }

  #isBusy(): boolean {
    return this.#runner !== null || this.#trial !== null;
  }

  #run(id: string): void {
    const { fork, onProgress, startPreparer = prepareInLine, batchMs = BATCH_MS } = this.#deps;
    const context = this.#engine.context('imports.run');
    const { state, files } = this.#engine;
    const wasErased = createErasedCheck(this.#engine.erasures());
    const told = { onProgress, batchMs, wasErased };
    const runner = startRunner({ fork, startPreparer, context, state, files, ...told }, id);
    this.#runner = runner;
    void runner.finished.finally(() => {
      if (this.#runner === runner) this.#runner = null;
    });
  }
}

/** An import of the very same file that stopped half-way: beginning anew would bring its first rows in twice. */
const unfinishedOf = (db: ReadDb, path: string): Tables['import_job'] | undefined =>
  db.all(statements.selectUnfinished({ path })).find((job) => sameFile(job) === 'same');

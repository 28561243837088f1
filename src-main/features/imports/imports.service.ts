// Imports: looking at a file, trying it without writing, running it in pausable batches, keeping what was rejected.

import { importsContract, type ImportStatus } from '@shared/features/imports/imports.contract';
import { fail, ok } from '@shared/core/result';
import type { ActionContext, Handlers } from '../../core/context';
import { declared } from '../../core/declared';
import type { ReadDb, Tables } from '../../db';
import type { ForkParser } from '../../import';
import type { PartyProjectionState } from '../parties';
import { dryRun } from './dry-run';
import { sameFile } from './file-mark';
import { inspectFile } from './inspect-file';
import * as statements from './imports.sql';
import { statusOf } from './job';
import { prepareJob } from './prepare';
import { startRunner, type Runner } from './runner';
import { saveRejected } from './save-rejected';

export interface ImportsDeps {
  /** Starts a parser process; it gets neither key nor database. */
  readonly fork: ForkParser;
  /** The path behind a token that the person's file dialog gave, or undefined when nobody chose such a file. */
  readonly resolveFile: (token: string) => string | undefined;
  readonly onProgress: (status: ImportStatus) => void;
  /** How long one batch may keep the engine busy, ms: short where windows wait, longer on the command line. */
  readonly batchMs?: number;
}

export interface EngineAccess {
  readonly state: PartyProjectionState;
  /** A context for the running import as the signed-in user, recorded under the given command. */
  readonly context: (command: string) => ActionContext;
}

export interface Imports {
  readonly handlers: Handlers<typeof importsContract>;
  /** Stops a running import where it is; it can be resumed after the next unlock. */
  close(): Promise<void>;
}

const BATCH_MS = 40;
const codes = importsContract.operations;

export function createImportsService(deps: ImportsDeps, engine: EngineAccess): Imports {
  const held: { runner: Runner | null; trying: { cancelled: boolean } | null } = { runner: null, trying: null };
  const run = (id: string): void => {
    const runner = startRunner(
      { fork: deps.fork, context: engine.context('imports.run'), state: engine.state, onProgress: deps.onProgress, batchMs: deps.batchMs ?? BATCH_MS },
      id,
    );
    held.runner = runner;
    void runner.finished.then(() => {
      held.runner = held.runner === runner ? null : held.runner;
    });
  };
  const statusFor = (db: ReadDb, job: Tables['import_job']): ImportStatus => {
    if (held.runner?.id === job.id) return held.runner.status();
    const standing = db.first(statements.selectStandingOperation({ group: job.id }));
    return statusOf(job, { isRunning: false, undone: standing === undefined && job.state !== 'running', rowsPerSecond: null });
  };
  const stopRunning = async (id: string, as: 'paused' | 'cancelled'): Promise<boolean> => {
    if (held.runner?.id !== id) return false;
    await held.runner.stop(as);
    return true;
  };
  const handlers: Handlers<typeof importsContract> = {
    async inspect(context, { file, read }) {
      const path = deps.resolveFile(file);
      if (path === undefined) return fail('import.file-missing');
      const inspected = await inspectFile(context, { path, read, fork: deps.fork });
      return inspected.ok ? inspected : declared(codes.inspect.errors, inspected.error);
    },
    async dryRun(context, plan) {
      if (held.runner !== null || held.trying !== null) return fail('import.busy');
      const path = deps.resolveFile(plan.file);
      if (path === undefined) return fail('import.file-missing');
      const trying = { cancelled: false };
      held.trying = trying;
      try {
        const tried = await dryRun(context, plan, { path, fork: deps.fork, isCancelled: () => trying.cancelled });
        return tried.ok ? tried : declared(codes.dryRun.errors, tried.error);
      } finally {
        held.trying = null;
      }
    },
    async start(context, plan) {
      if (held.runner !== null || held.trying !== null) return fail('import.busy');
      const path = deps.resolveFile(plan.file);
      if (path === undefined) return fail('import.file-missing');
      const prepared = await prepareJob(context, plan, { path, fork: deps.fork });
      if (!prepared.ok) return declared(codes.start.errors, prepared.error);
      run(prepared.value.id);
      return ok({ id: prepared.value.id });
    },
    pause: async (_, { id }) => ((await stopRunning(id, 'paused')) ? ok({}) : fail('imports.not-running')),
    async resume(context, { id }) {
      const job = context.db.first(statements.selectJob({ id }));
      if (job === undefined) return fail('imports.not-found', { id });
      if (held.runner !== null || held.trying !== null) return fail('import.busy');
      if (job.state !== 'paused' && job.state !== 'running') return fail('imports.not-paused');
      const same = sameFile(job);
      if (same !== 'same') return same === 'missing' ? fail('import.file-missing') : fail('import.file-changed');
      context.local(statements.updateJob(id, { state: 'running' }));
      run(id);
      return ok({});
    },
    async cancel(context, { id }) {
      if (id === undefined) {
        if (held.trying !== null) held.trying.cancelled = true;
        return ok({});
      }
      if (await stopRunning(id, 'cancelled')) return ok({});
      const job = context.db.first(statements.selectJob({ id }));
      if (job === undefined) return fail('imports.not-found', { id });
      if (job.state === 'paused' || job.state === 'running') {
        context.local(statements.updateJob(id, { state: 'cancelled', finished_at: context.clock.now() }));
      }
      return ok({});
    },
    list: ({ db }) => ok({ imports: db.all(statements.selectJobs({})).map((job) => statusFor(db, job)) }),
    get({ db }, { id }) {
      const job = db.first(statements.selectJob({ id }));
      return job === undefined ? fail('imports.not-found', { id }) : ok(statusFor(db, job));
    },
    async saveRejected(context, { id, file }) {
      const job = context.db.first(statements.selectJob({ id }));
      if (job === undefined) return fail('imports.not-found', { id });
      const target = deps.resolveFile(file);
      if (target === undefined) return fail('import.file-missing');
      const saved = await saveRejected(context, job, { target, fork: deps.fork });
      return saved.ok ? saved : declared(codes.saveRejected.errors, saved.error);
    },
    forgetMapping: ({ db }, { id }) => (db.run(statements.deleteMapping(id)) === 0 ? fail('imports.mapping-not-found') : ok({})),
  };
  return {
    handlers,
    async close() {
      if (held.trying !== null) held.trying.cancelled = true;
      await held.runner?.stop('paused');
    },
  };
}

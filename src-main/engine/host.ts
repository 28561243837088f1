// An engine with its threads and its log, as the desktop's engine process and the command line run it.

import { totalmem } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@shared/core/clock';
import type { ImportStatus } from '@shared/features/imports/imports.contract';
import type { JobStatus } from '@shared/features/jobs/jobs.contract';
import type { ForkParser } from '../import';
import { calibrate, systemKdf, systemRandom, type KdfCost } from '../keys';
import type { Committed } from '../ledger';
import type { Base } from './base';
import { createEngine, type Engine } from './engine';
import { createLog, type Log } from './log';
import { preparingThreads } from './preparing-thread';
import { createTaskThreads } from './task-thread';
import { startThreads, type Threads } from './threads';

export interface HostDeps {
  readonly folder: string;
  readonly version: string;
  /** Where the built scripts lie; reader threads are started from there. */
  readonly scriptsFolder: string;
  readonly fork: ForkParser;
  readonly resolveFile: (token: string) => string | undefined;
  /** How long one import batch may keep the engine busy, ms. */
  readonly importBatchMs?: number;
  readonly onCommitted?: (committed: Committed) => void;
  readonly onImport?: (status: ImportStatus) => void;
  readonly onJob?: (status: JobStatus) => void;
  /** Takes up interrupted jobs and runs scheduled ones. */
  readonly background?: boolean;
  readonly onUnlocked?: () => void;
  readonly onLocked?: () => void;
}

export interface HostedEngine {
  readonly engine: Engine;
  readonly log: Log;
  close(): Promise<void>;
}

const clock: Clock = { now: () => Date.now() };

export function hostEngine(deps: HostDeps): HostedEngine {
  const log = createLog(join(deps.folder, 'logs'), { clock, random: systemRandom });
  const threads = createThreadHolder();
  const tasks = createTaskThreads(deps.scriptsFolder);
  const engine: Engine = createEngine({
    folder: deps.folder,
    version: deps.version,
    clock,
    random: systemRandom,
    keyring: { kdf: systemKdf, cost: costOfThisMachine() },
    imports: importsDeps(deps, () => openBase(engine)),
    jobs: {
      onThread: tasks.run,
      onProgress: (status) => deps.onJob?.(status),
      background: deps.background ?? false,
    },
    longQuery: (op, input, actor) => threads.current()?.longQuery(op, input, actor),
    onCommitted(committed) {
      threads.current()?.requestCheckpoint();
      deps.onCommitted?.(committed);
    },
    onUnlocked(base) {
      threads.start(base, deps.scriptsFolder);
      deps.onUnlocked?.();
    },
    onSealed: () => threads.current()?.tellSealing(),
    beforeLock: threads.end,
    onLocked: () => deps.onLocked?.(),
    report: (op, error) => log.report(op, error),
  });
  return {
    engine,
    log,
    async close() {
      await engine.jobs.close();
      await Promise.all([threads.end(), tasks.close()]);
      await engine.close();
    },
  };
}

function openBase(engine: Engine): Base {
  const base = engine.base();
  if (base === null) throw new Error('no base is open');
  return base;
}

const importsDeps = ({ fork, resolveFile, scriptsFolder, onImport, importBatchMs }: HostDeps, base: () => Base) => ({
  fork,
  startPreparer: preparingThreads(scriptsFolder, base),
  resolveFile,
  onProgress: (status: ImportStatus): void => onImport?.(status),
  ...(importBatchMs === undefined ? {} : { batchMs: importBatchMs }),
});

/** Measured when a passphrase is first chosen, and once per process: it takes as long as an unlock or two. */
function costOfThisMachine(): () => Promise<KdfCost> {
  const measured: { cost?: Promise<KdfCost> } = {};
  const stopwatch: Clock = { now: () => performance.now() };
  const memoryLimitKiB = totalmem() / 1024 / 8;
  return () =>
    (measured.cost ??= calibrate({
      kdf: systemKdf,
      clock: stopwatch,
      random: systemRandom,
      memoryLimitKiB,
    }));
}

/** The threads of the base that is open now; ending them is waited for, however often it is asked. */
function createThreadHolder() {
  const held: { threads: Threads | null; ending: Promise<void> } = {
    threads: null,
    ending: Promise.resolve(),
  };
  return {
    current: () => held.threads,
    start(base: Base, scriptsFolder: string): void {
      held.threads = startThreads(base, scriptsFolder);
    },
    end(): Promise<void> {
      const { threads } = held;
      held.threads = null;
      held.ending = held.ending.then(() => threads?.close());
      return held.ending;
    },
  };
}

// The desk where long work is asked for, waits its turn, runs, is ended and taken up again after an interruption.

import type { JobSchedule, JobStatus } from '@shared/features/jobs/jobs.contract';
import type { Clock } from '@shared/core/clock';
import type { IdMaker } from '@shared/core/ids';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { systemActor, type Actor } from '../access';
import type { ActionContext, StartedJob } from '../core/context';
import type { ReadDb, WriteDb } from '../db';
import { jobEnds, type JobEnds } from './job-ends';
import type { JobKind, RunThreadTask } from './job-kind';
import { statusOf } from './job-status';
import * as statements from './jobs.sql';
import { interruptedAs, runJob, type EndAs, type RunningJob } from './running-job';
import { chooseSchedule, dueSchedules, schedulesOf, type ScheduleChoice } from './schedules';

/** The open base as jobs need it. */
export interface JobBase {
  readonly read: ReadDb;
  readonly write: WriteDb;
}

export interface JobDeskDeps {
  readonly kinds: readonly JobKind[];
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly base: () => JobBase | null;
  /** `whole`: reads the base as it is stored, not as the actor sees it. */
  readonly context: (command: string, acting: { readonly actor: Actor; readonly whole?: boolean }) => ActionContext;
  /** The user with the rights of today; null when they are no longer one. */
  readonly actorOf: (userId: string) => Actor | null;
  readonly timeZone: () => string;
  readonly inThread: RunThreadTask;
  /** Every change of state, and progress four times a second. */
  readonly onProgress: (status: JobStatus) => void;
  readonly report: (kind: string, error: unknown) => string;
  /** Takes up what was interrupted and runs what is scheduled: where people work, not for one command of the command line. */
  readonly background: boolean;
}

export interface JobDesk {
  /** Queues a job as its asker; throws when the kind is unknown or not theirs to ask for, which contracts rule out. */
  start(actor: Actor, kind: string, input: unknown): StartedJob;
  status(row: statements.JobRow): JobStatus;
  /** False when it is neither waiting nor running. */
  cancel(id: string): boolean;
  schedules(): readonly JobSchedule[];
  setSchedule(choice: ScheduleChoice): Result<JobSchedule, Failure<'jobs.kind-unknown'>>;
  /** Queues what is due; called every half minute by itself. */
  checkSchedules(): void;
  /** After an unlock. */
  open(): void;
  /** Before a lock: running jobs end at their next breath and wait for the next unlock. */
  close(): Promise<void>;
}

/** Heavy work shares two processor cores with the windows. */
const MOST_RUNNING = 2;
const KEPT_JOBS = 200;
const CHECK_EVERY_MS = 30_000;

interface Desk {
  readonly deps: JobDeskDeps;
  readonly kinds: ReadonlyMap<string, JobKind>;
  readonly running: Map<string, RunningJob>;
  /** Asked for since this base was opened. */
  readonly own: Set<string>;
  readonly ends: JobEnds;
  timer: NodeJS.Timeout | null;
  isOpen: boolean;
}

export function createJobDesk(given: JobDeskDeps): JobDesk {
  const ends = jobEnds();
  const deps: JobDeskDeps = {
    ...given,
    onProgress(status) {
      ends.told(status);
      given.onProgress(status);
    },
  };
  const kinds = new Map(deps.kinds.map((kind) => [kind.name, kind]));
  const desk: Desk = { deps, kinds, running: new Map(), own: new Set(), ends, timer: null, isOpen: false };
  return {
    start: (actor, kind, input) => start(desk, actor, { kind, input }),
    status: (row) => desk.running.get(row.id)?.status() ?? statusOf(row),
    cancel: (id) => cancel(desk, id),
    schedules: () => schedulesOf(deps.kinds, baseOf(desk).read),
    setSchedule: (choice) => setSchedule(desk, choice),
    checkSchedules: () => checkSchedules(desk),
    open: () => open(desk),
    close: () => close(desk),
  };
}

function start(desk: Desk, actor: Actor, { kind, input }: { kind: string; input: unknown }): StartedJob {
  const declared = desk.kinds.get(kind);
  if (declared === undefined) throw new Error(`there is no kind of job "${kind}"`);
  if (!actor.can(declared.permission)) throw new Error(`${actor.name} may not ask for ${kind}`);
  const text = JSON.stringify(declared.input.parse(input));
  return queue(desk, { kind, userId: actor.userId, input: text });
}

function queue(desk: Desk, { kind, userId, input }: { kind: string; userId: string | null; input: string }) {
  const { deps } = desk;
  const row: statements.JobRow = {
    id: deps.ids(),
    kind,
    state: 'queued',
    user_id: userId,
    input,
    checkpoint: null,
    progress: null,
    result: null,
    failure: null,
    created_at: deps.clock.now(),
    started_at: null,
    finished_at: null,
  };
  baseOf(desk).write.run(statements.insertJob(row));
  desk.own.add(row.id);
  const ended = desk.ends.of(row.id);
  deps.onProgress(statusOf(row));
  // The asker gets the id before the first word about the work.
  setImmediate(() => pump(desk));
  return { id: row.id, ended };
}

/** Starts what waits, oldest first, as far as there is room; never two of one kind at once. */
function pump(desk: Desk): void {
  const { deps, running } = desk;
  const base = deps.base();
  if (!desk.isOpen || base === null) return;
  for (const row of base.read.all(statements.selectQueued({}))) {
    if (running.size >= MOST_RUNNING) return;
    const mayRun = deps.background || desk.own.has(row.id);
    const isTaken = [...running.values()].some(({ kind }) => kind === row.kind);
    if (mayRun && !isTaken) begin(desk, row);
  }
}

function begin(desk: Desk, row: statements.JobRow): void {
  const { deps, running } = desk;
  const kind = desk.kinds.get(row.kind);
  const actor = kind === undefined ? null : actorFor(deps, kind, row);
  if (kind === undefined || actor === null) {
    const failure = JSON.stringify({ code: 'jobs.not-allowed' });
    baseOf(desk).write.run(statements.updateJob(row.id, { state: 'failed', failure, finished_at: deps.clock.now() }));
    deps.onProgress(statusOf(baseOf(desk).read.first(statements.selectJob({ id: row.id })) ?? row));
    return;
  }
  const job = runJob({ ...deps, context: deps.context(kind.name, { actor, whole: kind.whole === true }) }, kind, row);
  running.set(row.id, job);
  deps.onProgress(job.status());
  void job.finished.then(() => {
    running.delete(row.id);
    if (desk.isOpen) deps.base()?.write.run(statements.deleteBeyond(KEPT_JOBS));
    pump(desk);
  });
}

/** Whoever asked, with their rights of today; a schedule acts under its own name with the few it needs. */
function actorFor({ actorOf }: JobDeskDeps, kind: JobKind, { user_id }: statements.JobRow): Actor | null {
  const actor =
    user_id === null
      ? systemActor('schedule', [kind.permission, ...(kind.scheduled?.permissions ?? [])])
      : actorOf(user_id);
  return actor?.can(kind.permission) === true ? actor : null;
}

function cancel(desk: Desk, id: string): boolean {
  const job = desk.running.get(id);
  if (job !== undefined) {
    job.end('cancelled');
    return true;
  }
  const base = baseOf(desk);
  const row = base.read.first(statements.selectJob({ id }));
  if (row?.state !== 'queued') return false;
  base.write.run(statements.updateJob(id, { state: 'cancelled', finished_at: desk.deps.clock.now() }));
  desk.deps.onProgress(statusOf({ ...row, state: 'cancelled', finished_at: desk.deps.clock.now() }));
  return true;
}

function open(desk: Desk): void {
  const { deps } = desk;
  desk.isOpen = true;
  const base = baseOf(desk);
  for (const row of base.read.all(statements.selectLeftRunning({})))
    base.write.run(statements.updateJob(row.id, interruptedAs(desk.kinds.get(row.kind), deps.clock.now())));
  if (!deps.background) return;
  desk.timer = setInterval(() => checkSchedules(desk), CHECK_EVERY_MS);
  desk.timer.unref();
  setImmediate(() => pump(desk));
}

async function close(desk: Desk): Promise<void> {
  desk.isOpen = false;
  if (desk.timer !== null) clearInterval(desk.timer);
  desk.timer = null;
  const as: EndAs = 'interrupted';
  const jobs = [...desk.running.values()];
  for (const job of jobs) job.end(as);
  await Promise.all(jobs.map((job) => job.finished));
  desk.ends.leave();
  desk.own.clear();
}

function checkSchedules(desk: Desk): void {
  const { deps } = desk;
  const base = deps.base();
  if (base === null) return;
  const moment = { now: deps.clock.now(), timeZone: deps.timeZone() };
  for (const kind of dueSchedules(deps.kinds, base, moment)) {
    const waiting = base.read.all(statements.selectQueued({})).some((row) => row.kind === kind);
    const runs = [...desk.running.values()].some((job) => job.kind === kind);
    if (!waiting && !runs) queue(desk, { kind, userId: null, input: '{}' });
  }
}

function setSchedule(desk: Desk, choice: ScheduleChoice): ReturnType<JobDesk['setSchedule']> {
  const { deps } = desk;
  if (desk.kinds.get(choice.kind)?.scheduled === undefined) return fail('jobs.kind-unknown', { kind: choice.kind });
  return ok(chooseSchedule(baseOf(desk), choice, { now: deps.clock.now(), timeZone: deps.timeZone() }));
}

function baseOf({ deps }: Desk): JobBase {
  const base = deps.base();
  if (base === null) throw new Error('no base is open');
  return base;
}

// The one door: operation known → input parsed → actor allowed → handler in the context of its kind → reply.
// Sender trust comes before it: each caller has a Session of its own that no message can name or change.

import type { Clock } from '@shared/core/clock';
import { doorErrors, type Operation } from '@shared/core/contract';
import { leavesBase } from '@shared/core/reads';
import type { IdMaker } from '@shared/core/ids';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { withoutCards } from '@shared/features/privacy/card-guard';
import { CardNumberFound, namesUnseen, OutOfReach, PurposeNeeded, type Actor } from '../access';
import type { ActionContext, CommandContext, CommitOptions, Permit, QueryContext, StartedJob } from '../core/context';
import { ApprovalSpent } from '../features/approvals';
import type { Work } from '../ledger';
import type { Approvals } from './approvals';
import { databaseErrorCode, type ReadDb } from '../db';
import { ClassKeyMissing } from '../keys';
import type { Base } from './base';
import type { Emergencies, Opened } from './emergency';
import type { Purposes } from './purposes';
import { inEmergency, worthNoting } from './watching';

export type Reply = Result<unknown, Failure>;
type Handler = (context: never, input: never) => Reply | Promise<Reply>;

export interface Registered {
  readonly operation: Operation;
  readonly handler: Handler;
}

/** Runs a long query elsewhere; undefined when no reader is there to do it. */
export type LongQuery = (op: string, input: unknown, actor: Actor) => Promise<Reply> | undefined;

export interface DoorDeps {
  readonly operations: ReadonlyMap<string, Registered>;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly base: () => Base | null;
  readonly actor: () => Actor | null;
  readonly longQuery: LongQuery;
  /** Whether the office keeps the ends of a card number rather than refuse the text it stands in. */
  readonly shortensCards: () => boolean;
  readonly startJob: (actor: Actor, kind: string, input: unknown) => StartedJob;
  /** What must not be done on one person's word. */
  readonly approvals: Approvals;
  /** What somebody has opened that their rights do not reach. */
  readonly emergencies: Emergencies;
  /** Why somebody looks, where their role must say it. */
  readonly purposes: Purposes;
  /** Writes the unexpected down once; answers the reference a person can read out. */
  readonly report: (op: string, error: unknown) => string;
}

export type Door = (op: string, input: unknown) => Promise<Reply>;

export function createDoor(deps: DoorDeps): Door {
  return async (op, input) => {
    const registered = deps.operations.get(op);
    if (registered === undefined) return fail('door.unknown-operation', { operation: op.slice(0, 100) });
    const call = { op, input, ...registered };
    try {
      return unseen(deps, call, await pass(deps, call));
    } catch (error) {
      if (error instanceof OutOfReach) return outOfReach(deps, call, error);
      if (error instanceof PurposeNeeded) return fail('door.purpose-needed', error.details);
      if (error instanceof CardNumberFound) return unseen(deps, call, await shortenedOrRefused(deps, call, error));
      if (error instanceof ClassKeyMissing) return fail('door.sealed', { class: error.class });
      if (error instanceof ApprovalSpent) return fail('door.approval-spent', { id: error.id });
      const code = databaseErrorCode(error);
      if (code !== null) return fail(code);
      return fail('door.internal', { reference: deps.report(op, error) });
    }
  };
}

interface Call extends Registered {
  readonly op: string;
  readonly input: unknown;
}

interface Permitted extends Call {
  /** What an action that takes people out was said to be for. */
  readonly why: string | null;
  readonly permit: Permit | null;
  readonly opened: Opened | null;
}

async function pass(deps: DoorDeps, call: Call): Promise<Reply> {
  const { operation, op } = call;
  const actor = deps.actor();
  if (operation.permission !== 'public') {
    if (actor === null) return fail('door.locked');
    if (!actor.can(operation.permission)) return refused(deps, call, actor);
  }
  const parsed = operation.input.safeParse(call.input ?? {});
  if (!parsed.success) return fail('door.invalid-input', { issues: issuesOf(parsed.error) });
  const out = operation.takesOut?.(parsed.data) ?? null;
  const why = out === null || actor === null ? null : deps.purposes.beforeTakingOut(actor, out);
  const permit = actor === null ? ok(null) : deps.approvals.permit({ op, operation, input: parsed.data, actor });
  if (!permit.ok) return permit;
  const opened = actor === null ? null : deps.emergencies.openedFor({ operation, input: parsed.data, actor });
  const known = { ...call, input: parsed.data, permit: permit.value, opened, why };
  const elsewhere =
    operation.long && actor !== null && opened === null ? deps.longQuery(op, parsed.data, actor) : undefined;
  const reply = await (elsewhere ?? handle(deps, known, actor ?? nobody));
  return watched(deps, known, { actor: actor ?? nobody, reply });
}

/** An answer that shows people is given out when the log of readings has it, and not before. */
async function watched(
  { base, purposes }: DoorDeps,
  { operation, op, input, opened }: Permitted,
  { actor, reply }: { readonly actor: Actor; readonly reply: Reply },
): Promise<Reply> {
  if (!reply.ok) return reply;
  const reading = operation.reads?.(input, reply.value, { sensitive: actor.can('parties.read-sensitive') }) ?? null;
  if (reading === null) return reply;
  const open = base();
  if (open === null) return fail('door.locked');
  const worth = opened === null ? worthNoting(open, actor, reading) : inEmergency(reading, opened);
  if (worth === null) return reply;
  const purpose = purposes.of(actor, worth);
  await open.accessLog.note({ ...worth, purpose, actor, operation: op });
  return reply;
}

function handle(deps: DoorDeps, call: Permitted, actor: Actor): Reply | Promise<Reply> {
  const { operation, op, input, permit, opened, why } = call;
  const handler = call.handler as (context: unknown, input: unknown) => Reply | Promise<Reply>;
  const base = deps.base();
  if (operation.kind === 'action') {
    if (operation.approval?.first !== true || permit === null)
      return handler(actionContext(deps, op, { actor, permit, opened, why }), input);
    deps.approvals.use(permit, { actor, op });
    return handler(actionContext(deps, op, { actor, why }), input);
  }
  if (operation.kind === 'query')
    return handler(asOpened(queryContext(deps, opened?.db ?? readerFor(base, operation, actor), actor), opened), input);
  if (base === null) return fail('door.locked');
  return base.unitOfWork.run({ command: op, actor, ...allowedBy(permit) }, (work) => {
    if (permit !== null) deps.approvals.useIn(work, permit, actor);
    const { db, at, because } = work;
    const context: CommandContext = { db, at, because, actor, clock: deps.clock, ids: deps.ids };
    return handler(context, input) as Reply;
  });
}

/** Nothing was stored: a command is done anew with the number shortened, where the office has it so; anything else is refused. */
function shortenedOrRefused(deps: DoorDeps, call: Call, { details }: CardNumberFound): Promise<Reply> | Reply {
  const input = withoutCards(call.input);
  if (call.operation.kind !== 'command' || input === call.input || !deps.shortensCards())
    return fail('door.card-number', details);
  return createDoor({ ...deps, shortensCards: () => false })(call.op, input);
}

const allowedBy = (permit: Permit | null) => (permit === null ? {} : { details: { approval: permit.id } });

/** What was tried outside somebody's rights is worth a line in the ledger, as a refusal at the door is. */
function outOfReach(deps: DoorDeps, call: Call, { details }: OutOfReach): Reply {
  const actor = deps.actor();
  if (actor !== null) noteRefusal(deps, actor, { operation: call.op, permission: details['permission'] });
  return isUnseen(deps, call) ? fail('door.out-of-reach') : fail('door.out-of-reach', details);
}

/** A command is told the whole base; what it would say of a record that its caller does not see, it says of one that is nowhere. */
function unseen(deps: DoorDeps, call: Call, reply: Reply): Reply {
  if (reply.ok || call.operation.kind !== 'command' || doorCodes.has(reply.error.code) || !isUnseen(deps, call))
    return reply;
  const actor = deps.actor();
  if (actor !== null) noteRefusal(deps, actor, { operation: call.op });
  return fail('door.out-of-reach');
}

/** Said of the call, whatever it is about; a card number is found in what would have been stored. */
const doorCodes: ReadonlySet<string> = new Set(doorErrors.filter((code) => code !== 'door.card-number'));

function isUnseen(deps: DoorDeps, { input }: Call): boolean {
  const [base, actor] = [deps.base(), deps.actor()];
  return base !== null && actor !== null && namesUnseen(base.readAs(actor), actor, input);
}

/** A refusal is worth a line in the ledger, without the input: who tried what. */
function refused(deps: DoorDeps, { op, operation }: Call, actor: Actor): Reply {
  noteRefusal(deps, actor, { operation: op });
  return fail('door.forbidden', { permission: operation.permission });
}

const noteRefusal = (deps: DoorDeps, actor: Actor, details: Readonly<Record<string, unknown>>): void =>
  void deps.base()?.unitOfWork.run({ command: 'access.refused', actor, always: true, details }, () => ok(undefined));

function queryContext(deps: Omit<DoorDeps, 'operations'>, read: ReadDb | undefined, actor: Actor): QueryContext {
  return { db: read ?? closedDb, actor, clock: deps.clock };
}

const asOpened = (context: QueryContext, opened: Opened | null): QueryContext =>
  opened === null ? context : { ...context, emergency: true };

/** What somebody may see; the whole of it for operations that answer about the base and not about people. */
function readerFor(base: Base | null, { whole }: Operation, actor: Actor): ReadDb | undefined {
  if (base === null) return undefined;
  return whole ? base.read : base.readAs(actor);
}

export interface Acting {
  readonly actor: Actor;
  /** The base is read as it is stored, not as the actor sees it. */
  readonly whole?: boolean;
  /** Used up by the first commit or job. */
  readonly permit?: Permit | null;
  /** Read instead of what the actor sees. */
  readonly opened?: Opened | null;
  /** Said before it was begun, for whatever it takes out. */
  readonly why?: string | null;
}

export function actionContext(
  deps: Omit<DoorDeps, 'operations'>,
  op: string,
  { actor, whole = false, permit = null, opened = null, why = null }: Acting,
): ActionContext {
  const base = deps.base();
  const left = { permit };
  const taken = (): Permit | null => {
    const { permit: unused } = left;
    left.permit = null;
    return unused;
  };
  const commit = <T, E>(work: (work: Work & CommandContext) => Result<T, E>, options: CommitOptions = {}) => {
    const used = taken();
    const details = used === null ? options : { ...options, details: { ...options.details, approval: used.id } };
    return openIn(base).unitOfWork.run<T, E>({ command: op, actor, ...details }, (unit) => {
      if (used !== null) deps.approvals.useIn(unit, used, actor);
      return work({ ...unit, actor, clock: deps.clock, ids: deps.ids });
    });
  };
  return {
    ...queryContext(deps, opened?.db ?? (whole ? base?.read : base?.readAs(actor)), actor),
    ids: deps.ids,
    permit,
    commit,
    startJob(kind, input) {
      const used = taken();
      if (used !== null) deps.approvals.use(used, { actor, op });
      const job = deps.startJob(actor, kind, input);
      deps.purposes.keep(job.id, why);
      return job;
    },
    local: (query) => openIn(base).write.run(query),
    noteReading(reading, workId) {
      const noted = { ...reading, workId: workId ?? null };
      const purpose = why ?? (leavesBase(reading.way) ? deps.purposes.of(actor, noted) : (reading.purpose ?? null));
      openIn(base).accessLog.write({ ...noted, purpose, actor, operation: op });
    },
  };
}

/** Public operations run before a base is open; touching it then is a mistake in the program. */
const closedDb: ReadDb = {
  all: () => noBase(),
  first: () => noBase(),
  each: () => noBase(),
};

const openIn = (base: Base | null): Base => base ?? noBase();

function noBase(): never {
  throw new Error('no base is open');
}

const nobody: Actor = {
  kind: 'system',
  userId: null,
  name: 'nobody',
  displayName: '',
  role: null,
  policy: null,
  seesEverything: false,
  sees: { many: true },
  granted: ['public'],
  can: (permission) => permission === 'public',
};

const ISSUE_LIMIT = 20;

/** Where and what, never the value itself: it may be somebody's personal data. */
const issuesOf = (error: {
  issues: readonly { path: readonly PropertyKey[]; code?: string | undefined; message: string }[];
}) =>
  error.issues
    .slice(0, ISSUE_LIMIT)
    .map((issue) => ({ path: issue.path.map(String).join('.'), code: issue.code ?? 'custom' }));

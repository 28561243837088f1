// The engine: one base, one signed-in user, every operation behind one door. Plain Node; knows nothing of Electron.

import type { Clock, Random } from '@shared/core/clock';
import { createIdMaker, type IdMaker } from '@shared/core/ids';
import type { Actor } from '../access';
import { declarePurpose, type DeclaredPurpose } from '../features/access';
import { createApprovalsService, type ApprovalsDeps } from '../features/approvals';
import { projectActivities } from '../features/activities';
import { createAttachmentsService, createEnclosedFiles, type AttachmentDeps } from '../features/attachments';
import { createAuditService } from '../features/audit';
import { createBackupsService, createPlaces } from '../features/backups';
import { fillWithSample } from '../features/base';
import { createExportsService, type DrillDeps, type ExportsDeps } from '../features/exports';
import { createHealthService } from '../features/health';
import { createImportsService, type ImportsDeps } from '../features/imports';
import { createJobsService } from '../features/jobs';
import { createKeysService } from '../features/keys';
import { createPartyProjection, type PartyProjectionState } from '../features/parties';
import { projectDeals } from '../features/deals';
import { projectLeads } from '../features/leads';
import { projectQuotes } from '../features/quotes';
import { projectFindings } from '../features/quality';
import { createPolicyService, mayGiveRole } from '../features/policy';
import { createProcessingService } from '../features/processing';
import { createRecoveryService, type RecoveryDeps } from '../features/recovery';
import { createSessionService } from '../features/session';
import { siteSettings } from '../features/settings';
import { projectTasks } from '../features/tasks';
import { createUsersService } from '../features/users';
import type { ActionContext } from '../core/context';
import { createJobDesk, type JobDesk } from '../jobs';
import type { KeyringDeps } from '../keys';
import type { Committed } from '../ledger';
import type { Base } from './base';
import { actionContext, createDoor, type Door, type LongQuery } from './door';
import { createClassKeeper, type ClassKeeper } from './class-keeper';
import { approvalsDeps, createApprovals } from './approvals';
import { auditDeps } from './audit-surroundings';
import { backupDeps, healthBaseOf, keyHistoryOf, keysOf } from './backup-surroundings';
import { createEmergencies } from './emergency';
import { createPurposes } from './purposes';
import { exitDeps, exportsDeps } from './exit-surroundings';
import { erasureDeps, privacyHandlers } from './erasures';
import { jobKinds } from './job-kinds';
import { deskDeps, taskRunner, type JobOptions } from './job-surroundings';
import { Keeper } from './keeper';
import { keyringSessionOf, rememberKeyring } from './known-keyring';
import { queryServices } from './query-services';
import { registerServices, type Services } from './registry';
import { createRestorer, type RestorerDeps } from './restorer';
import { createRotator, type RotatorDeps } from './rotator';
import { runTaskHere } from './thread-tasks';
import { createUserKeyring } from './user-keyring';

export interface EngineDeps {
  readonly folder: string;
  readonly version: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly keyring: Omit<KeyringDeps, 'clock' | 'random'>;
  readonly imports: ImportsDeps;
  readonly longQuery?: LongQuery;
  readonly jobs?: JobOptions;
  readonly onCommitted?: (committed: Committed) => void;
  readonly onUnlocked?: (base: Base) => void;
  /** The office has sealed a field, or has another key for it. */
  readonly onSealed?: () => void;
  /** Ends whatever else holds the base open, before it closes. */
  readonly beforeLock?: () => Promise<void>;
  readonly onLocked?: () => void;
  readonly report: (op: string, error: unknown) => string;
}

export interface Engine {
  readonly call: Door;
  base(): Base | null;
  actor(): Actor | null;
  readonly state: PartyProjectionState;
  readonly jobs: JobDesk;
  /** A context for work started by the program itself as the signed-in user, recorded under `command`. */
  context(command: string): ActionContext;
  close(): Promise<void>;
}

export function createEngine(deps: EngineDeps): Engine {
  const core = createCore(deps);
  const { keeper, door, context, state, imports, jobs } = core;
  const services: Services = {
    ...queriesAt(deps, core),
    approvals: createApprovalsService(approvalsSurroundings(deps, core)),
    attachments: createAttachmentsService(core.attachments),
    audit: createAuditService(exportPlace(deps, keeper)),
    backups: createBackupsService({
      places: core.places,
      restorer: createRestorer(restorerDeps(deps, core)),
      resolveFile: deps.imports.resolveFile,
    }),
    exports: createExportsService(exportsSurroundings(deps, core)),
    health: createHealthService({ base: () => healthBaseOf(openBaseOf(keeper)), places: core.places }),
    imports: imports.handlers,
    jobs: createJobsService(jobs),
    keys: createKeysService(createRotator(rotatorDeps(deps, core)), core.classes),
    policy: createPolicyService((actor, look) => openBaseOf(keeper).seeAs(actor, look)),
    processing: createProcessingService(exportPlace(deps, keeper)),
    recovery: createRecoveryService(recoverySurroundings(deps, core)),
    session: createSessionService(keeper),
    users: createUsersService(() => userKeyringOf(core), mayGiveRole),
  };
  return {
    call: settling(createDoor({ ...door, operations: registerServices(services) }), core.classes),
    base: () => keeper.base(),
    actor: () => keeper.actor(),
    state,
    jobs,
    context,
    async close() {
      await imports.close();
      await jobs.close();
      keeper.close();
    },
  };
}

/** What needs but a database, with those of its operations that need the engine around it. */
function queriesAt({ imports }: EngineDeps, { keeper, door, state }: ReturnType<typeof createCore>) {
  const queries = queryServices(state, () => erasuresOf(keeper));
  return {
    ...queries,
    access: {
      ...queries.access,
      declare: (...asked: [ActionContext, DeclaredPurpose]) => declarePurpose(...asked, door.purposes),
    },
    privacy: { ...queries.privacy, ...privacyHandlers(() => openBaseOf(keeper), imports) },
  };
}

/** What is answered is also in order: a change of rights has moved the keys of classes by then. */
const settling =
  (door: Door, classes: ClassKeeper): Door =>
  async (op, input) => {
    const reply = await door(op, input);
    await classes.settled();
    return reply;
  };

const userKeyringOf = ({ keeper, keyring, classes }: ReturnType<typeof createCore>) =>
  createUserKeyring(openBaseOf(keeper), keyring, {
    onSlots: () => classes.due(),
    onAccepted: () => keeper.endAlarm(),
    onChanged: () => keeper.endHandedOut(),
  });

/** Where files may go: not into the base. */
const exportPlace = ({ imports }: EngineDeps, keeper: Keeper) => ({
  baseFolder: () => openBaseOf(keeper).folder,
  resolveFile: imports.resolveFile,
});

/** What the services are made of: the keeper, the door's surroundings and the imports, which need one another. */
function createCore(deps: EngineDeps) {
  const ids = createIdMaker(deps.clock, deps.random);
  const state: PartyProjectionState = { fresh: new Map() };
  const keyring: KeyringDeps = { ...deps.keyring, clock: deps.clock, random: deps.random };
  const door = {
    clock: deps.clock,
    ids,
    ...heldBy(() => keeper, { ...deps, ids }),
    longQuery: deps.longQuery ?? (() => undefined),
    startJob: (actor: Actor, kind: string, input: unknown) => jobs.start(actor, kind, input),
    report: deps.report,
  };
  const context = (command: string): ActionContext => actionContext(door, command, { actor: signedIn(door.actor()) });
  const base = (): Base => openBaseOf(keeper);
  const attachments = attachmentDeps(deps, base);
  const importing = { state, context, files: createEnclosedFiles(attachments), erasures: () => erasuresOf(keeper) };
  const imports = createImportsService(deps.imports, importing);
  const keys = { keyring, classes: classKeeperOf(deps, keyring, () => keeper.base()) };
  const records = [projectActivities, projectDeals, projectLeads, projectTasks, projectQuotes];
  const projections = [createPartyProjection(state), ...records, projectFindings];
  const places = createPlaces({ baseFolder: deps.folder, onThread: deps.jobs?.onThread ?? runTaskHere });
  const around = { ...deps, ids, places, projections, base };
  const exit = exitDeps(around);
  const erasure = erasureDeps(around, attachments);
  const kinds = jobKinds({ ...backupDeps(around), ...exit, ...basesOf(base), attachments, erasure });
  const jobs: JobDesk = createJobDesk(
    deskDeps(deps.jobs ?? {}, { ...door, kinds, context: (...acting) => actionContext(door, ...acting) }),
  );
  const keeper: Keeper = new Keeper({
    ...keeperEvents(deps, { refresh: () => keeper.refreshActor(), imports, jobs, exit, door, ...keys }),
    folder: deps.folder,
    version: deps.version,
    clock: deps.clock,
    ids,
    keyring,
    projections,
    fillSample: async () => void (await fillWithSample(context('base.loadSample'), state)),
  });
  return { keeper, door, context, state, imports, jobs, ...keys, places, projections, attachments, exit };
}

/** The open base, to jobs that need no more of it. */
const basesOf = (base: () => Base) => ({ ...auditDeps(base), sealingBase: base });

const classKeeperOf = (deps: EngineDeps, keyring: KeyringDeps, base: () => Base | null): ClassKeeper =>
  createClassKeeper({
    base,
    keyring,
    onSealed: () => deps.onSealed?.(),
    report: ({ code, details }) => void deps.report('keys.classes', Object.assign(new Error(code), { details })),
  });

const erasuresOf = (keeper: Keeper) => keeper.base()?.subjectKeys.erasures() ?? [];

/** What the open base, and who has opened it, decide at the door. */
const heldBy = (keeper: () => Keeper, { clock, ids }: Pick<EngineDeps, 'clock'> & { readonly ids: IdMaker }) => ({
  base: () => keeper().base(),
  actor: () => keeper().actor(),
  shortensCards: () => siteSettings(openBaseOf(keeper()).read).cardNumbers === 'shorten',
  approvals: createApprovals({ clock, base: () => keeper().base() }),
  emergencies: createEmergencies({ clock, base: () => keeper().base() }),
  purposes: createPurposes({ clock, ids, base: () => keeper().base() }),
});

function signedIn(actor: Actor | null): Actor {
  if (actor === null) throw new Error('nobody is signed in');
  return actor;
}

const attachmentDeps = ({ random, imports }: EngineDeps, base: () => Base): AttachmentDeps => ({
  base,
  random,
  resolveFile: imports.resolveFile,
  sealing: { count: 0 },
});

const restorerDeps = (
  { folder, clock, jobs = {} }: EngineDeps,
  { keeper, door, keyring, places, projections }: ReturnType<typeof createCore>,
): RestorerDeps => ({
  places,
  folder,
  clock,
  keyring,
  projections,
  ids: door.ids,
  actor: door.actor,
  onThread: jobs.onThread ?? runTaskHere,
  erasures: () => erasuresOf(keeper),
  presentKeys: () => keysOf(keeper.base()),
  present: () => keyHistoryOf(keeper.base()),
  whileClosed: (work) => keeper.whileClosed(work),
  onProgress: (status) => jobs.onProgress?.(status),
});

const rotatorDeps = (
  { folder, clock, jobs = {} }: EngineDeps,
  { keeper, door, keyring, projections }: ReturnType<typeof createCore>,
): RotatorDeps => ({
  folder,
  clock,
  keyring,
  projections,
  ids: door.ids,
  base: () => openBaseOf(keeper),
  onThread: jobs.onThread ?? runTaskHere,
  reopening: (keys, work) => keeper.reopening(keys, work),
  onProgress: (status) => jobs.onProgress?.(status),
});

const approvalsSurroundings = (
  { clock }: EngineDeps,
  { keeper, keyring, door }: ReturnType<typeof createCore>,
): ApprovalsDeps =>
  approvalsDeps({
    clock,
    keyring,
    base: () => openBaseOf(keeper),
    commitAs: (actor, command) => actionContext(door, command, { actor }).commit,
  });

const recoverySurroundings = (
  { folder, imports }: EngineDeps,
  { keeper, keyring, classes }: ReturnType<typeof createCore>,
): RecoveryDeps => ({
  folder,
  keyring,
  session: () => keyringSessionOf(openBaseOf(keeper)),
  remember(version) {
    rememberKeyring(openBaseOf(keeper).write, version);
    classes.due();
  },
  resolveFile: imports.resolveFile,
});

const exportsSurroundings = (
  { imports, jobs = {} }: EngineDeps,
  { keeper, exit }: ReturnType<typeof createCore>,
): ExportsDeps =>
  exportsDeps(
    {
      base: () => openBaseOf(keeper),
      resolveFile: imports.resolveFile,
      runTask: taskRunner(jobs.onThread ?? runTaskHere, () => keeper.base()),
    },
    exit,
  );

/** Entities whose change may change what the signed-in person may see or do. */
const decidingRights = ['app_user', 'access_role', 'org_unit', 'org_member', 'stand_in'] as const;

interface Affected {
  readonly refresh: () => void;
  readonly imports: { close(): Promise<void> };
  readonly jobs: JobDesk;
  readonly exit: Pick<DrillDeps, 'packageKeys' | 'passphrases'>;
  readonly classes: ClassKeeper;
  readonly door: { readonly purposes: { forget(): void } };
}

const keeperEvents = (deps: EngineDeps, { refresh, imports, jobs, exit, classes, door: { purposes } }: Affected) => ({
  onCommitted(committed: Committed): void {
    if (decidingRights.some((entity) => committed.summary.entities[entity] !== undefined)) {
      refresh();
      classes.due();
    }
    deps.onCommitted?.(committed);
  },
  onUnlocked(base: Base): void {
    purposes.forget();
    deps.onUnlocked?.(base);
    classes.due();
    jobs.open();
  },
  async beforeLock(): Promise<void> {
    await Promise.all([imports.close(), jobs.close(), classes.settled()]);
    exit.packageKeys.clear();
    exit.passphrases.clear();
    purposes.forget();
    await deps.beforeLock?.();
  },
  onLocked: (): void => deps.onLocked?.(),
});

function openBaseOf(keeper: Keeper): Base {
  const base = keeper.base();
  if (base === null) throw new Error('no base is open');
  return base;
}

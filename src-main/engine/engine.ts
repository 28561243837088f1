// The engine: one base, one signed-in user, every operation behind one door. Plain Node; knows nothing of Electron.

import type { Clock, Random } from '@shared/core/clock';
import { createIdMaker } from '@shared/core/ids';
import type { Actor } from '../access';
import { projectActivities } from '../features/activities';
import { fillWithSample } from '../features/base';
import { createImportsService, type ImportsDeps } from '../features/imports';
import { createPartyProjection, type PartyProjectionState } from '../features/parties';
import { createSessionService } from '../features/session';
import { createUsersService } from '../features/users';
import type { ActionContext } from '../core/context';
import type { KeyringDeps } from '../keys';
import type { Committed } from '../ledger';
import type { Base } from './base';
import { actionContext, createDoor, type Door, type LongQuery } from './door';
import { createKeeper, type Keeper } from './keeper';
import { queryServices } from './query-services';
import { registerServices, type Services } from './registry';
import { createUserKeyring } from './user-keyring';

export interface EngineDeps {
  readonly folder: string;
  readonly version: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly keyring: Omit<KeyringDeps, 'clock' | 'random'>;
  readonly imports: ImportsDeps;
  readonly longQuery?: LongQuery;
  readonly onCommitted?: (committed: Committed) => void;
  readonly onUnlocked?: (base: Base) => void;
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
  /** A context for work started by the program itself as the signed-in user, recorded under `command`. */
  context(command: string): ActionContext;
  close(): Promise<void>;
}

export function createEngine(deps: EngineDeps): Engine {
  const ids = createIdMaker(deps.clock, deps.random);
  const state: PartyProjectionState = { fresh: new Map() };
  const keyring: KeyringDeps = { ...deps.keyring, clock: deps.clock, random: deps.random };
  const held: { keeper: Keeper | null } = { keeper: null };
  const door = {
    clock: deps.clock,
    ids,
    base: () => held.keeper?.base() ?? null,
    actor: () => held.keeper?.actor() ?? null,
    longQuery: deps.longQuery ?? (() => undefined),
    report: deps.report,
  };
  const context = (command: string): ActionContext => {
    const actor = door.actor();
    if (actor === null) throw new Error('nobody is signed in');
    return actionContext(door, command, actor);
  };
  const keeper = createKeeper({
    folder: deps.folder,
    version: deps.version,
    clock: deps.clock,
    ids,
    keyring,
    projections: [createPartyProjection(state), projectActivities],
    onCommitted(committed) {
      if (committed.summary.entities['app_user'] !== undefined) keeper.refreshActor();
      deps.onCommitted?.(committed);
    },
    onUnlocked: (base) => deps.onUnlocked?.(base),
    async beforeLock() {
      await imports.close();
      await deps.beforeLock?.();
    },
    onLocked: () => deps.onLocked?.(),
    fillSample: async () => {
      await fillWithSample(context('base.loadSample'), state);
    },
  });
  held.keeper = keeper;
  const openKeyring = () => {
    const base = keeper.base();
    if (base === null) throw new Error('no base is open');
    return createUserKeyring(base, keyring);
  };
  const imports = createImportsService(deps.imports, { state, context });
  const services: Services = {
    ...queryServices(state),
    imports: imports.handlers,
    session: createSessionService(keeper),
    users: createUsersService(openKeyring),
  };
  return {
    call: createDoor({ ...door, operations: registerServices(services) }),
    base: keeper.base,
    actor: keeper.actor,
    state,
    context,
    async close() {
      await imports.close();
      keeper.close();
    },
  };
}

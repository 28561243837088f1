// The keeper of the base's keys: makes, unlocks, recovers and locks the one base of this engine, for one signed-in user.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { sessionContract, type SessionStatus } from '@shared/features/session/session.contract';
import { paperOf } from '@shared/features/recovery/proof';
import { isMaskedField, maskableFields } from '@shared/features/policy/policy';
import type { Actor } from '../access';
import { acquireBaseLock } from '../db';
import { declared } from '../core/declared';
import type { NewBase, SessionKeeper } from '../features/session';
import { actorOf, roleNameOf } from '../features/policy';
import {
  confirmRecoveryCode,
  resetPassphraseWithPaper,
  unlockWithPassphrase,
  unlockWithRecoveryCode,
  wipeUnlocked,
  type Unlocked,
} from '../keys';
import { openBase, type Base } from './base';
import { tidyGenerations } from './generation';
import { finishMark, holdsNothing } from './base-folder';
import { erasePending } from './erasures';
import { lockedStatus, placeOf } from './gate';
import { alarmOf, byCards, byCode, noteEntry, noteLock, type Entered, type Entry } from './entry';
import { keyringSessionOf, rememberKeyring } from './known-keyring';
import { makeBase, type MakeBaseDeps } from './make-base';

export interface KeeperDeps extends MakeBaseDeps {
  readonly version: string;
  readonly onUnlocked: (base: Base) => void;
  /** Ends whatever else holds the base open. */
  readonly beforeLock: () => Promise<void>;
  readonly onLocked: () => void;
  /** Fills a fresh base with the sample office, as its first user. */
  readonly fillSample: () => Promise<void>;
}

const codes = sessionContract.operations;

interface Signed extends Entered {
  readonly login: string;
  /** Came in with a passphrase that somebody else knows: may do nothing but choose another. */
  readonly handedOut: boolean;
  /** When the actor was made, in hours: memberships and stand-ins begin and end by the day. */
  readonly hour: number;
}

type Given<Name extends keyof SessionKeeper> = Parameters<SessionKeeper[Name]>[0];
type Answered<Name extends keyof SessionKeeper> = ReturnType<SessionKeeper[Name]>;

export class Keeper implements SessionKeeper {
  readonly #deps: KeeperDeps;
  readonly #place: SessionStatus['place'];
  #signed: Signed | null = null;
  #busy: Promise<unknown> = Promise.resolve();
  #away: { ended: boolean } | null = null;

  constructor(deps: KeeperDeps) {
    this.#deps = deps;
    this.#place = placeOf(deps.folder);
  }

  base(): Base | null {
    return this.#signed?.base ?? null;
  }

  actor(): Actor | null {
    if (this.#signed !== null && this.#signed.hour !== hourOf(this.#deps.clock)) this.refreshActor();
    return this.#signed?.actor ?? null;
  }

  status(): SessionStatus {
    return { ...statusOf(this.#deps, this.#signed), place: this.#place };
  }

  /** Reads the signed-in user's role again after it may have changed. */
  refreshActor(): void {
    if (this.#signed !== null) this.#signIn(this.#signed, this.#signed.actor.userId ?? '');
  }

  /** After the passphrase that was handed out was changed for one of the person's own. */
  endHandedOut(): void {
    if (this.#signed === null) return;
    this.#signed = { ...this.#signed, handedOut: false };
    this.refreshActor();
  }

  /** After an administrator has accepted the keyring as it is. */
  endAlarm(): void {
    if (this.#signed !== null) this.#signed = { ...this.#signed, alarm: null };
  }

  close(): void {
    if (this.#away !== null) this.#away.ended = true;
    const signed = this.#signed;
    this.#signed = null;
    signed?.base.close();
  }

  create(input: NewBase): Answered<'create'> {
    return this.#inTurn(async () => {
      if (holdsNothing(this.#deps.folder)) tidyGenerations(this.#deps.folder, this.#deps.clock.now());
      const made = await makeBase(this.#deps, input);
      if (!made.ok) return declared(codes.create.errors, made.error);
      const { base, userId, recoveryCode } = made.value;
      this.#signIn({ base, login: input.login, alarm: null, handedOut: false }, userId);
      this.#deps.onUnlocked(base);
      if (input.sample) await this.#deps.fillSample();
      return ok(recoveryCode);
    });
  }

  unlock(input: Given<'unlock'>): Answered<'unlock'> {
    return this.#inTurn(async () => {
      if (holdsNothing(this.#deps.folder)) return fail('base.not-found', { folder: this.#deps.folder });
      const unlocked = await unlockWithPassphrase(this.#deps.folder, input, this.#deps.keyring);
      const entered = unlocked.ok ? this.#enter(unlocked.value, { command: 'session.unlock' }) : unlocked;
      return entered.ok ? entered : declared(codes.unlock.errors, entered.error);
    });
  }

  recover({ login, passphrase, ...paper }: Given<'recover'>): Answered<'recover'> {
    const { folder, keyring } = this.#deps;
    return this.#inTurn(async () => {
      const change = { login, next: passphrase, ...paperOf(paper) };
      const reset = await resetPassphraseWithPaper(folder, change, keyring);
      if (!reset.ok) return declared(codes.recover.errors, reset.error);
      const { cards } = reset.value;
      const unlocked = await unlockWithPassphrase(folder, { login, passphrase }, keyring);
      const entered = unlocked.ok ? this.#enter(unlocked.value, cards === null ? byCode : byCards(cards)) : unlocked;
      return entered.ok ? entered : declared(codes.recover.errors, entered.error);
    });
  }

  checkRecoveryCode(code: string): Answered<'checkRecoveryCode'> {
    const unlocked = unlockWithRecoveryCode(this.#deps.folder, code);
    if (!unlocked.ok) return declared(codes.confirmRecovery.errors, unlocked.error);
    try {
      return this.#takeCode(unlocked.value.slotId);
    } finally {
      wipeUnlocked(unlocked.value);
    }
  }

  /** A renewed code is in force once it was typed back. */
  #takeCode(slotId: string): Answered<'checkRecoveryCode'> {
    if (this.#signed === null) return ok(undefined);
    const { base } = this.#signed;
    const confirmed = confirmRecoveryCode(keyringSessionOf(base), slotId);
    if (!confirmed.ok) return declared(codes.confirmRecovery.errors, confirmed.error);
    if (confirmed.value !== null) rememberKeyring(base.write, confirmed.value);
    return ok(undefined);
  }

  lock(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#signed !== null) noteLock(this.#signed, this.#deps.clock);
      await this.#deps.beforeLock();
      this.close();
      this.#deps.onLocked();
    });
  }

  /** Does something to the folder that nobody may have open, this engine included; an open base is locked by it. */
  whileClosed<T>(work: () => Result<T, Failure>): Promise<Result<T, Failure>> {
    return this.#inTurn(async () => {
      const wasOpen = this.#signed !== null;
      if (this.#signed !== null) noteLock(this.#signed, this.#deps.clock);
      await this.#deps.beforeLock();
      this.close();
      const lock = acquireBaseLock(this.#deps.folder);
      if (!lock.ok) return lock;
      try {
        return work();
      } finally {
        lock.value.release();
        if (wasOpen) this.#deps.onLocked();
      }
    });
  }

  /**
   * Closes the open base for work that nobody may see half done, and opens it again for the same person: with the keys that the work
   * answers, else with those given. It owns both and overwrites what it does not use.
   */
  reopening<T>(keys: Unlocked, work: () => Promise<Result<Reopened<T>, Failure>>): Promise<Result<T, Failure>> {
    return this.#inTurn(async () => {
      if (this.#signed !== null) noteLock(this.#signed, this.#deps.clock);
      await this.#deps.beforeLock();
      this.close();
      const away = { ended: false };
      this.#away = away;
      const outcome: { worked?: Result<Reopened<T>, Failure> } = {};
      try {
        outcome.worked = await this.#underLock(work);
        return outcome.worked.ok ? ok(outcome.worked.value.value) : outcome.worked;
      } finally {
        this.#away = null;
        // Somebody closed the program meanwhile: the next start finds the base as the work left it.
        if (!away.ended) this.#enterAgain(outcome.worked?.ok ? outcome.worked.value.unlocked : keys);
      }
    });
  }

  #enterAgain(keys: Unlocked): void {
    const entered = this.#enter(keys, { command: 'session.unlock' });
    if (!entered.ok) this.#deps.onLocked();
  }

  async #underLock<T>(work: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
    const lock = acquireBaseLock(this.#deps.folder);
    if (!lock.ok) return lock;
    try {
      return await work();
    } finally {
      lock.value.release();
    }
  }

  /** Key work goes one after the other: two unlocks at once would fight over the lock file. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#busy.then(work, work);
    this.#busy = next.catch(() => undefined);
    return next;
  }

  #signIn({ base, login, alarm, handedOut }: Omit<Signed, 'actor' | 'hour'>, userId: string): boolean {
    const { clock } = this.#deps;
    const actor = actorOf(base.read, userId, clock.now());
    if (actor === null) return false;
    const own = handedOut ? onlySession(actor) : actor;
    this.#signed = { base, login, alarm, handedOut, actor: own, hour: hourOf(clock) };
    return true;
  }

  #enter(unlocked: Unlocked, entry: Entry): Result<void, Failure> {
    this.close();
    tidyGenerations(this.#deps.folder, this.#deps.clock.now());
    const opened = openBase(this.#deps.folder, unlocked, { ...this.#deps, create: false });
    if (!opened.ok) return opened;
    const base = opened.value;
    try {
      // Whoever was erased and is there again, from a copy or because the program was cut off, goes before anybody sees the base.
      erasePending(base, this.#deps);
      const signed = { base, alarm: alarmOf(base), login: unlocked.login ?? '', handedOut: unlocked.mustChange };
      if (!this.#signIn(signed, unlocked.userId ?? '')) {
        base.close();
        return fail('keys.unknown-user');
      }
      noteEntry(this.#signed!, entry);
    } catch (error) {
      // An entry that cannot be written down is none; the base is free again for another try, or for a salvage.
      this.#signed = null;
      base.close();
      throw error;
    }
    finishMark(this.#deps.folder);
    this.#deps.onUnlocked(base);
    return ok(undefined);
  }
}

/** What opens the base after it was closed for work, and what the work has to say. */
export interface Reopened<T> {
  readonly unlocked: Unlocked;
  readonly value: T;
}

/** The same person with no right but to be there. */
function onlySession(actor: Actor): Actor {
  const can: Actor['can'] = (permission) => permission === 'public' || permission === 'session.use';
  return { ...actor, granted: actor.granted.filter(can), can };
}

const hourOf = (clock: KeeperDeps['clock']): number => Math.floor(clock.now() / 3_600_000);

/** What a page shows as not shown. */
const maskedOf = ({ policy }: Actor): string[] =>
  policy === null ? [] : maskableFields.filter((key) => isMaskedField(policy.role, key));

const sealedFor = ({ unlocked: { sealing } }: Base): { field: string; isHeld: boolean }[] =>
  sealing.classes.flatMap(({ class: name, version, fields }) => {
    const isHeld = sealing.keys.some((key) => key.class === name && key.version === version);
    return fields.map((field) => ({ field, isHeld }));
  });

function statusOf(deps: KeeperDeps, signed: Signed | null): Omit<SessionStatus, 'place'> {
  const locked = lockedStatus(deps);
  if (signed === null) return locked;
  const { actor, base, login, alarm, handedOut } = signed;
  const user = {
    id: actor.userId ?? '',
    login,
    displayName: actor.displayName,
    role: actor.role ?? '',
    roleName: roleNameOf(base.read, actor.role ?? ''),
    permissions: [...actor.granted],
    masked: maskedOf(actor),
    sealed: sealedFor(base),
    mustChange: handedOut,
  };
  return { ...locked, state: 'open', user, keyringAlarm: alarm };
}

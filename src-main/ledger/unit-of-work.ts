// The unit of work: one synchronous transaction in which data, ledger and search index commit together or not at all.

import { createHybridClock, type HybridClock } from '@shared/core/hlc';
import type { Clock } from '@shared/core/clock';
import type { IdMaker } from '@shared/core/ids';
import { ok, type Result } from '@shared/core/result';
import { systemActor, type Actor } from '../access';
import {
  writeConnection,
  type ChangeRow,
  type CheckpointOccasion,
  type Database,
  type OperationRow,
  type WriteDb,
} from '../db';
import { selectLastCheckpoint, selectSalt } from './audit.sql';
import { createClockWatch, type ClockJump } from './clock-watch';
import { eraseWords } from './erase-words';
import * as statements from './ledger.sql';
import { dueOccasion, signHead, type ChainHead, type Signer } from './notary';
import { genesis, operationHash, payloadHash } from './seal';
import { summarise, type ChangeSummary } from './summary';

export interface OperationContext {
  readonly command: string;
  readonly actor: Actor;
  readonly reason?: string;
  /** Joins operations that people see as one, such as the batches of an import. */
  readonly groupId?: string;
  readonly undoesId?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Write the operation even when no record changed: an unlock or a refusal is worth a line in the ledger. */
  readonly always?: boolean;
  /**
   * May empty words of the ledger whose hashes stay (`eraseWords`); what it writes itself about people leaves no words either. Its own
   * permission was asked at the door.
   */
  readonly erases?: boolean;
}

/** Derived data brought up to date from the changes, inside the same transaction. */
export type Projection = (db: WriteDb, changes: readonly ChangeRow[], at: number) => void;

export interface Committed {
  readonly operationId: string;
  readonly seq: number;
  readonly summary: ChangeSummary;
  /** What it has taken back, itself and perhaps others of its group; null of what took nothing back. */
  readonly undoes: { readonly operationId: string; readonly groupId: string | null } | null;
}

export interface UnitOfWorkDeps {
  readonly database: Database;
  readonly deviceId: string;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly projections: readonly Projection[];
  readonly onCommitted: (committed: Committed) => void;
  /** Who signs checkpoints; none where nobody's key is at hand. */
  readonly signer: Signer | null;
  /** Throws when these changes may not be made: by this actor, or by anybody. */
  readonly guard: (context: OperationContext, changes: readonly ChangeRow[]) => void;
}

export interface Work {
  readonly db: WriteDb;
  /** Place of this operation in the ledger. */
  readonly seq: number;
  readonly operationId: string;
  /** The instant of the operation, ms UTC: every row it writes bears the same. */
  readonly at: number;
  /** Writes down with the operation why it was done, as whoever did it says. */
  because(reason: string, details?: Readonly<Record<string, unknown>>): void;
}

export interface UnitOfWork {
  /** Commits when `work` answers ok, rolls everything back when it answers an error or throws. What was written bears its operation's id. */
  run<T, E>(context: OperationContext, work: (work: Work) => Result<T, E>): Result<T, E>;
  /** Signs what happened until now, unless it is signed already. */
  checkpoint(occasion: CheckpointOccasion): void;
}

interface Head {
  seq: number;
  change: number;
  counter: number;
  hash: Uint8Array;
}

export function createUnitOfWork(deps: UnitOfWorkDeps): UnitOfWork {
  const db = writeConnection(deps.database);
  const last = db.first(statements.selectLastOperation({}));
  const hlc = createHybridClock(deps.clock, last?.hlc);
  const clock = createClockWatch(deps.clock, last?.at ?? 0);
  const sealing: Sealing = { deps, db, hlc, head: readHead(db, deps.deviceId) };
  return {
    run(context, work) {
      const at = deps.clock.now();
      const jump = clock.look(at);
      if (jump !== null) commit(sealing, { ...clockJumped(jump), at }, () => ok(undefined));
      return commit(sealing, { ...context, at }, work);
    },
    checkpoint(occasion) {
      if (sealing.head.seq === 0) return;
      inTransaction(deps.database, () => {
        sign(sealing, { ...sealing.head, at: deps.clock.now() }, occasion);
        return true;
      });
    },
  };
}

interface Sealing {
  readonly deps: UnitOfWorkDeps;
  readonly db: WriteDb;
  readonly hlc: HybridClock;
  readonly head: Head;
}

type Dated = OperationContext & { readonly at: number };

const clockJumped = (jump: ClockJump): OperationContext => ({
  command: 'audit.clockJump',
  actor: systemActor('clock', []),
  always: true,
  details: { ...jump },
});

function commit<T, E>(sealing: Sealing, asked: Dated, work: (work: Work) => Result<T, E>): Result<T, E> {
  const { deps, db, head } = sealing;
  const seq = head.seq + 1;
  const context: { -readonly [Key in keyof Dated]: Dated[Key] } = { ...asked };
  const operation: Work = {
    db,
    seq,
    operationId: deps.ids(),
    at: context.at,
    because: (reason, details) => void Object.assign(context, { reason, details: { ...context.details, ...details } }),
  };
  const done: { result: Result<T, E> | null; committed: (() => void) | null } = { result: null, committed: null };
  inTransaction(deps.database, () => {
    db.run(statements.openContext({ seq, erases: context.erases === true ? 1 : 0 }));
    done.result = work(operation);
    if (!done.result.ok) return false;
    const changes = db.all(statements.selectChangesAfter({ seq: head.change }));
    if (changes.length === 0 && context.always !== true) return false;
    if (context.erases !== true) deps.guard(context, changes);
    for (const project of deps.projections) project(db, changes, operation.at);
    if (changes.length > 0) done.result = { ...done.result, operationId: operation.operationId };
    const row = sealed(context, operation, {
      ...sealing,
      changes: context.erases === true ? wordless(db, changes) : changes,
    });
    db.run(statements.insertOperation(row));
    db.run(statements.closeContext({}));
    signIfDue(sealing, row);
    done.committed = () => {
      Object.assign(head, { seq, counter: row.counter, hash: row.hash, change: row.last_change ?? head.change });
      const undoes = row.undoes_id === null ? null : { operationId: row.undoes_id, groupId: row.group_id };
      deps.onCommitted({ operationId: row.id, seq, summary: summarise(changes), undoes });
    };
    return true;
  });
  done.committed?.();
  return done.result!;
}

/** The changes of an erasure, as they stay in the ledger: without a word about anybody. */
function wordless(db: WriteDb, changes: readonly ChangeRow[]): ChangeRow[] {
  eraseWords(db, { changes: changes.filter(isAboutSomebody).map(({ seq }) => seq), notes: [] });
  return changes.length === 0 ? [] : db.all(statements.selectChangesAfter({ seq: changes[0]!.seq - 1 }));
}

/** All but that there was an erasure: even the name of a saved view may be somebody's. */
const isAboutSomebody = ({ entity }: ChangeRow): boolean => entity !== 'erasure';

/** Commits when `work` answers true; rolls back when it answers false or throws. */
function inTransaction(database: Database, work: () => boolean): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(work() ? 'COMMIT' : 'ROLLBACK');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function signIfDue(sealing: Sealing, { seq, hash, at }: OperationRow): void {
  const head = { seq, hash, at };
  const occasion = dueOccasion(sealing.db.first(selectLastCheckpoint({})), head);
  if (occasion !== null) sign(sealing, head, occasion);
}

function sign({ deps, db }: Sealing, head: ChainHead, occasion: CheckpointOccasion): void {
  const { signer, deviceId } = deps;
  if (signer !== null) signHead(db, signer, { head, deviceId, occasion });
}

function readHead(db: WriteDb, deviceId: string): Head {
  const last = db.first(statements.selectLastOperation({}));
  return {
    seq: last?.seq ?? 0,
    hash: last?.hash ?? genesis,
    change: db.first(statements.selectLastChange({}))?.seq ?? 0,
    counter: db.first(statements.selectLastCounter({ device: deviceId }))?.counter ?? 0,
  };
}

function sealed(
  context: OperationContext,
  { seq, operationId, at }: Work,
  { deps, db, head, hlc, changes }: Sealing & { readonly changes: readonly ChangeRow[] },
): OperationRow {
  const { reason = null, details } = context;
  const hasWords = reason !== null || details !== undefined;
  const header = {
    seq,
    id: operationId,
    device_id: deps.deviceId,
    counter: head.counter + 1,
    hlc: hlc.next(),
    at,
    user_id: context.actor.userId,
    actor: context.actor.name,
    command: context.command,
    reason,
    group_id: context.groupId ?? null,
    undoes_id: context.undoesId ?? null,
    details: details === undefined ? null : JSON.stringify(details),
    first_change: changes[0]?.seq ?? null,
    last_change: changes.at(-1)?.seq ?? null,
    changes: changes.length,
    note_salt: hasWords ? (db.first(selectSalt({}))?.salt ?? null) : null,
    note_hash: null,
  };
  const payload = payloadHash(changes);
  return {
    ...header,
    payload_hash: payload,
    previous_hash: head.hash,
    hash: operationHash(head.hash, header, payload),
  };
}

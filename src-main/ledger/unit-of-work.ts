// The unit of work: one synchronous transaction in which data, ledger and search index commit together or not at all.

import { createHybridClock, type HybridClock } from '@shared/core/hlc';
import type { Clock } from '@shared/core/clock';
import type { IdMaker } from '@shared/core/ids';
import { ok, type Result } from '@shared/core/result';
import type { Actor } from '../access';
import { writeConnection, type ChangeRow, type Database, type OperationRow, type WriteDb } from '../db';
import * as statements from './ledger.sql';
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
}

/** Derived data brought up to date from the changes, inside the same transaction. */
export type Projection = (db: WriteDb, changes: readonly ChangeRow[], at: number) => void;

export interface Committed {
  readonly operationId: string;
  readonly seq: number;
  readonly summary: ChangeSummary;
}

export interface UnitOfWorkDeps {
  readonly database: Database;
  readonly deviceId: string;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly projections: readonly Projection[];
  readonly onCommitted: (committed: Committed) => void;
}

export interface Work {
  readonly db: WriteDb;
  /** Place of this operation in the ledger. */
  readonly seq: number;
  readonly operationId: string;
  /** The instant of the operation, ms UTC: every row it writes bears the same. */
  readonly at: number;
}

export interface UnitOfWork {
  /** Commits when `work` answers ok, rolls everything back when it answers an error or throws. */
  run<T, E>(context: OperationContext, work: (work: Work) => Result<T, E>): Result<T, E>;
}

interface Head {
  seq: number;
  change: number;
  counter: number;
  hash: Uint8Array;
}

export function createUnitOfWork(deps: UnitOfWorkDeps): UnitOfWork {
  const db = writeConnection(deps.database);
  const head = readHead(db, deps.deviceId);
  const hlc = createHybridClock(deps.clock, db.first(statements.selectLastOperation({}))?.hlc);
  return {
    run(context, work) {
      const seq = head.seq + 1;
      const operation: Work = { db, seq, operationId: deps.ids(), at: deps.clock.now() };
      deps.database.exec('BEGIN IMMEDIATE');
      try {
        db.run(statements.openContext({ seq }));
        const result = work(operation);
        if (!result.ok) {
          deps.database.exec('ROLLBACK');
          return result;
        }
        const changes = db.all(statements.selectChangesAfter({ seq: head.change }));
        if (changes.length === 0 && context.always !== true) {
          deps.database.exec('ROLLBACK');
          return result;
        }
        for (const project of deps.projections) project(db, changes, operation.at);
        const row = sealed(context, operation, { head, seq, changes, hlc, deviceId: deps.deviceId });
        db.run(statements.insertOperation(row));
        db.run(statements.closeContext({}));
        deps.database.exec('COMMIT');
        Object.assign(head, { seq, counter: row.counter, hash: row.hash, change: row.last_change ?? head.change });
        deps.onCommitted({ operationId: row.id, seq, summary: summarise(changes) });
        return ok(result.value);
      } catch (error) {
        if (deps.database.inTransaction) deps.database.exec('ROLLBACK');
        throw error;
      }
    },
  };
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

interface Sealing {
  readonly head: Head;
  readonly seq: number;
  readonly changes: readonly ChangeRow[];
  readonly hlc: HybridClock;
  readonly deviceId: string;
}

function sealed(context: OperationContext, { operationId, at }: Work, sealing: Sealing): OperationRow {
  const { head, seq, changes, hlc, deviceId } = sealing;
  const header = {
    seq,
    id: operationId,
    device_id: deviceId,
    counter: head.counter + 1,
    hlc: hlc.next(),
    at,
    user_id: context.actor.userId,
    actor: context.actor.name,
    command: context.command,
    reason: context.reason ?? null,
    group_id: context.groupId ?? null,
    undoes_id: context.undoesId ?? null,
    details: context.details === undefined ? null : JSON.stringify(context.details),
    first_change: changes[0]?.seq ?? null,
    last_change: changes.at(-1)?.seq ?? null,
    changes: changes.length,
  };
  const payload = payloadHash(changes);
  return {
    ...header,
    payload_hash: payload,
    previous_hash: head.hash,
    hash: operationHash(head.hash, header, payload),
  };
}

// Walks the audit chain from the first operation to the last and says where, if anywhere, it breaks.

import type { ChangeRow, OperationRow, ReadDb } from '../db';
import { selectChangesBetween, selectLastChange, selectOperationsFrom } from './ledger.sql';
import { changeHash, genesis, hasSoundNote, operationHash, payloadHash } from './seal';

export interface ChainReport {
  readonly operations: number;
  /** The last hash, in hex; empty for an empty ledger. */
  readonly head: string;
  /** seq of the first operation that does not fit, or null. */
  readonly brokenAt: number | null;
}

const PAGE = 500;

/**
 * Every change belongs to one operation and none is missing: changes are numbered without gaps, in the order of their operations.
 * `onPage` is told how many operations are looked at; it throws to end the look.
 */
export function verifyChain(db: ReadDb, onPage: (operations: number) => void = () => undefined): ChainReport {
  let previous: Uint8Array = genesis;
  let operations = 0;
  let changed = 0;
  const report = (brokenAt: number | null): ChainReport => ({
    operations,
    head: operations === 0 ? '' : hex(previous),
    brokenAt,
  });
  for (;;) {
    const page = db.all(selectOperationsFrom({ after: operations, limit: PAGE }));
    onPage(operations);
    if (page.length === 0) {
      const left = db.first(selectLastChange({}))?.seq ?? 0;
      return report(left === changed ? null : operations + 1);
    }
    for (const operation of page) {
      const changes = changesOf(db, operation);
      if (!isSound(operation, changes, { previous, operations, changed })) return report(operation.seq);
      previous = operation.hash;
      operations += 1;
      changed += operation.changes;
    }
  }
}

function changesOf(db: ReadDb, { first_change: first, last_change: last }: OperationRow): ChangeRow[] {
  return first === null ? [] : db.all(selectChangesBetween({ first, last: last ?? first }));
}

interface Reached {
  readonly previous: Uint8Array;
  /** How many operations and changes came before. */
  readonly operations: number;
  readonly changed: number;
}

function isSound(
  operation: OperationRow,
  changes: readonly ChangeRow[],
  { previous, operations, changed }: Reached,
): boolean {
  const payload = payloadHash(changes);
  return (
    operation.seq === operations + 1 &&
    hasSoundNote(operation) &&
    changes.length === operation.changes &&
    changes.every((change, index) => change.seq === changed + index + 1 && belongs(change, operation)) &&
    same(operation.previous_hash, previous) &&
    same(operation.payload_hash, payload) &&
    same(operation.hash, operationHash(previous, operation, payload))
  );
}

const belongs = (change: ChangeRow, operation: OperationRow): boolean =>
  change.operation_seq === operation.seq && (change.hash === null || same(change.hash, changeHash(change)));

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

// Walks the audit chain from the first operation to the last and says where, if anywhere, it breaks.

import type { ReadDb } from '../db';
import { selectChangesBetween, selectOperationsFrom } from './ledger.sql';
import { genesis, operationHash, payloadHash } from './seal';

export interface ChainReport {
  readonly operations: number;
  /** The last hash, in hex; empty for an empty ledger. */
  readonly head: string;
  /** seq of the first operation that does not fit, or null. */
  readonly brokenAt: number | null;
}

const PAGE = 500;

export function verifyChain(db: ReadDb): ChainReport {
  let previous: Uint8Array = genesis;
  let expected = 1;
  let operations = 0;
  for (;;) {
    const page = db.all(selectOperationsFrom({ after: expected - 1, limit: PAGE }));
    if (page.length === 0) return { operations, head: operations === 0 ? '' : hex(previous), brokenAt: null };
    for (const operation of page) {
      const changes =
        operation.first_change === null
          ? []
          : db.all(selectChangesBetween({ first: operation.first_change, last: operation.last_change ?? operation.first_change }));
      const payload = payloadHash(changes);
      const sound =
        operation.seq === expected &&
        changes.length === operation.changes &&
        same(operation.previous_hash, previous) &&
        same(operation.payload_hash, payload) &&
        same(operation.hash, operationHash(previous, operation, payload));
      if (!sound) return { operations, head: hex(previous), brokenAt: operation.seq };
      previous = operation.hash;
      expected += 1;
      operations += 1;
    }
  }
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

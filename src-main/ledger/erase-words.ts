// Erasing what the ledger says about somebody: words and their salts go, hashes stay, and the chain still verifies.

import type { WriteDb } from '../db';
import { eraseChange, eraseNote, selectChange, selectOperationAt } from './ledger.sql';
import { changeHash, noteHash } from './seal';

export interface Words {
  /** Places of changes whose old and new values go. */
  readonly changes: readonly number[];
  /** Places of operations whose reason and details go; those of before salts were kept apart cannot, and stay. */
  readonly notes: readonly number[];
}

/** Only inside a unit of work that was opened to erase; the database refuses it everywhere else. Answers how many were emptied. */
export function eraseWords(db: WriteDb, { changes, notes }: Words): number {
  let erased = 0;
  for (const seq of changes) {
    const change = db.first(selectChange({ seq }));
    if (change !== undefined && change.salt !== null) erased += db.run(eraseChange({ seq, hash: changeHash(change) }));
  }
  for (const seq of notes) {
    const operation = db.first(selectOperationAt({ seq }));
    const hash = operation === undefined || operation.note_salt === null ? null : noteHash(operation);
    if (hash !== null) erased += db.run(eraseNote({ seq, hash }));
  }
  return erased;
}

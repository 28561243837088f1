// Going back to an instant: the changes after it are taken back in strict reverse order, so that each meets the record exactly as
// it left it. Unlike undo, nothing is kept because it changed since: what changed it has been taken back already.

import { entityOf } from '@shared/catalogue';
import type { ChangeRow, OperationRow, WriteDb } from '../db';
import { selectChangesBetween } from './ledger.sql';
import { derivedDefaults, parsed } from './undo';
import { deleteRecord, insertRecord, updateRecord } from './undo.sql';

/** Inside a unit of work. Entities in `staying` are left as they are. Answers how many changes the ledger no longer could tell. */
export function rewindOperation(
  db: WriteDb,
  { first_change: first, last_change: last }: OperationRow,
  staying: ReadonlySet<string>,
): { readonly untold: number } {
  if (first === null || last === null) return { untold: 0 };
  const changes = db.all(selectChangesBetween({ first, last })).filter(({ entity }) => !staying.has(entity));
  let untold = 0;
  for (const change of changes.toReversed()) {
    if (change.old === null && change.new === null) untold += 1;
    else rewindChange(db, change);
  }
  return { untold };
}

function rewindChange(db: WriteDb, change: ChangeRow): void {
  const entity = entityOf(change.entity);
  if (change.action === 'insert') db.run(deleteRecord(entity, change.record_id));
  else if (change.action === 'delete')
    db.run(insertRecord(entity, change.record_id, { ...derivedDefaults(entity), ...parsed(change.old) }));
  else db.run(updateRecord(entity, change.record_id, parsed(change.old)));
}

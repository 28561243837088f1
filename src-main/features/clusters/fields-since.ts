// Single-valued fields that were written while records were one: which, by whom, what stood there before; and handing one over.

import { shownColumns, singleFields, type SingleField } from '@shared/features/parties/cluster';
import type { FactSince } from '@shared/features/parties/merging';
import type { ReadDb, Tables, WriteDb } from '../../db';
import { userRefs } from '../users';
import * as statements from './facts.sql';
import type { FieldChange } from './facts.sql';

type Columns = Partial<Tables['party']>;
type SinceField = FactSince & { readonly seq: number };

/** Of one record: each field that was changed after a place in the ledger and has a value now. */
export function fieldsSince(db: ReadDb, party: string, after: number): SinceField[] {
  const changes = db.all(statements.selectFieldChanges({ party, after }));
  const row = changes.length === 0 ? undefined : db.first(statements.selectFields({ party }));
  if (row === undefined) return [];
  const users = userRefs(db);
  return singleFields.flatMap((field): SinceField[] => {
    const last = changes.findLast((change) => touches(change, field));
    const value = row[shownColumns[field][0]];
    if (last === undefined || value === null) return [];
    const by = users(last.user_id)?.name ?? last.actor;
    const text = field === 'owner' ? (users(value)?.name ?? null) : value;
    return [{ entity: 'party', id: party, partyId: party, at: last.at, by, kind: field, text, seq: last.seq }];
  });
}

interface Giving {
  readonly field: SingleField;
  readonly giver: string;
  readonly taker: string;
  /** Where in the ledger the records became one. */
  readonly after: number;
}

/** The taker gets the value; the giver gets back what stood there before. False when there is none or it was not changed since. */
export function giveField(db: WriteDb, { field, giver, taker, after }: Giving): boolean {
  const changes = db.all(statements.selectFieldChanges({ party: giver, after }));
  const row = db.first(statements.selectFields({ party: giver }));
  if (row === undefined || row[shownColumns[field][0]] === null) return false;
  if (!changes.some((change) => touches(change, field))) return false;
  const given = Object.fromEntries(shownColumns[field].map((column) => [column, row[column]]));
  const before = Object.fromEntries(shownColumns[field].map((column) => [column, valueBefore(changes, column, row)]));
  db.run(statements.updateFields(taker, given as Columns));
  db.run(statements.updateFields(giver, before as Columns));
  return true;
}

const touches = (change: FieldChange, field: SingleField): boolean =>
  shownColumns[field].some((column) => column in (JSON.parse(change.new) as object));

function valueBefore(changes: readonly FieldChange[], column: keyof Tables['party'], now: Tables['party']): unknown {
  for (const change of changes) {
    const old = JSON.parse(change.old) as Record<string, unknown>;
    if (column in old) return old[column];
  }
  return now[column];
}

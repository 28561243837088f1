// Undo: writes the inverse of an operation's changes as new changes. What somebody changed since stays as it is now.

import { entityOf, ledgerEntities, type Entity } from '@shared/catalogue';
import type { ChangeRow, OperationRow, WriteDb } from '../db';
import { selectChangesBetween } from './ledger.sql';
import {
  deleteRecord,
  insertRecord,
  selectRecord,
  selectReference,
  selectReferences,
  selectStandingChange,
  updateRecord,
} from './undo.sql';

/** In records: taken back; left because changed since; impossible because the ledger no longer holds the old values. */
export interface UndoCount {
  readonly reversed: number;
  readonly kept: number;
  readonly impossible: number;
}

type Outcome = keyof UndoCount;
type Values = Readonly<Record<string, unknown>>;

interface Undoing {
  readonly db: WriteDb;
  /** The last change of the operation being undone. */
  readonly last: number;
  /** The operation that is running now. */
  readonly current: number;
  /** Inserted records that must stay, by record id. */
  readonly staying: Set<string>;
}

/**
 * Reverses an operation's changes in opposite order, inside a unit of work whose context names it in `undoesId`.
 * A record made by the operation stays, with all its parts, when it or anything that points at it was changed since.
 */
export function reverseOperation(db: WriteDb, operation: OperationRow, current: number): UndoCount {
  const count = { reversed: 0, kept: 0, impossible: 0 };
  if (operation.first_change === null || operation.last_change === null) return count;
  const changes = db.all(selectChangesBetween({ first: operation.first_change, last: operation.last_change }));
  const undoing: Undoing = { db, last: operation.last_change, current, staying: new Set() };
  const inserted = new Set(changes.filter((change) => change.action === 'insert').map((change) => change.record_id));
  for (const change of changes) {
    if (change.action === 'insert' && mustStay(undoing, change, inserted)) undoing.staying.add(change.record_id);
  }
  const outcomes = new Map<string, Outcome>();
  for (const change of changes.toReversed()) {
    const outcome = reverseChange(undoing, change);
    const known = outcomes.get(change.record_id);
    outcomes.set(change.record_id, known === undefined || known === 'reversed' ? outcome : known);
  }
  for (const outcome of outcomes.values()) count[outcome] += 1;
  return count;
}

/** Parents come before children in a ledger, so a child finds its parent's verdict already given. */
function mustStay({ db, last, current, staying }: Undoing, change: ChangeRow, inserted: ReadonlySet<string>): boolean {
  const entity = entityOf(change.entity);
  const now = parsed(change.new);
  const parents = Object.entries(entity.fields).filter(
    ([, field]) => field.to !== undefined && field.required === true,
  );
  const ofOperation = parents.map(([name]) => String(now[name])).filter((id) => inserted.has(id));
  if (ofOperation.some((id) => staying.has(id))) return true;
  if (change.party_id !== null && inserted.has(change.party_id) && ofOperation.length > 0) return false;
  if (entity.subject === 'id') {
    const touched = db.first(selectStandingChange({ party: change.record_id, after: last, current })) !== undefined;
    return touched || isLedTo(db, { entity, id: change.record_id }, inserted);
  }
  return isReferredTo(db, { entity, id: change.record_id }, inserted);
}

/** Whether another party's relationship or link leads to this one: its changes are not this party's own. */
function isLedTo(
  db: WriteDb,
  target: { readonly entity: Entity; readonly id: string },
  inserted: ReadonlySet<string>,
): boolean {
  return ledgerEntities.some((entity) =>
    Object.entries(entity.fields).some(
      ([name, field]) =>
        field.to === target.entity.key &&
        field.required === true &&
        name !== entity.subject &&
        entity.subject !== null &&
        db.all(selectReferences(entity, name, target.id)).some(({ id }) => !inserted.has(id)),
    ),
  );
}

/** Whether a record outside the operation needs this one. */
function isReferredTo(
  db: WriteDb,
  target: { readonly entity: Entity; readonly id: string },
  inserted: ReadonlySet<string>,
): boolean {
  return ledgerEntities.some((entity) =>
    Object.entries(entity.fields).some(([name, field]) => {
      if (field.to !== target.entity.key || field.required !== true) return false;
      const found = db.first(selectReference(entity, name, target.id));
      return found !== undefined && !inserted.has(found.id);
    }),
  );
}

function reverseChange(undoing: Undoing, change: ChangeRow): Outcome {
  if (change.old === null && change.new === null) return 'impossible';
  if (change.action === 'insert') return reverseInsert(undoing, change);
  if (change.action === 'delete') return reverseDelete(undoing, change);
  return reverseUpdate(undoing, change);
}

function reverseInsert({ db, staying }: Undoing, change: ChangeRow): Outcome {
  const entity = entityOf(change.entity);
  const now = db.first(selectRecord(entity, change.record_id));
  if (now === undefined) return 'reversed';
  const made = parsed(change.new);
  const unchanged = Object.entries(made).every(([field, value]) => now[field] === value);
  if (!unchanged || staying.has(change.record_id)) return 'kept';
  db.run(deleteRecord(entity, change.record_id));
  return 'reversed';
}

function reverseDelete({ db }: Undoing, change: ChangeRow): Outcome {
  const entity = entityOf(change.entity);
  if (db.first(selectRecord(entity, change.record_id)) !== undefined) return 'kept';
  db.run(insertRecord(entity, change.record_id, { ...derivedDefaults(entity), ...parsed(change.old) }));
  return 'reversed';
}

/** Derived columns start empty; the projections fill them before the commit. */
function derivedDefaults(entity: Entity): Values {
  const derived = Object.entries(entity.fields).filter(
    ([, field]) => field.derived === true && field.required === true,
  );
  return Object.fromEntries(
    derived.map(([name, field]) => [name, field.type === 'instant' || field.type === 'integer' ? 0 : '']),
  );
}

function reverseUpdate({ db }: Undoing, change: ChangeRow): Outcome {
  const entity = entityOf(change.entity);
  const now = db.first(selectRecord(entity, change.record_id));
  if (now === undefined) return 'kept';
  const [before, after] = [parsed(change.old), parsed(change.new)];
  const untouched = Object.keys(after).filter((field) => now[field] === after[field]);
  if (untouched.length === 0) return 'kept';
  db.run(updateRecord(entity, change.record_id, Object.fromEntries(untouched.map((field) => [field, before[field]]))));
  return untouched.length === Object.keys(after).length ? 'reversed' : 'kept';
}

const parsed = (text: string | null): Values => (text === null ? {} : (JSON.parse(text) as Values));

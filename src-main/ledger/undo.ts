// Undo: writes the inverse of an operation's changes as new changes. What somebody changed since stays as it is now.

import { entityOf, ledgerEntities, type Entity, type Field } from '@shared/catalogue';
import type { ChangeRow, OperationRow, WriteDb } from '../db';
import {
  deleteRecord,
  insertRecord,
  selectChangesBackwards,
  selectInsertOf,
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

/** The reversal of one operation, in as many units of work as the caller likes: another may commit between two of them. */
export interface Reversal {
  /** Changes still to be reversed. */
  left(): number;
  /** Reverses about so many of them, last first; what belongs to one party stays together. */
  step(db: WriteDb, changes: number): void;
  count(): UndoCount;
  /** Whether a single field was; a record of which others were changed since counts as kept. */
  tookBack(): boolean;
}

/** `partly`: some fields were taken back, others kept. */
type Outcome = keyof UndoCount | 'partly';
type Values = Readonly<Record<string, unknown>>;

interface Reversing {
  readonly db: WriteDb;
  readonly first: number;
  readonly last: number;
  /** Of records the operation inserted: whether they must stay. Of others: null. */
  readonly verdicts: Map<string, boolean | null>;
}

/**
 * Reverses an operation's changes in opposite order. A record made by the operation stays, with all its parts, when it or
 * anything that points at it was changed since. Done again after it ended half-way, it goes on where it stopped.
 */
export function reversalOf({ first_change, last_change, changes }: OperationRow): Reversal {
  const [first, last] = [first_change ?? 1, last_change ?? 0];
  const outcomes = new Map<string, Outcome>();
  const reached = { seq: last + 1, left: changes, tookBack: false };
  return {
    left: () => reached.left,
    step(db, wanted) {
      // Between two steps somebody may have built on a record: verdicts hold within one unit of work only.
      const reversing = { db, first, last, verdicts: new Map<string, boolean | null>() };
      const { next, isEnd } = nextChanges(reversing, reached.seq, wanted);
      for (const change of next) {
        const outcome = reverseChange(reversing, change);
        const known = outcomes.get(change.record_id);
        outcomes.set(change.record_id, known === undefined || known === 'reversed' ? outcome : known);
        reached.seq = change.seq;
        reached.tookBack ||= outcome === 'reversed' || outcome === 'partly';
      }
      reached.left = isEnd ? 0 : reached.left - next.length;
    },
    count() {
      const count = { reversed: 0, kept: 0, impossible: 0 };
      for (const outcome of outcomes.values()) count[outcome === 'partly' ? 'kept' : outcome] += 1;
      return count;
    },
    tookBack: () => reached.tookBack,
  };
}

/** Cut where one party's changes end, unless one party alone has more than that. */
function nextChanges({ db, first }: Reversing, before: number, wanted: number) {
  const found: readonly ChangeRow[] = db.all(selectChangesBackwards({ first, before, limit: wanted + 1 }));
  if (found.length <= wanted) return { next: found, isEnd: true };
  let end = wanted;
  while (end > 0 && found[end]!.party_id !== null && found[end]!.party_id === found[end - 1]!.party_id) end -= 1;
  return { next: found.slice(0, end === 0 ? wanted : end), isEnd: false };
}

/** False for a record that the operation did not make. */
function mustStay(reversing: Reversing, recordId: string): boolean {
  return verdictOn(reversing, recordId) === true;
}

const isOfOperation = (reversing: Reversing, recordId: string): boolean => verdictOn(reversing, recordId) !== null;

/** `made`: the change by which the operation made it, where it is at hand. */
function verdictOn(reversing: Reversing, recordId: string, made?: ChangeRow): boolean | null {
  const { db, first, last, verdicts } = reversing;
  const known = verdicts.get(recordId);
  if (known !== undefined) return known;
  const inserted = made ?? db.first(selectInsertOf({ record: recordId, first, last }));
  const verdict = inserted === undefined ? null : isNeeded(reversing, inserted);
  verdicts.set(recordId, verdict);
  return verdict;
}

/** Whether a record cannot be without what this field points to. */
const belongsBy = ({ to, required, owner }: Field): boolean =>
  to !== undefined && (required === true || owner === true);

/** A part follows what it is a part of; everything else stays when somebody has built on it since. */
function isNeeded(reversing: Reversing, change: ChangeRow): boolean {
  const { db, last } = reversing;
  const entity = entityOf(change.entity);
  const now = parsed(change.new);
  const parents = Object.entries(entity.fields)
    .filter(([name, field]) => belongsBy(field) && typeof now[name] === 'string')
    .map(([name]) => String(now[name]));
  if (parents.some((id) => mustStay(reversing, id))) return true;
  const ofOperation = parents.some((id) => isOfOperation(reversing, id));
  if (change.party_id !== null && ofOperation && isOfOperation(reversing, change.party_id)) return false;
  if (entity.subject === 'id') {
    const touched = db.first(selectStandingChange({ party: change.record_id, after: last })) !== undefined;
    return touched || isLedTo(reversing, entity, change.record_id);
  }
  return isReferredTo(reversing, entity, change.record_id);
}

/** Whether another party's relationship or link leads to this one: its changes are not this party's own. */
function isLedTo(reversing: Reversing, target: Entity, id: string): boolean {
  return ledgerEntities.some((entity) =>
    Object.entries(entity.fields).some(
      ([name, field]) =>
        field.to === target.key &&
        belongsBy(field) &&
        name !== entity.subject &&
        entity.subject !== null &&
        reversing.db.all(selectReferences(entity, name, id)).some((found) => !isInserted(reversing, found.id)),
    ),
  );
}

const isInserted = ({ db, first, last }: Reversing, record: string): boolean =>
  db.first(selectInsertOf({ record, first, last })) !== undefined;

/** Whether a record outside the operation needs this one. */
function isReferredTo(reversing: Reversing, target: Entity, id: string): boolean {
  return ledgerEntities.some((entity) =>
    Object.entries(entity.fields).some(([name, field]) => {
      if (field.to !== target.key || !belongsBy(field)) return false;
      const found = reversing.db.first(selectReference(entity, name, id));
      return found !== undefined && !isInserted(reversing, found.id);
    }),
  );
}

function reverseChange(reversing: Reversing, change: ChangeRow): Outcome {
  if (change.old === null && change.new === null) return 'impossible';
  if (change.action === 'insert') return reverseInsert(reversing, change);
  if (change.action === 'delete') return reverseDelete(reversing, change);
  return reverseUpdate(reversing, change);
}

function reverseInsert(reversing: Reversing, change: ChangeRow): Outcome {
  const { db } = reversing;
  const entity = entityOf(change.entity);
  const now = db.first(selectRecord(entity, change.record_id));
  if (now === undefined) return 'reversed';
  const made = parsed(change.new);
  const unchanged = Object.entries(made).every(([field, value]) => now[field] === value);
  if (!unchanged || verdictOn(reversing, change.record_id, change) === true) return 'kept';
  db.run(deleteRecord(entity, change.record_id));
  return 'reversed';
}

function reverseDelete({ db }: Reversing, change: ChangeRow): Outcome {
  const entity = entityOf(change.entity);
  if (db.first(selectRecord(entity, change.record_id)) !== undefined) return 'kept';
  db.run(insertRecord(entity, change.record_id, { ...derivedDefaults(entity), ...parsed(change.old) }));
  return 'reversed';
}

/** Derived columns start empty; the projections fill them before the commit. */
const numbers: ReadonlySet<string> = new Set(['instant', 'integer', 'flag']);

export function derivedDefaults(entity: Entity): Values {
  const derived = Object.entries(entity.fields).filter(
    ([, field]) => field.derived === true && field.required === true,
  );
  return Object.fromEntries(derived.map(([name, field]) => [name, numbers.has(field.type) ? 0 : '']));
}

function reverseUpdate({ db }: Reversing, change: ChangeRow): Outcome {
  const entity = entityOf(change.entity);
  const now = db.first(selectRecord(entity, change.record_id));
  if (now === undefined) return 'kept';
  const [before, after] = [parsed(change.old), parsed(change.new)];
  const standing = Object.keys(after).filter((field) => now[field] !== (before[field] ?? null));
  const untouched = standing.filter((field) => now[field] === after[field]);
  if (untouched.length > 0) {
    const values = Object.fromEntries(untouched.map((field) => [field, before[field]]));
    db.run(updateRecord(entity, change.record_id, values));
  }
  if (untouched.length === standing.length) return 'reversed';
  return untouched.length === 0 ? 'kept' : 'partly';
}

export const parsed = (text: string | null): Values => (text === null ? {} : (JSON.parse(text) as Values));

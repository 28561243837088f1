// The capture triggers, generated from the catalogue: no write to a ledger entity can forget, or do without, its change row.

import { capturedFields, ledgerEntities, type Entity } from '../../src-shared/catalogue';

const quoted = (name: string): string => `'${name}'`;

const pairs = (row: 'OLD' | 'NEW', fields: readonly string[]): string =>
  fields.map((field) => `${quoted(field)}, ${row}.${field}`).join(', ');

/** The whole row without its nulls; json_patch drops them (RFC 7396). */
const wholeRow = (row: 'OLD' | 'NEW', fields: readonly string[]): string =>
  `json_patch('{}', json_object(${pairs(row, fields)}))`;

const differing = (side: 'old' | 'new', fields: readonly string[]): string => {
  const each = fields.map((field) => `SELECT ${quoted(field)} AS k, OLD.${field} AS old, NEW.${field} AS new`);
  return `(SELECT json_group_object(k, ${side}) FROM (${each.join(' UNION ALL ')}) WHERE old IS NOT new)`;
};

function captureOf(entity: Entity, action: 'insert' | 'update' | 'delete'): string {
  const { key, subject } = entity;
  const fields = capturedFields(entity);
  const row = action === 'delete' ? 'OLD' : 'NEW';
  const party = subject === null ? 'NULL' : `${row}.${subject}`;
  const old = { insert: 'NULL', update: differing('old', fields), delete: wholeRow('OLD', fields) }[action];
  const now = { insert: wholeRow('NEW', fields), update: differing('new', fields), delete: 'NULL' }[action];
  const changed = fields.map((field) => `OLD.${field} IS NOT NEW.${field}`).join(' OR ');
  const event = action === 'update' ? `UPDATE OF ${fields.join(', ')}` : action.toUpperCase();
  const when = action === 'update' ? `WHEN ${changed}` : '';
  return `CREATE TRIGGER capture_${key}_${action} AFTER ${event} ON ${key} ${when} BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), ${quoted(key)}, ${row}.id, ${party}, ${quoted(action)}, ${old}, ${now}, randomblob(16));
END`;
}

/** An id never changes: the ledger knows a record by it. */
const idKept = (key: string): string =>
  `CREATE TRIGGER capture_${key}_id BEFORE UPDATE OF id ON ${key} BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END`;

/** Every capture trigger, in catalogue order. */
export function captureTriggers(): readonly string[] {
  return ledgerEntities.flatMap((entity) => [
    captureOf(entity, 'insert'),
    captureOf(entity, 'update'),
    captureOf(entity, 'delete'),
    idKept(entity.key),
  ]);
}

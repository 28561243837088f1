// Comparable forms of contact points and identifiers, and the current stage of roles: derived, so recomputed from the changes.

import { normalContactPoint } from '@shared/features/parties/contact-point';
import { checkIdentifier } from '@shared/features/parties/identifiers';
import { compiled, sealing, sql, statement, tables, type ChangeRow, type Tables, type WriteDb } from '../../db';

export function normaliseParts(db: WriteDb, changes: readonly ChangeRow[], country: string): void {
  const roles = new Set<string>();
  for (const change of changes) {
    if (change.action === 'delete') continue;
    if (change.entity === 'contact_point' && touches(change, ['value', 'kind']))
      normalisePoint(db, change.record_id, country);
    if (change.entity === 'identifier' && touches(change, ['value', 'scheme']))
      normaliseIdentifier(db, change.record_id);
    if (change.entity === 'party_role') roles.add(change.record_id);
  }
  for (const change of changes) if (change.entity === 'role_stage_event') roles.add(roleOf(change));
  for (const id of roles) projectStage(db, id);
}

const touches = (change: ChangeRow, fields: readonly string[]): boolean =>
  fields.some((field) => change.new?.includes(`"${field}"`) === true);

function normalisePoint(db: WriteDb, id: string, country: string): void {
  const point = db.first(selectPoint({ id }));
  if (point === undefined) return;
  const { normal } = normalContactPoint(point.kind, point.value, country);
  if (normal !== point.normal)
    db.run(compiled(tables.updateTable('contact_point').set({ normal }).where('id', '=', id)));
}

function normaliseIdentifier(db: WriteDb, id: string): void {
  const identifier = db.first(selectIdentifier({ id }));
  if (identifier === undefined) return;
  const { normalised } = checkIdentifier(identifier.scheme, identifier.value);
  const normal = sealing.tokens(db, 'identifier.value')(normalised);
  if (normal !== identifier.normal) {
    db.run(compiled(tables.updateTable('identifier').set({ normal }).where('id', '=', id)));
  }
}

function projectStage(db: WriteDb, roleId: string): void {
  const last = db.first(selectLastStage({ role: roleId }));
  if (last !== undefined) {
    db.run(compiled(tables.updateTable('party_role').set({ stage: last.to_stage }).where('id', '=', roleId)));
  }
}

const roleOf = (change: ChangeRow): string =>
  (JSON.parse(change.new ?? change.old ?? '{}') as { role_id?: string }).role_id ?? '';

const selectPoint = statement<{ id: string }, Tables['contact_point']>((arg) =>
  tables.selectFrom('contact_point').selectAll().where('id', '=', arg('id')),
);
const selectIdentifier = statement<{ id: string }, Pick<Tables['identifier'], 'scheme' | 'value' | 'normal'>>((arg) =>
  tables
    .selectFrom('identifier')
    .select(['scheme', 'normal', sealing.opened('identifier.value', sql.ref('id'), sql.ref('value')).as('value')])
    .where('id', '=', arg('id')),
);
/** "Current" is the last event: by time, then by the order in which events were made. */
const selectLastStage = statement<{ role: string }, Pick<Tables['role_stage_event'], 'to_stage'>>((arg) =>
  tables
    .selectFrom('role_stage_event')
    .select('to_stage')
    .where('role_id', '=', arg('role'))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
);

// Statements of undo, built from the catalogue's names at run time: undo knows no entity by heart.

import type { Entity } from '@shared/catalogue';
import { compiled, sealing, sql, statement, tables, type ChangeRow, type Query, type RawBuilder } from '../db';
import { stands } from './ledger.sql';

type Values = Readonly<Record<string, unknown>>;

export const selectRecord = (entity: Entity, id: string): Query<Values> =>
  compiled(sql<Values>`select * from ${sql.table(entity.key)} where id = ${id}`);

export function updateRecord(entity: Entity, id: string, values: Values): Query {
  const assignments = Object.entries(values).map(
    ([field, value]) => sql`${sql.ref(field)} = ${stored(entity, id, [field, value])}`,
  );
  return compiled(sql`update ${sql.table(entity.key)} set ${sql.join(assignments)} where id = ${id}`);
}

export const deleteRecord = (entity: Entity, id: string): Query =>
  compiled(sql`delete from ${sql.table(entity.key)} where id = ${id}`);

export function insertRecord(entity: Entity, id: string, values: Values): Query {
  const fields = ['id', ...Object.keys(values)];
  const row = [sql`${id}`, ...Object.entries(values).map((one) => stored(entity, id, one))];
  return compiled(
    sql`insert into ${sql.table(entity.key)} (${sql.join(fields.map((field) => sql.ref(field)))}) values (${sql.join(row)})`,
  );
}

/** A value of before a field was sealed is sealed when it is put back. */
function stored(entity: Entity, id: string, [field, value]: readonly [string, unknown]): RawBuilder<unknown> {
  if (entity.fields[field]?.sealable === undefined || typeof value !== 'string') return sql`${value ?? null}`;
  return sealing.sealed(`${entity.key}.${field}`, sql.val(id), sql.val(value));
}

/** One row that points at the record through the given reference field, if there is any. */
export const selectReference = (entity: Entity, field: string, id: string): Query<{ id: string }> =>
  compiled(sql<{ id: string }>`select id from ${sql.table(entity.key)} where ${sql.ref(field)} = ${id} limit 1`);

/** Every row that points at the record through the given reference field. */
export const selectReferences = (entity: Entity, field: string, id: string): Query<{ id: string }> =>
  compiled(sql<{ id: string }>`select id from ${sql.table(entity.key)} where ${sql.ref(field)} = ${id}`);

/** Backwards through an operation's changes, from the one before `before`. */
export const selectChangesBackwards = statement<{ first: number; before: number; limit: number }, ChangeRow>((arg) =>
  tables
    .selectFrom('change')
    .selectAll()
    .where('seq', '>=', arg('first'))
    .where('seq', '<', arg('before'))
    .orderBy('seq', 'desc')
    .limit(arg('limit')),
);

/** The change by which an operation made a record, if it did. */
export const selectInsertOf = statement<{ record: string; first: number; last: number }, ChangeRow>((arg) =>
  tables
    .selectFrom('change')
    .selectAll()
    .where('record_id', '=', arg('record'))
    .where('seq', '>=', arg('first'))
    .where('seq', '<=', arg('last'))
    .where('action', '=', 'insert')
    .limit(1),
);

/** A later change to a party's data that still stands: not an undo, and not undone. */
export const selectStandingChange = statement<{ party: string; after: number }, { seq: number }>((arg) =>
  tables
    .selectFrom('change')
    .innerJoin('operation', 'operation.seq', 'change.operation_seq')
    .select('change.seq')
    .where('change.party_id', '=', arg('party'))
    .where('change.seq', '>', arg('after'))
    .where(stands)
    .limit(1),
);

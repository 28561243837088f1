// Statements over the values of a field that may be sealed. Written for any field of the catalogue; `field` is `entity.field`.

import { compiled, sealing, sql, type Query } from '../../db';

const placeOf = (field: string) => {
  const [table, column] = field.split('.') as [string, string];
  return { table: sql.table(table), column: sql.ref(column), id: sql.ref<string>('id'), entity: table, name: column };
};

export function countSealed(field: string): Query<{ count: number; sealed: number }> {
  const { table, column } = placeOf(field);
  return compiled(sql<{ count: number; sealed: number }>`select count(*) as count,
    coalesce(sum(${column} like 'sealed:%'), 0) as sealed from ${table} where ${column} is not null`);
}

export interface Run {
  readonly field: string;
  /** Begins every value that is stored as it should be; null where none is to be sealed. */
  readonly head: string | null;
  readonly after: string;
  readonly limit: number;
}

/** The next records whose value is not stored as it should be. */
export function selectUnlike({ field, head, after, limit }: Run): Query<{ id: string }> {
  const { table, column } = placeOf(field);
  const wrong =
    head === null
      ? sql`${column} like 'sealed:%'`
      : sql`${column} is not null and substr(${column}, 1, ${head.length}) <> ${head}`;
  return compiled(
    sql<{ id: string }>`select id from ${table} where id > ${after} and ${wrong} order by id limit ${limit}`,
  );
}

/** The same value, stored as the office has it now. */
export function resealValue(field: string, id: string): Query {
  const { table, column, id: row } = placeOf(field);
  const value = sealing.opened(field, row, sql<string>`${column}`);
  return compiled(sql`update ${table} set ${column} = ${sealing.sealed(field, row, value)} where id = ${id}`);
}

export const selectLastChangeSeq = (): Query<{ seq: number | null }> =>
  compiled(sql<{ seq: number | null }>`select max(seq) as seq from change`);

/** Changes of a stretch of the ledger that tell a value as it was typed. */
export function selectTellingChanges(field: string, after: number, upTo: number): Query<{ seq: number }> {
  const { entity, name } = placeOf(field);
  const path = `$.${name}`;
  const tells = (side: 'old' | 'new') =>
    sql`coalesce(json_extract(${sql.ref(side)}, ${path}) not like 'sealed:%', false)`;
  return compiled(sql<{ seq: number }>`select seq from change where seq > ${after} and seq <= ${upTo}
    and entity = ${entity} and (${tells('old')} or ${tells('new')})`);
}

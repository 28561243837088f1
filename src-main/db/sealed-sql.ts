// The functions of sealed values as parts of statements. `field` is `entity.field` of the catalogue.

import { ClassKeyMissing } from '../keys';
import type { ReadDb } from './connection';
import { sql, statement, type RawBuilder, type SqlBool } from './query';

type Value = RawBuilder<string>;

/** As it is to be stored: sealed where the office seals this field. */
export const sealed = (field: string, id: Value, value: Value): Value =>
  sql<string>`sealed(${sql.lit(field)}, ${id}, ${value})`;

/** As it was typed; the statement throws `ClassKeyMissing` where the key is not at hand. */
export const opened = (field: string, id: Value, value: Value): Value =>
  sql<string>`opened(${sql.lit(field)}, ${id}, ${value})`;

/** As it was typed, masked where the key is not at hand. */
export const unsealed = (field: string, id: Value, value: Value): Value =>
  sql<string>`unsealed(${sql.lit(field)}, ${id}, ${value})`;

/** A comparable form as it is to be stored: a token where the office seals this field. */
export const token = (field: string, normal: Value): Value => sql<string>`token(${sql.lit(field)}, ${normal})`;

/** Whether a stored comparable form is this one, however it is stored. */
export const isToken = (column: RawBuilder<unknown>, field: string, normal: Value): RawBuilder<SqlBool> =>
  sql<SqlBool>`${column} in (select value from json_each(tokens(${sql.lit(field)}, ${normal})))`;

const selectToken = statement<{ field: string; normal: string }, { token: string }>(
  (arg) => sql<{ token: string }>`select token(${arg('field')}, ${arg('normal')}) as token`,
);

/** What a comparable form is stored as, for comparing outside a statement; as it is for somebody without the key, who finds nothing. */
export const tokens =
  (db: ReadDb, field: string) =>
  (normal: string): string =>
    found(() => db.first(selectToken({ field, normal }))?.token) ?? normal;

function found(look: () => string | undefined): string | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof ClassKeyMissing) return undefined;
    throw error;
  }
}

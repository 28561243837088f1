// Where a sorted list goes on: what lies beyond the last row that was shown, each part one range of the index that gives the order.

import { sql, type RawBuilder } from './query';

/** Place of a row in a list: its sort value and its id. */
export type Place = readonly [value: string | number | null, id: string];

interface Order {
  readonly column: string;
  readonly rises: boolean;
  readonly isNullable: boolean;
}

/**
 * Conditions of which each row beyond `after` fulfils exactly one; `value` and `id` are the places for its two parts. SQLite sorts
 * nulls first: going up they are left by "is not null", going down they are reached last.
 */
export function beyond(
  { column, rises, isNullable }: Order,
  after: Place | null,
  { value, id }: { readonly value: RawBuilder<unknown>; readonly id: RawBuilder<unknown> },
): RawBuilder<boolean>[] {
  if (after === null) return [sql<boolean>`true`];
  const ref = sql.ref(column);
  if (after[0] === null && !rises) return [sql<boolean>`${ref} is null and id < ${id}`];
  if (after[0] === null) return [sql<boolean>`${ref} is null and id > ${id}`, sql<boolean>`${ref} is not null`];
  if (rises) return [sql<boolean>`(${ref}, id) > (${value}, ${id})`];
  const below = sql<boolean>`(${ref}, id) < (${value}, ${id})`;
  return isNullable ? [below, sql<boolean>`${ref} is null`] : [below];
}

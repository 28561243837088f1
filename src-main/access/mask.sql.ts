// Field masks: a reader without the right to class-3 values gets the last four characters, in every answer and from SQL.

import { sql } from 'kysely';
import type { Expression, RawBuilder } from 'kysely';
import type { Actor } from './actor';

export const seesSensitive = (actor: Pick<Actor, 'can'>): boolean => actor.can('parties.read-sensitive');

const MASK = '••••';
/** Of a shorter value the last four characters would be half of it or all. */
const LEAST_SHOWN = 8;

/** The last four characters of a class-3 text, or none of a short one. */
export function maskedText(text: string): string {
  const characters = [...text];
  return characters.length < LEAST_SHOWN ? MASK : MASK + characters.slice(-4).join('');
}

/** The same inside a statement, so that the whole value never leaves the database, unless the actor may see it. */
export function maskIdentifier(actor: Actor, column: Expression<string>): RawBuilder<string> {
  if (seesSensitive(actor)) return sql<string>`${column}`;
  return sql<string>`${MASK} || case when length(${column}) < ${LEAST_SHOWN} then '' else substr(${column}, -4) end`;
}

// Field masks: a reader without the right to class-3 values gets the last four characters, in every answer and from SQL.

import { sql } from 'kysely';
import type { Expression, RawBuilder } from 'kysely';
import type { Actor } from './actor';

export const seesSensitive = (actor: Actor): boolean => actor.can('parties.read-sensitive');

/** Replaces a class-3 text column by bullets and its last four characters, unless the actor may see it whole. */
export function maskIdentifier(actor: Actor, column: Expression<string>): RawBuilder<string> {
  return seesSensitive(actor) ? sql<string>`${column}` : sql<string>`'••••' || substr(${column}, -4)`;
}

// Long queries on a connection of their own: the same handlers, no way to write.

import type { Clock } from '@shared/core/clock';
import { fail } from '@shared/core/result';
import { dressed, undressed, type Actor } from '../access';
import { readConnection, sealingOfConnection, type Database, type ReadDb } from '../db';
import { actorOf } from '../features/policy';
import type { Registered, Reply } from './door';

export interface ReadRequest {
  readonly op: string;
  /** Parsed already by the door. */
  readonly input: unknown;
  readonly userId: string;
}

/** One connection, read as somebody sees it. */
export interface Reader {
  /** Rights stand in tables of which everybody sees everything. */
  actor(userId: string, now: number): Actor | null;
  /** For null as it is stored. */
  as(actor: Actor | null): ReadDb;
}

/** Dressed anew only when somebody else asks, or with other rights. */
export function createReader(database: Database): Reader {
  const rights = readConnection(database);
  const last: { as?: string; db?: ReadDb } = {};
  return {
    actor: (userId, now) => actorOf(rights, userId, now),
    as(actor) {
      const as = JSON.stringify(
        actor === null ? null : [actor.userId, actor.policy, sealingOfConnection(database).classes],
      );
      if (last.db === undefined || last.as !== as)
        Object.assign(last, { as, db: actor === null ? undressed(database) : dressed(database, actor) });
      return last.db!;
    },
  };
}

/** Answers a query; the rights are checked again because a reader trusts nobody either. */
export async function answerQuery(
  operations: ReadonlyMap<string, Registered>,
  reader: Reader,
  { op, input, userId, clock }: ReadRequest & { clock: Clock },
): Promise<Reply> {
  const registered = operations.get(op);
  if (registered === undefined || registered.operation.kind !== 'query')
    return fail('door.unknown-operation', { operation: op });
  const actor = reader.actor(userId, clock.now());
  if (actor === null) return fail('door.locked');
  if (!actor.can(registered.operation.permission))
    return fail('door.forbidden', { permission: registered.operation.permission });
  const handler = registered.handler as (context: unknown, input: unknown) => Reply;
  return handler({ db: reader.as(registered.operation.whole ? null : actor), actor, clock }, input);
}

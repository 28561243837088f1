// Long queries on a connection of their own: the same handlers, no way to write.

import type { Clock } from '@shared/core/clock';
import { fail } from '@shared/core/result';
import { userActor, type UserIdentity } from '../access';
import type { ReadDb } from '../db';
import type { Registered, Reply } from './door';

export interface ReadRequest {
  readonly op: string;
  /** Parsed already by the door. */
  readonly input: unknown;
  readonly user: UserIdentity;
}

/** Answers a query; the rights are checked again because a reader trusts nobody either. */
export async function answerQuery(
  operations: ReadonlyMap<string, Registered>,
  db: ReadDb,
  { op, input, user, clock }: ReadRequest & { clock: Clock },
): Promise<Reply> {
  const registered = operations.get(op);
  if (registered === undefined || registered.operation.kind !== 'query')
    return fail('door.unknown-operation', { operation: op });
  const actor = userActor(user);
  if (!actor.can(registered.operation.permission))
    return fail('door.forbidden', { permission: registered.operation.permission });
  const handler = registered.handler as (context: unknown, input: unknown) => Reply;
  return handler({ db, actor, clock }, input);
}

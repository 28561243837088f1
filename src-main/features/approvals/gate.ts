// What the door asks before a protected operation: is something needed, and is it there? It is used up by the operation it allows.

import { mostOf } from '@shared/features/approvals/approval';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Permit } from '../../core/context';
import type { WriteDb } from '../../db';
import { emptyEvent, insertEvent, selectRequestsBy } from './approvals.sql';
import { mayApprove, needOf, type AskedCall, type Need, type Surroundings } from './need';
import { hashOf, isSigned, requestOf, type Request } from './request';

export type GateError = Failure<'door.approval-needed' | 'door.approval-impossible'>;

/** null: nothing is needed. Of several that fit, the oldest is used. */
export function permitFor(call: AskedCall, around: Surroundings): Result<Permit | null, GateError> {
  const need = needOf(call, around);
  if (need === null) return ok(null);
  const fitting = requestsFor(call, need, around);
  const granted = fitting.find((request) => holdsFor(request, need, around));
  if (granted !== undefined) return ok({ id: granted.body.id, most: granted.body.most });
  const { protection, needs, count, fields, approvers } = need;
  if (needs === 'two' && approvers.length === 0) return fail('door.approval-impossible', { rule: protection.rule });
  const waiting = fitting.find(({ state }) => state === 'waiting');
  return fail('door.approval-needed', {
    operation: call.op,
    rule: protection.rule,
    needs,
    count,
    most: mostOf(count),
    fields,
    approvers: approvers.map(({ name }) => name),
    logins: approvers.map(({ login }) => login),
    waiting: waiting?.body.id ?? null,
    waitsUntil: waiting?.body.expiresAt ?? null,
  });
}

const DAY_MS = 24 * 60 * 60_000;

/** What the caller asked for of exactly this, in the time that a request lasts. */
function requestsFor({ op, actor }: AskedCall, { exactly }: Need, { whole, now }: Surroundings): Request[] {
  const inputHash = hashOf(exactly);
  return whole
    .all(selectRequestsBy({ userId: actor.userId ?? '', since: now - DAY_MS }))
    .flatMap(({ request_id }) => requestOf(whole, request_id, now) ?? [])
    .filter(({ body }) => body.who === actor.userId && body.operation === op && body.inputHash === inputHash);
}

/** Granted, and still as it was granted: by somebody who may approve today, for no fewer eyes, fields or records than now. */
function holdsFor(request: Request, need: Need, { whole, now, keyOf }: Surroundings): boolean {
  const { body, state, decision } = request;
  if (state !== 'granted' || hashOf(JSON.parse(request.exactly)) !== body.inputHash) return false;
  if (need.needs === 'two' && body.needs !== 'two') return false;
  if (need.count > body.most || need.fields.some((field) => !body.fields.includes(field))) return false;
  if (body.needs === 'two' && (decision === null || !mayApprove(whole, decision.user_id, now))) return false;
  return isSigned(request, keyOf);
}

/** An approval was used by something else while this was on its way. */
export class ApprovalSpent extends Error {
  readonly id: string;
  constructor(id: string) {
    super(`approval ${id} is spent`);
    this.id = id;
  }
}

/** In the transaction of what it allows; the database, too, refuses a second time. `at` in ms UTC of the hybrid clock. */
export function usePermit(
  db: WriteDb,
  { id }: Permit,
  { userId, at, operationId }: { readonly userId: string; readonly at: number; readonly operationId: string },
): void {
  if (requestOf(db, id, at)?.state !== 'granted') throw new ApprovalSpent(id);
  db.run(insertEvent({ ...emptyEvent, request_id: id, step: 'used', user_id: userId, at, operation_id: operationId }));
}

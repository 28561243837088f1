// Whether a call needs more than the right to make it: what the door asks before it lets a protected operation pass.

import type { ApprovalNeeds, Protection } from '@shared/core/approval';
import type { Clock } from '@shared/core/clock';
import type { Operation } from '@shared/core/contract';
import type { Actor } from '../../access';
import { siteSettings } from '../settings';
import { selectUsers } from '../users';
import { actorOf } from '../policy';
import type { ReadDb } from '../../db';
import { measures, type Measured } from './measures';
import type { KeyOf } from './request';

export interface AskedCall {
  readonly op: string;
  readonly operation: Pick<Operation, 'approval'>;
  /** Parsed. */
  readonly input: unknown;
  readonly actor: Actor;
}

export interface Surroundings {
  /** As the caller sees it. */
  readonly db: ReadDb;
  /** As it is stored. */
  readonly whole: ReadDb;
  /** ms UTC of the hybrid clock. */
  readonly now: number;
  readonly clock: Clock;
  readonly keyOf: KeyOf;
}

export interface Need extends Measured {
  readonly protection: Protection<unknown>;
  readonly exactly: unknown;
  readonly needs: ApprovalNeeds;
  /** Who could approve. None, and `two` is needed all the same: it cannot be done here. */
  readonly approvers: readonly Approver[];
}

interface Approver {
  readonly id: string;
  readonly name: string;
  readonly login: string;
}

/** null when the right to do it is enough. System actors act on what people have confirmed already. */
export function needOf({ operation, input, actor }: AskedCall, around: Surroundings): Need | null {
  const protection = operation.approval as Protection<unknown> | undefined;
  if (protection === undefined || actor.userId === null) return null;
  const exactly = protection.exactly(input);
  const measured = measures[protection.rule]({ ...around, actor, exactly });
  if (measured === null) return null;
  const approvers = approversBeside(around, actor.userId);
  const needs = approvers.length > 0 || siteSettings(around.whole).fourEyes === 'always' ? 'two' : 'step-up';
  return { ...measured, protection, exactly, needs, approvers };
}

/** Everybody else who may approve today, and can sign. */
function approversBeside({ whole, now, keyOf }: Surroundings, userId: string): Approver[] {
  return whole.all(selectUsers({})).flatMap((user) => {
    if (user.id === userId || keyOf(user.id) === undefined || !mayApprove(whole, user.id, now)) return [];
    return [{ id: user.id, name: user.display_name, login: user.login }];
  });
}

export const mayApprove = (db: ReadDb, userId: string, now: number): boolean =>
  actorOf(db, userId, now)?.can('approvals.approve') === true;

// Between a call that the door holds until it is confirmed and the part of the window that asks for a passphrase. Pages know nothing
// of it: their call answers when it was done, or with the door's refusal when nobody confirmed it.

import type { ApprovalNeeds, ApprovalRule } from '@shared/core/approval';
import type { Failure, Result } from '@shared/core/result';

/** A call as the door holds it. */
export interface HeldCall {
  readonly operation: string;
  readonly input: unknown;
  readonly rule: ApprovalRule;
  readonly needs: ApprovalNeeds;
  readonly count: number;
  readonly fields: readonly string[];
  /** Who could approve: names, and in the same order their logins. */
  readonly approvers: readonly string[];
  readonly logins: readonly string[];
  /** The request of exactly this that waits already, and until when. */
  readonly waiting: string | null;
  readonly waitsUntil: number | null;
}

/** True when it may be called again. */
type Confirm = (held: HeldCall) => Promise<boolean>;

const confirmers = new Set<Confirm>();

/** Returns a function that stops it. */
export function onHeldCall(confirm: Confirm): () => void {
  confirmers.add(confirm);
  return () => void confirmers.delete(confirm);
}

export async function throughConfirming(
  call: (operation: string, input: unknown) => Promise<Result<unknown, Failure>>,
  operation: string,
  input: unknown,
): Promise<Result<unknown, Failure>> {
  const result = await call(operation, input);
  const [confirm] = confirmers;
  if (result.ok || result.error.code !== 'door.approval-needed' || confirm === undefined) return result;
  const held = { ...(result.error.details as unknown as HeldCall), operation, input };
  return (await confirm(held)) ? call(operation, input) : result;
}

// Between a call that the door holds and the part of the window that asks the person for what is missing: a passphrase, somebody else's
// approval, what a look is for. Pages know nothing of it: their call answers when it was done, or with the door's refusal when nobody
// answered.

import type { ApprovalNeeds, ApprovalRule } from '@shared/core/approval';
import type { Failure, Result } from '@shared/core/result';

/** A call that waits for approval, as the door holds it. */
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

/** What the door wants to know before it shows something; several parts of a page may be held by the same question. */
export interface PurposeQuestion {
  readonly asked: string;
  /** How long the answer holds. */
  readonly minutes: number;
}

type Call = (operation: string, input: unknown) => Promise<Result<unknown, Failure>>;
/** True when it may be called again. */
type Ask<Held> = (held: Held) => Promise<boolean>;

interface Desk<Held> {
  /** Returns a function that stops it. */
  on(ask: Ask<Held>): () => void;
  through(call: Call): Call;
}

function deskFor<Held>(
  code: string,
  heldOf: (failure: Failure, called: Pick<HeldCall, 'operation' | 'input'>) => Held,
): Desk<Held> {
  const asking = new Set<Ask<Held>>();
  return {
    on(ask) {
      asking.add(ask);
      return () => void asking.delete(ask);
    },
    through: (call) => async (operation, input) => {
      const result = await call(operation, input);
      const [ask] = asking;
      if (result.ok || result.error.code !== code || ask === undefined) return result;
      return (await ask(heldOf(result.error, { operation, input }))) ? call(operation, input) : result;
    },
  };
}

const approvals = deskFor('door.approval-needed', ({ details }, called): HeldCall => ({
  ...(details as unknown as HeldCall),
  ...called,
}));
const purposes = deskFor('door.purpose-needed', ({ details }) => details as unknown as PurposeQuestion);

export const onHeldCall = approvals.on;
export const onPurposeAsked = purposes.on;
export const throughDesks = (call: Call): Call => purposes.through(approvals.through(call));

/** The question of a failure; null where it asks for nothing of the kind. */
export const purposeAskedBy = ({ code, details }: Failure): PurposeQuestion | null =>
  code === 'door.purpose-needed' && typeof details?.['asked'] === 'string'
    ? (details as unknown as PurposeQuestion)
    : null;

// What the door holds until it is confirmed, on the command line: whoever gave their passphrase has confirmed it themselves. Where a
// second person must approve, `--purpose` asks them, and the same command passes once they have.

import type { ApprovalNeeds } from '@shared/core/approval';
import { fail, type Failure } from '@shared/core/result';
import type { Approval } from '@shared/features/approvals/approvals.contract';
import type { Engine } from '../engine/engine';
import type { CommandInput } from './command';

interface Held {
  readonly needs: ApprovalNeeds;
  readonly waiting: string | null;
}

/** The engine's door for one whose passphrase is at hand. */
export function confirming(engine: Engine, passphrase: string, { options }: Pick<CommandInput, 'options'>): Engine {
  const call: Engine['call'] = async (op, input) => {
    const reply = await engine.call(op, input);
    if (reply.ok || reply.error.code !== 'door.approval-needed') return reply;
    const { needs, waiting } = reply.error.details as unknown as Held;
    if (needs === 'two' && options.approval !== undefined) return notGranted(engine, options.approval);
    if (needs === 'two' && waiting !== null) return fail('cli.approval-waits', { id: waiting });
    if (needs === 'two' && options.purpose === undefined) return reply;
    const { purpose, recipient } = options;
    const asked = await engine.call('approvals.request', { operation: op, input, purpose, recipient, passphrase });
    if (!asked.ok) return asked;
    const { id, state } = asked.value as Pick<Approval, 'id' | 'state'>;
    return state === 'granted' ? engine.call(op, input) : fail('cli.approval-waits', { id });
  };
  return { ...engine, call };
}

/** Why the approval that was named does not hold. */
async function notGranted(engine: Engine, id: string): Promise<{ ok: false; error: Failure }> {
  const listed = await engine.call('approvals.list', { ids: [id] });
  if (!listed.ok) return listed;
  const [known] = (listed.value as { approvals: Approval[] }).approvals;
  if (known === undefined) return fail('approvals.not-found', { id });
  return known.state === 'waiting' ? fail('cli.approval-waits', { id }) : fail('cli.approval-not-for-this', { id });
}

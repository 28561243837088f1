// What the door holds until something is said, on the command line: whoever gave their passphrase has confirmed it themselves. Where a
// second person must approve, `--purpose` asks them, and the same command passes once they have; where a role must say why it looks,
// `--purpose` says it.

import type { ApprovalNeeds } from '@shared/core/approval';
import { isReadingPurpose, purposeText, readingPurposes } from '@shared/core/purpose';
import { fail, type Failure } from '@shared/core/result';
import type { Approval } from '@shared/features/approvals/approvals.contract';
import type { Reply } from '../engine/door';
import type { Engine } from '../engine/engine';
import type { CommandInput } from './command';

interface Held {
  readonly needs: ApprovalNeeds;
  readonly waiting: string | null;
}

type Options = CommandInput['options'];

interface Asked {
  readonly op: string;
  readonly input: unknown;
  readonly reply: Reply;
  readonly options: Options;
}

/** The engine's door for one whose passphrase is at hand. */
export function confirming(engine: Engine, passphrase: string, { options }: Pick<CommandInput, 'options'>): Engine {
  const call: Engine['call'] = async (op, input) => {
    const reply = await declared(engine, { op, input, options, reply: await engine.call(op, input) });
    return approved(engine, { op, input, options, reply }, passphrase);
  };
  return { ...engine, call };
}

/** Says why, where the door asked it and the command line knows. */
async function declared(
  engine: Engine,
  { op, input, reply, options: { purpose, purposeWords } }: Asked,
): Promise<Reply> {
  if (reply.ok || reply.error.code !== 'door.purpose-needed' || purpose === undefined) return reply;
  if (!isReadingPurpose(purpose)) return fail('cli.purpose-unknown', { purpose, purposes: readingPurposes.join(', ') });
  const words = purposeWords === undefined ? {} : { words: purposeWords };
  const said = await engine.call('access.declare', { asked: reply.error.details?.['asked'], purpose, ...words });
  return said.ok ? engine.call(op, input) : said;
}

async function approved(engine: Engine, { op, input, reply, options }: Asked, passphrase: string): Promise<Reply> {
  if (reply.ok || reply.error.code !== 'door.approval-needed') return reply;
  const { needs, waiting } = reply.error.details as unknown as Held;
  if (needs === 'two' && options.approval !== undefined) return notGranted(engine, options.approval);
  if (needs === 'two' && waiting !== null) return fail('cli.approval-waits', { id: waiting });
  if (needs === 'two' && options.purpose === undefined) return reply;
  const { recipient } = options;
  const asked = await engine.call('approvals.request', {
    operation: op,
    input,
    recipient,
    passphrase,
    purpose: options.purpose === undefined ? undefined : purposeText(options.purpose, options.purposeWords ?? ''),
  });
  if (!asked.ok) return asked;
  const { id, state } = asked.value as Pick<Approval, 'id' | 'state'>;
  return state === 'granted' ? engine.call(op, input) : fail('cli.approval-waits', { id });
}

/** Why the approval that was named does not hold. */
async function notGranted(engine: Engine, id: string): Promise<{ ok: false; error: Failure }> {
  const listed = await engine.call('approvals.list', { ids: [id] });
  if (!listed.ok) return listed;
  const [known] = (listed.value as { approvals: Approval[] }).approvals;
  if (known === undefined) return fail('approvals.not-found', { id });
  return known.state === 'waiting' ? fail('cli.approval-waits', { id }) : fail('cli.approval-not-for-this', { id });
}

/** With the purposes there are: whoever types a command has no list to choose from. */
export const purposesNamed = (error: Failure): Failure =>
  error.code === 'door.purpose-needed'
    ? { code: 'cli.purpose-needed', details: { purposes: readingPurposes.join(', ') } }
    : error;

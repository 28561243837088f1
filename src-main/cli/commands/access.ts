// `access find|break-glass|end|emergencies`: a record that one's rights do not reach, in an emergency, and what became of such accesses.

import type { Emergency, Sought } from '@shared/features/emergencies/emergencies.contract';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { withUnlocked } from '../session';

export const access: Command = async (input) => {
  const [what, subject, id] = input.positionals;
  if (what === 'find' && subject !== undefined) return find(input, subject);
  if (what === 'break-glass' && subject !== undefined) return open(input, subject);
  if (what === 'end') return end(input);
  if (what === 'emergencies' && subject === 'list') return list(input);
  if (what === 'emergencies' && subject === 'review' && id !== undefined) return review(input, id);
  return misuse('cli.access.what');
};

interface Asked<T> {
  readonly operation: string;
  readonly input: object;
  lines(value: T): string[];
}

/** `T` is what the operation declares. */
const ask = <T>(command: CommandInput, { operation, input, lines }: Asked<T>): Promise<CommandResult> =>
  withUnlocked(command, async ({ engine }) => {
    const reply = await engine.call(operation, input);
    if (!reply.ok) return failed(reply.error);
    command.output.result(reply.value, lines(reply.value as T));
    return done;
  });

const find = (command: CommandInput, text: string): Promise<CommandResult> =>
  ask<{ found: Sought[] }>(command, {
    operation: 'emergencies.find',
    input: { text },
    lines: ({ found }) =>
      found.length === 0
        ? [command.output.t('cli.access.nobody')]
        : found.map(({ id, kind, initials }) => [id, kind, initials].join('\t')),
  });

function open(command: CommandInput, partyId: string): Promise<CommandResult> {
  const { reason, words = '' } = command.options;
  return ask<{ partyId: string; until: number }>(command, {
    operation: 'emergencies.open',
    input: { partyId, reason, words },
    lines: (opened) => [
      command.output.t('cli.access.opened', { partyId: opened.partyId, until: new Date(opened.until).toISOString() }),
    ],
  });
}

const end = (command: CommandInput): Promise<CommandResult> =>
  ask(command, {
    operation: 'emergencies.end',
    input: {},
    lines: () => [command.output.t('cli.access.ended')],
  });

function list(command: CommandInput): Promise<CommandResult> {
  const { t } = command.output;
  const { unreviewed, month, limit } = command.options;
  return ask<{ emergencies: Emergency[] }>(command, {
    operation: 'emergencies.list',
    input: { ...(unreviewed ? { state: 'unreviewed' } : {}), ...(month && { month }), ...(limit && { limit }) },
    lines: ({ emergencies }) =>
      emergencies.length === 0 ? [t('cli.access.none')] : emergencies.map((one) => lineOf(one, t)),
  });
}

function lineOf(
  { id, at, user, party, reason, words, verdict, isOverdue }: Emergency,
  t: CommandInput['output']['t'],
): string {
  const judged = verdict === null ? t('cli.access.waits') : t(`catalogue.emergency_access.verdict.${verdict}`);
  const why = t(`catalogue.emergency_access.reason.${reason}`);
  const late = isOverdue ? [t('cli.access.overdue')] : [];
  return [id, new Date(at).toISOString(), user.name, party.name, why, words, judged, ...late].join('\t');
}

function review(command: CommandInput, id: string): Promise<CommandResult> {
  const { verdict, words } = command.options;
  return ask(command, {
    operation: 'emergencies.review',
    input: { id, verdict, ...(words === undefined ? {} : { words }) },
    lines: () => [command.output.t('cli.access.reviewed', { id })],
  });
}

// `exports`: for whom files are encrypted, which files left the base, and whether a file is one of them.

import { resolve } from 'node:path';
import type { Receipt, Recipient } from '@shared/features/exports/lock';
import { done, exitCodes, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { withUnlocked } from '../session';

export const exportsCommand: Command = async (input) => {
  const act = acts[input.positionals[0] ?? ''];
  return act === undefined ? misuse('cli.exports.what') : act(input);
};

interface Asked<Value> {
  readonly operation: string;
  readonly wish: object;
  readonly lines: (value: Value) => readonly string[];
  /** Whether the answer is the hoped for one. */
  readonly isGood?: (value: Value) => boolean;
}

const ask = <Value>(input: CommandInput, { operation, wish, lines, isGood }: Asked<Value>): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const answer = await engine.call(operation, wish);
    if (!answer.ok) return failed(answer.error);
    const value = answer.value as Value;
    input.output.result(value, lines(value));
    return isGood?.(value) === false ? { kind: 'done', exitCode: exitCodes.expectedFailure } : done;
  });

const recipients = (input: CommandInput): Promise<CommandResult> =>
  ask<{ recipients: Recipient[] }>(input, {
    operation: 'exports.recipients',
    wish: {},
    lines: (value) =>
      value.recipients.length === 0
        ? [input.output.t('cli.exports.no-recipients')]
        : value.recipients.map(({ id, name, kind, key }) => [id, name ?? kind, key].join('\t')),
  });

async function addRecipient(input: CommandInput): Promise<CommandResult> {
  const [, name, key] = input.positionals;
  if (name === undefined || key === undefined) return misuse('cli.exports.what');
  const lines = ({ id }: { readonly id: string }): string[] => [input.output.t('cli.exports.recipient-added', { id })];
  return ask(input, { operation: 'exports.addRecipient', wish: { name, key }, lines });
}

async function removeRecipient(input: CommandInput): Promise<CommandResult> {
  const [, id] = input.positionals;
  if (id === undefined) return misuse('cli.exports.what');
  const lines = (): string[] => [input.output.t('cli.exports.recipient-removed', { id })];
  return ask(input, { operation: 'exports.removeRecipient', wish: { id }, lines });
}

const receipts = (input: CommandInput): Promise<CommandResult> =>
  ask<{ receipts: Receipt[] }>(input, {
    operation: 'exports.receipts',
    wish: input.options.limit === undefined ? {} : { limit: input.options.limit },
    lines: (value) => (value.receipts.length === 0 ? [input.output.t('cli.exports.none')] : value.receipts.map(lineOf)),
  });

const lineOf = ({ at, who, file, rows, way, recipients: named, sha256 }: Receipt): string =>
  [
    new Date(at).toISOString(),
    who?.name ?? '',
    file,
    rows,
    [way, ...named.map(({ name, key }) => name ?? key)].join(' '),
    sha256,
  ].join('\t');

/** Exit code 1 when no file like this was written here. */
async function verify(input: CommandInput): Promise<CommandResult> {
  const [, file] = input.positionals;
  if (file === undefined) return misuse('cli.exports.what');
  const { t } = input.output;
  return ask<{ sha256: string; receipt: Receipt | null }>(input, {
    operation: 'exports.verify',
    wish: { file: resolve(file) },
    lines: ({ sha256, receipt }) =>
      receipt === null ? [t('cli.exports.unknown', { sha256 })] : [t('cli.exports.known'), lineOf(receipt)],
    isGood: ({ receipt }) => receipt !== null,
  });
}

const acts: Readonly<Record<string, (input: CommandInput) => Promise<CommandResult>>> = {
  recipients,
  'add-recipient': addRecipient,
  'remove-recipient': removeRecipient,
  receipts,
  verify,
};

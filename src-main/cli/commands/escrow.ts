// `escrow`: the data key for whoever holds an age key, in a file that the stock tools open.

import { resolve } from 'node:path';
import { stockTools } from '@shared/features/recovery/stock-tools';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { readPassphrase, withUnlocked } from '../session';

export const escrow: Command = async (input) => {
  const act = acts[input.positionals[0] ?? ''];
  return act === undefined ? misuse('cli.escrow-what') : act(input);
};

async function add(input: CommandInput): Promise<CommandResult> {
  const { recipient, out } = input.options;
  if (recipient === undefined) return misuse('cli.option-missing', '--recipient');
  if (out === undefined) return misuse('cli.option-missing', '--out');
  return proven(input, 'recovery.addEscrow', {
    wish: { recipient, file: resolve(out) },
    lines: [input.output.t('recovery.escrow-written'), stockTools.decryptEscrow(out), stockTools.open],
  });
}

const remove = (input: CommandInput): Promise<CommandResult> =>
  proven(input, 'recovery.removeEscrow', {
    wish: { id: input.positionals[1] ?? '' },
    lines: [input.output.t('recovery.escrow-removed')],
  });

interface Act {
  readonly wish: object;
  readonly lines: readonly string[];
}

/** The passphrase once to open the base, and once as proof: the door asks for it with every change of this kind. */
const proven = (input: CommandInput, operation: string, { wish, lines }: Act): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const passphrase = readPassphrase(input.options.passphraseFile ?? '');
    if (!passphrase.ok) return failed(passphrase.error);
    const answer = await engine.call(operation, { ...wish, passphrase: passphrase.value });
    if (!answer.ok) return failed(answer.error);
    input.output.result(answer.value, lines);
    return done;
  });

const list = (input: CommandInput): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const status = await engine.call('recovery.status', {});
    if (!status.ok) return failed(status.error);
    const { escrows } = status.value as { escrows: { id: string; recipient: string }[] };
    const lines = escrows.map(({ id, recipient }) => `${id}  ${recipient}`);
    input.output.result(escrows, lines.length === 0 ? [input.output.t('recovery.no-escrows')] : lines);
    return done;
  });

const acts: Readonly<Record<string, (input: CommandInput) => Promise<CommandResult>>> = { add, list, remove };

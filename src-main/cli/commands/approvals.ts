// `approvals list|approve|refuse|withdraw`: what waits for a second person, and deciding it.

import type { Approval } from '@shared/features/approvals/approvals.contract';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { readPassphrase, withUnlocked } from '../session';

export const approvals: Command = async (input) => {
  const [what, id] = input.positionals;
  if (what === 'list') return list(input);
  if (what !== 'approve' && what !== 'refuse' && what !== 'withdraw') return misuse('cli.approvals.what');
  return id === undefined ? misuse('cli.approvals.what') : decide(input, what, id);
};

const list = (input: CommandInput): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const listed = await engine.call('approvals.list', {});
    if (!listed.ok) return failed(listed.error);
    const rows = (listed.value as { approvals: Approval[] }).approvals;
    const lines = rows.map(({ id, state, operation, who, count, purpose, expiresAt }) =>
      [id, state, operation, who?.name ?? '', count, purpose ?? '', new Date(expiresAt).toISOString()].join('\t'),
    );
    input.output.result(listed.value, lines.length === 0 ? [input.output.t('cli.approvals.none')] : lines);
    return done;
  });

const decidedWords = {
  approve: 'cli.approvals.approved',
  refuse: 'cli.approvals.refused',
  withdraw: 'cli.approvals.withdrawn',
} as const;

const decide = (input: CommandInput, what: 'approve' | 'refuse' | 'withdraw', id: string): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const passphrase = what === 'approve' ? readPassphrase(input.options.passphraseFile ?? '') : null;
    if (passphrase?.ok === false) return failed(passphrase.error);
    const decided = await engine.call(
      `approvals.${what}`,
      passphrase === null ? { id } : { id, passphrase: passphrase.value },
    );
    if (!decided.ok) return failed(decided.error);
    input.output.result(decided.value, [input.output.t(decidedWords[what], { id })]);
    return done;
  });

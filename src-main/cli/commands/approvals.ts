// `approvals`: what waits for a second person, and deciding it, at this seat or by codes that are carried between two.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Approval } from '@shared/features/approvals/approvals.contract';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import type { Engine } from '../../engine/engine';
import { readInput, readPassphrase, withUnlocked } from '../session';

export const approvals: Command = async (input) => {
  const [what, id] = input.positionals;
  if (what === 'list') return list(input);
  if (what === 'export-code') return id === undefined ? misuse('cli.approvals.what') : exportCode(input, id);
  if (what === 'sign-code' || what === 'accept-code') return byCode(input, what);
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

const exportCode = (input: CommandInput, id: string): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const answer = await engine.call('approvals.exportCode', { id });
    if (!answer.ok) return failed(answer.error);
    input.output.result(answer.value, [(answer.value as { code: string }).code]);
    return done;
  });

/** From the line, a file or, as `-`, from what is typed: a code may be longer than a line of the system. */
function codeOf({ positionals, options }: CommandInput): Result<string, Failure> {
  const given = positionals[1] ?? options.input;
  if (given === undefined) return fail('cli.option-missing', { value: '--input' });
  if (given.startsWith('DIWAN-')) return ok(given);
  return readInput(given);
}

/** Signing shows on stderr what is signed, before the answer stands on stdout. */
async function byCode(input: CommandInput, what: 'sign-code' | 'accept-code'): Promise<CommandResult> {
  const code = codeOf(input);
  if (!code.ok) return misuse('cli.approvals.what');
  return withUnlocked(input, ({ engine }) =>
    what === 'sign-code' ? signCode(input, engine, code.value) : acceptCode(input, engine, code.value),
  );
}

async function signCode(input: CommandInput, engine: Engine, code: string): Promise<CommandResult> {
  const passphrase = readPassphrase(input.options.passphraseFile ?? '');
  if (!passphrase.ok) return failed(passphrase.error);
  const read = await engine.call('approvals.readCode', { code });
  if (!read.ok) return failed(read.error);
  const { rule, who, count, purpose, exactly } = (read.value as { approval: Approval }).approval;
  const { note, t } = input.output;
  note(t(`approvals.what.${rule}`));
  note([who?.name ?? '', count, purpose ?? '', exactly].join('\t'));
  const signed = await engine.call('approvals.signCode', { code, passphrase: passphrase.value });
  if (!signed.ok) return failed(signed.error);
  input.output.result(signed.value, [(signed.value as { code: string }).code]);
  return done;
}

async function acceptCode(input: CommandInput, engine: Engine, code: string): Promise<CommandResult> {
  const accepted = await engine.call('approvals.acceptCode', { code });
  if (!accepted.ok) return failed(accepted.error);
  const { id } = accepted.value as { id: string };
  input.output.result(accepted.value, [input.output.t('cli.approvals.approved', { id })]);
  return done;
}

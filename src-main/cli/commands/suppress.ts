// `suppress add|check VALUE`, `suppress list`, `suppress remove ID`: numbers and mail addresses that nobody contacts again.

import type { Suppression } from '@shared/features/privacy/privacy.contract';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { withUnlocked } from '../session';

export const suppress: Command = async (input) => {
  const [what, value] = input.positionals;
  if (what === 'list') return list(input);
  if (value === undefined) return misuse('cli.suppress.what');
  if (what === 'add') return add(input, value);
  if (what === 'check') return check(input, value);
  return what === 'remove' ? remove(input, value) : misuse('cli.suppress.what');
};

const said = (value: string) => ({ kind: value.includes('@') ? 'email' : 'phone', value });

const add = (input: CommandInput, value: string): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const { reason } = input.options;
    const answer = await engine.call('privacy.suppress', {
      ...said(value),
      ...(reason === undefined ? {} : { reason }),
    });
    if (!answer.ok) return failed(answer.error);
    const { added } = answer.value as { added: boolean };
    input.output.result(answer.value, [input.output.t(added ? 'privacy.suppressed' : 'privacy.listed-already')]);
    return done;
  });

const check = (input: CommandInput, value: string): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const answer = await engine.call('privacy.check', said(value));
    if (!answer.ok) return failed(answer.error);
    const { entry } = answer.value as { entry: Suppression | null };
    input.output.result(answer.value, [entry === null ? input.output.t('privacy.not-listed') : lineOf(input, entry)]);
    return done;
  });

const list = (input: CommandInput): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const { limit } = input.options;
    const answer = await engine.call('privacy.suppressions', limit === undefined ? {} : { limit });
    if (!answer.ok) return failed(answer.error);
    const { entries } = answer.value as { entries: Suppression[] };
    const lines = entries.map((entry) => lineOf(input, entry));
    input.output.result(answer.value, lines.length === 0 ? [input.output.t('privacy.nobody-suppressed')] : lines);
    return done;
  });

const remove = (input: CommandInput, id: string): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const answer = await engine.call('privacy.release', { id });
    if (!answer.ok) return failed(answer.error);
    input.output.result(answer.value, [input.output.t('privacy.released')]);
    return done;
  });

const lineOf = ({ output: { t } }: CommandInput, { id, kind, reason, createdAt }: Suppression): string =>
  [
    t(`catalogue.suppression.kind.${kind}`),
    t(`catalogue.suppression.reason.${reason}`),
    new Date(createdAt).toISOString(),
    id,
  ].join('\t');

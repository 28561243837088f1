// `promises add|list|kept|broken|released|renegotiate|standing`: every word given to somebody, or by them, and whether it was kept.

import type { Standing } from '@shared/features/promises/promises.contract';
import { leadingDue } from '@shared/locale/parse-due';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { withUnlocked } from '../session';
import { dueOf, listAs, settingsOf, write } from './tasks';

const outcomes: readonly string[] = ['kept', 'broken', 'released'];

export const promises: Command = async (input) => {
  const [what = '', first] = input.positionals;
  if (what === 'list') return listAs(input, 'promises.list', input.options.theirs ? { word: 'theirs' } : {});
  if (first === undefined) return misuse('cli.promises.what');
  if (what === 'add') return add(input, first);
  if (what === 'standing') return standing(input, first);
  const reason = input.options.reason ?? null;
  if (outcomes.includes(what))
    return write(input, async () => ({ operation: 'promises.resolve', input: { id: first, outcome: what, reason } }));
  if (what !== 'renegotiate') return misuse('cli.promises.what');
  return write(input, async (engine) => {
    const due = await dueOf(input, engine);
    if ('kind' in due) return due;
    if (due.due === null) return misuse('cli.option-missing', '--due');
    return { operation: 'promises.renegotiate', input: { id: first, due: due.due, reason } };
  });
};

const add = (input: CommandInput, text: string): Promise<CommandResult> =>
  write(input, async (engine) => {
    const { party, theirs, forId } = input.options;
    if (party === undefined) return misuse('cli.option-missing', '--party');
    const { site, user } = await settingsOf(engine);
    const { due, rest } = leadingDue(text, { ...user, timeZone: site.timeZone, now: Date.now() });
    if (due === null || rest === '') return misuse('cli.promises.line', text);
    const word = theirs ? 'theirs' : 'ours';
    const owner = forId === undefined ? {} : { ownerId: forId };
    return { operation: 'promises.create', input: { title: rest, due, word, partyId: party, ...owner } };
  });

const standing = (input: CommandInput, partyId: string): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const answer = await engine.call('promises.standing', { partyId });
    if (!answer.ok) return failed(answer.error);
    const sides = answer.value as { readonly ours: Standing; readonly theirs: Standing };
    const { t } = input.output;
    const lines = (['ours', 'theirs'] as const).map((word) => {
      const { kept, broken, late } = sides[word];
      return [t(`tasks.kept.${word}`, { kept, all: kept + broken + late }), t('tasks.kept.late', { n: late })].join(
        '\t',
      );
    });
    input.output.result(sides, lines);
    return done;
  });

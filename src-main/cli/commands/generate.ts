// `generate`: fills a base with invented, realistic data of any size.

import { done, failed, misuse, type Command } from '../command';
import { withUnlocked } from '../session';

export const generate: Command = async (input) => {
  const { parties, activities = 0, seed = 1 } = input.options;
  if (parties === undefined) return misuse('cli.option-missing', '--parties');
  return withUnlocked(input, async ({ engine }) => {
    input.output.note(input.output.t('cli.generate.begun', { parties, activities }));
    const made = await engine.call('base.generate', { parties, activities, seed });
    if (!made.ok) return failed(made.error);
    const counts = made.value as { parties: number; activities: number };
    input.output.result(counts, [input.output.t('cli.generate.done', counts)]);
    return done;
  });
};

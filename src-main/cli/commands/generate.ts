// `generate`: fills a base with invented, realistic data of any size.

import { generateInto } from '../../features/base';
import { done, misuse, type Command } from '../command';
import { withUnlocked } from '../session';

const DEFAULT_SEED = 1;

export const generate: Command = async (input) => {
  const { parties, activities = 0, seed = DEFAULT_SEED } = input.options;
  if (parties === undefined) return misuse('cli.option-missing', '--parties');
  return withUnlocked(input, async ({ engine }) => {
    const made = await generateInto(engine.context('base.generate'), engine.state, {
      parties,
      activities,
      seed,
      onProgress: (count, total) => {
        if (count % 50_000 === 0) input.output.note(input.output.t('cli.generate.progress', { count, total }));
      },
    });
    input.output.result(made, [input.output.t('cli.generate.done', made)]);
    return done;
  });
};

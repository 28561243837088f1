// `search`: what Ctrl+K finds.

import type { SearchHit } from '@shared/features/search/search.contract';
import { done, failed, misuse, type Command } from '../command';
import { withUnlocked } from '../session';

export const search: Command = async (input) => {
  const text = input.positionals.join(' ');
  if (text === '') return misuse('cli.text-missing');
  return withUnlocked(input, async ({ engine }) => {
    const found = await engine.call('search.find', {
      text,
      ...(input.options.limit === undefined ? {} : { limit: input.options.limit }),
    });
    if (!found.ok) return failed(found.error);
    const { hits } = found.value as { hits: SearchHit[] };
    const lines = hits.map((hit) => [hit.id, hit.kind, hit.title, hit.subtitle ?? ''].join('\t'));
    input.output.result(found.value, lines.length === 0 ? [input.output.t('cli.search.nothing')] : lines);
    return done;
  });
};

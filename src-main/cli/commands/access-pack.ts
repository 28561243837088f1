// `access-pack PARTY --out DIR [--lang]`: everything the office holds about somebody, for them.

import { resolve } from 'node:path';
import { misuse, type Command } from '../command';
import { runAsJob } from '../job';

export const accessPack: Command = async (input) => {
  const [partyId] = input.positionals;
  const { out, namedLanguage: language } = input.options;
  if (partyId === undefined || out === undefined) return misuse('cli.pack.whom');
  return runAsJob(input, {
    operation: 'privacy.accessPack',
    input: { partyId, folder: resolve(out), ...(language === undefined ? {} : { language }) },
    lines: ({ path, files }: { readonly path: string; readonly files: number }) => [
      input.output.t('cli.pack.done', { path, files }),
    ],
  });
};

// `processing-record --out FILE`: the record of processing, as a page or, when the name ends in `.csv`, as a table.

import { resolve } from 'node:path';
import { done, failed, misuse, type Command } from '../command';
import { withUnlocked } from '../session';

export const processing: Command = async (input) => {
  const { out, replace, language } = input.options;
  if (out === undefined) return misuse('cli.option-missing', '--out');
  return withUnlocked(input, async ({ engine }) => {
    const format = out.toLowerCase().endsWith('.csv') ? 'csv' : 'html';
    const written = await engine.call('processing.export', { to: resolve(out), format, language, replace });
    if (!written.ok) return failed(written.error);
    const { path } = written.value as { path: string };
    input.output.result(written.value, [input.output.t('cli.processing.written', { path })]);
    return done;
  });
};

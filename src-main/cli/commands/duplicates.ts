// `duplicates scan|list`: looks for people who are entered twice, and prints the pairs that wait for a decision.

import type { DuplicatePair, ScanResult } from '@shared/features/duplicates/duplicates.contract';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { reasonsInWords } from '../duplicate-warning';
import { runAsJob } from '../job';
import { withUnlocked } from '../session';

export const duplicates: Command = async (input) => {
  const [what] = input.positionals;
  if (what === 'scan') return scan(input);
  return what === 'list' ? list(input) : misuse('cli.duplicates.what');
};

const scan = (input: CommandInput): Promise<CommandResult> =>
  runAsJob(input, {
    operation: 'duplicates.scan',
    input: { full: input.options.full },
    lines: ({ parties, pairs, likely }: ScanResult) => [
      input.output.t('cli.duplicates.scanned', { parties, pairs, likely }),
    ],
  });

const list = (input: CommandInput): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const { limit, band } = input.options;
    const found = await engine.call('duplicates.list', {
      ...(limit === undefined ? {} : { limit }),
      ...(band === undefined ? {} : { band }),
    });
    if (!found.ok) return failed(found.error);
    const { pairs } = found.value as { pairs: DuplicatePair[] };
    const lines = pairs.map((pair) => lineOf(pair, input.output.t));
    input.output.result(found.value, lines.length === 0 ? [input.output.t('cli.duplicates.none')] : lines);
    return done;
  });

function lineOf({ left, right, percent, reasons }: DuplicatePair, t: CommandInput['output']['t']): string {
  return [`${percent} %`, left.id, left.name, right.id, right.name, reasonsInWords(t, reasons)].join('\t');
}

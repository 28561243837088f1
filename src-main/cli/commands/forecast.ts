// `report forecast`, `forecast snapshot|compare|adjust|accuracy`: what is expected to be sold, and why it is not what it was.

import type { Figures, ForecastChange } from '@shared/features/forecast/forecast';
import { csvCell } from '../../files';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { runAsJob } from '../job';
import { withUnlocked } from '../session';
import { amountIn } from './amount';
import { adjust } from './goals';
import { periodOptions } from './period-options';

export const report: Command = async (input) => {
  const { format = 'table' } = input.options;
  if (input.positionals[0] !== 'forecast') return misuse('cli.report.what');
  if (format !== 'table' && format !== 'csv') return misuse('cli.report.format', format);
  return withUnlocked(input, async ({ engine }) => {
    const found = await engine.call('forecast.get', forecastOf(input));
    if (!found.ok) return failed(found.error);
    const { figures } = found.value as { figures: Figures[] };
    // Amounts are plain decimals: nothing in them could be taken for a formula.
    const head = headOf(input);
    const separator = format === 'csv' ? ',' : '\t';
    const lines = figures.map((one) => cellsOf(one).join(separator));
    input.output.result(found.value, [format === 'csv' ? head.map(csvCell).join(',') : head.join('\t'), ...lines]);
    return done;
  });
};

export const forecast: Command = async (input) => {
  const [what] = input.positionals;
  if (what === 'snapshot') return snapshot(input);
  if (what === 'compare') return compare(input);
  if (what === 'adjust') return adjust(input);
  return what === 'accuracy' ? accuracy(input) : misuse('cli.forecast.what');
};

const forecastOf = (input: CommandInput) => {
  const { pipeline, owner } = input.options;
  return {
    ...periodOptions(input),
    ...(pipeline === undefined ? {} : { pipelineId: pipeline }),
    ...(owner === undefined ? {} : { ownerId: owner }),
  };
};

const columns = ['won', 'commit', 'best', 'weighted', 'slipped', 'goal', 'gap', 'coverage'] as const;

const headOf = ({ output }: CommandInput): string[] => [
  output.t('forecast.currency'),
  ...columns.map((column) => output.t(`forecast.figure.${column}`)),
];

function cellsOf({ currency, won, commit, best, weighted, slipped, goal, gap, coverage }: Figures): string[] {
  const amounts = [won.sum, commit, best, weighted, slipped.sum, goal, gap].map((one) => amountIn(one, currency));
  return [currency, ...amounts, coverage === null ? '' : (coverage / 100).toFixed(2)];
}

const snapshot = (input: CommandInput): Promise<CommandResult> =>
  runAsJob(input, {
    operation: 'forecast.snapshot',
    input: {},
    lines: ({ day, lines }: { day: string; lines: number }) => [input.output.t('cli.forecast.taken', { day, lines })],
  });

const compare = (input: CommandInput): Promise<CommandResult> => {
  const { from, to, currency, limit } = input.options;
  if (from === undefined) return Promise.resolve(misuse('cli.option-missing', '--from'));
  return withUnlocked(input, async ({ engine }) => {
    const more = { ...(to === undefined ? {} : { to }), ...(currency === undefined ? {} : { currency }) };
    const asked = { ...forecastOf(input), from, ...more, ...(limit === undefined ? {} : { limit }) };
    const found = await engine.call('forecast.compare', asked);
    if (!found.ok) return failed(found.error);
    const told = found.value as Record<'currency' | 'before' | 'after' | 'difference', string> & {
      changes: ForecastChange[];
    };
    const amount = (minor: string): string => amountIn(minor, told.currency);
    const { t } = input.output;
    input.output.result(found.value, [
      [t('forecast.before'), t('forecast.after'), t('forecast.difference')].join('\t'),
      [told.before, told.after, told.difference].map(amount).join('\t'),
      ...told.changes.map(({ deal, reason, change }) =>
        [t(`forecast.reason.${reason}`), amount(change), deal?.id ?? '', deal?.title ?? ''].join('\t'),
      ),
    ]);
    return done;
  });
};

const accuracy = (input: CommandInput): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const { currency } = input.options;
    const found = await engine.call('forecast.accuracy', {
      ...forecastOf(input),
      ...(currency === undefined ? {} : { currency }),
    });
    if (!found.ok) return failed(found.error);
    const told = found.value as {
      currency: string;
      periods: { period: { key: string }; commit: string; best: string; weighted: string; won: string }[];
    };
    const { t } = input.output;
    const head = ['commit', 'best', 'weighted', 'won'].map((column) => t(`forecast.figure.${column}`));
    input.output.result(found.value, [
      [t('forecast.period'), ...head].join('\t'),
      ...told.periods.map(({ period, commit, best, weighted, won }) =>
        [period.key, ...[commit, best, weighted, won].map((one) => amountIn(one, told.currency))].join('\t'),
      ),
    ]);
    return done;
  });

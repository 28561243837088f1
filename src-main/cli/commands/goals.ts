// `goals list|set|remove`: what people are to reach, and how far they are. `forecast adjust` puts a word beside a figure.

import type { GoalProgress } from '@shared/features/goals/goals.contract';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { withUnlocked } from '../session';
import { amountIn, minorIn } from './amount';
import { periodOptions } from './period-options';

export const goals: Command = async (input) => {
  const [what, id] = input.positionals;
  if (what === 'list') return list(input);
  if (what === 'set') return set(input);
  if (what !== 'remove') return misuse('cli.goals.what');
  if (id === undefined) return misuse('cli.option-missing', 'ID');
  return told(input, 'goals.remove', { input: { id }, line: input.output.t('cli.goals.removed', { id }) });
};

const list = (input: CommandInput): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const { owner } = input.options;
    const asked = { ...periodOptions(input), ...(owner === undefined ? {} : { ownerId: owner }) };
    const found = await engine.call('goals.progress', asked);
    if (!found.ok) return failed(found.error);
    const lines = (found.value as { goals: GoalProgress[] }).goals.map((goal) => lineOf(goal, input.output.t));
    input.output.result(found.value, lines.length === 0 ? [input.output.t('cli.goals.none')] : lines);
    return done;
  });

function lineOf(goal: GoalProgress, t: CommandInput['output']['t']): string {
  const { id, owner, unit, metric, target, currency, reached, due, pace } = goal;
  const amount = (one: string | number): string => (currency === null ? String(one) : amountIn(one, currency));
  return [
    id,
    owner?.name ?? unit?.name ?? t('goals.office'),
    t(`catalogue.goal.metric.${metric}`),
    amount(reached),
    amount(target),
    amount(due),
    currency ?? '',
    t(`goals.pace.${pace}`),
  ].join('\t');
}

async function set(input: CommandInput): Promise<CommandResult> {
  const { metric, target, owner, unit, currency } = input.options;
  if (metric === undefined) return misuse('cli.option-missing', '--metric');
  if (target === undefined) return misuse('cli.option-missing', '--target');
  const aim = currency === undefined ? Number(target) : minorIn(target, currency);
  if (aim === undefined || !Number.isSafeInteger(aim)) return misuse('cli.number-expected', '--target');
  const whose = {
    ...(owner === undefined ? {} : { ownerId: owner }),
    ...(unit === undefined ? {} : { unitId: unit }),
    ...(currency === undefined ? {} : { currency }),
  };
  const asked = { ...periodOptions(input), metric, target: aim, ...whose };
  return told(input, 'goals.set', { input: asked, line: input.output.t('cli.goals.set') });
}

/** `forecast adjust --figure F --delta AMOUNT --currency CUR --reason TEXT`. */
export async function adjust(input: CommandInput): Promise<CommandResult> {
  const { figure, delta, currency, reason, owner, pipeline } = input.options;
  for (const [name, given] of Object.entries({ figure, delta, currency, reason }))
    if (given === undefined) return misuse('cli.option-missing', `--${name}`);
  const minor = minorIn(delta ?? '', currency ?? '');
  if (minor === undefined) return misuse('cli.number-expected', '--delta');
  const of = {
    ...(owner === undefined ? {} : { ownerId: owner }),
    ...(pipeline === undefined ? {} : { pipelineId: pipeline }),
  };
  const asked = { ...periodOptions(input), ...of, figure, currency, delta: minor, reason };
  return told(input, 'forecast.adjust', { input: asked, line: input.output.t('cli.forecast.adjusted') });
}

const told = (
  input: CommandInput,
  operation: string,
  { input: asked, line }: { readonly input: object; readonly line: string },
): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const answer = await engine.call(operation, asked);
    if (!answer.ok) return failed(answer.error);
    input.output.result(answer.value, [line]);
    return done;
  });

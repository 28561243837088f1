// `keys classes|seal|unseal|renew`: which fields are sealed and who has the keys, sealing a field, opening it again, a new key for a class.

import type { OutputOf } from '@shared/core/contract';
import type { keysContract } from '@shared/features/keys/keys.contract';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { runAsJob } from '../job';
import { withUnlocked } from '../session';

type Classes = OutputOf<(typeof keysContract)['operations']['classes']>;

const acts = {
  seal: { operation: 'keys.seal', of: 'field', done: 'cli.keys.sealed' },
  unseal: { operation: 'keys.unseal', of: 'field', done: 'cli.keys.unsealed' },
  renew: { operation: 'keys.renewClass', of: 'class', done: 'cli.keys.renewed' },
} as const;

export const keys: Command = async (input) => {
  const [what = '', name] = input.positionals;
  if (what === 'classes') return classes(input);
  if (what !== 'seal' && what !== 'unseal' && what !== 'renew') return misuse('cli.keys.what');
  if (name === undefined) return misuse('cli.keys.what');
  const act = acts[what];
  return runAsJob(input, {
    operation: act.operation,
    input: { [act.of]: name },
    lines: ({ values }: { readonly values: number }) => [input.output.t(act.done, { name, values })],
  });
};

const classes = (input: CommandInput): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const told = await engine.call('keys.classes', {});
    if (!told.ok) return failed(told.error);
    input.output.result(told.value, linesOf(told.value as Classes, input.output.t));
    return done;
  });

function linesOf({ fields, classes: known }: Classes, t: CommandInput['output']['t']): string[] {
  return [
    ...fields.map(({ field, class: name, state, values, sealed }) =>
      [field, t(`sealing.class.${name}`), t(`sealing.state.${state}`), `${sealed}/${values}`].join('\t'),
    ),
    ...known.flatMap(({ class: name, version, holders }) =>
      holders.map((holder) =>
        [
          t(`sealing.class.${name}`),
          version,
          holder.name,
          holder.waits ? t('sealing.holder-waits') : t('sealing.holder-has'),
        ].join('\t'),
      ),
    ),
  ];
}

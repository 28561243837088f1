// `undo OPERATION`: takes back one operation, or everything of an import or another group, and says what came of it.

import type { OutputOf } from '@shared/core/contract';
import type { operationsContract } from '@shared/features/operations/operations.contract';
import { done, failed, misuse, type Command } from '../command';
import { watchJobs } from '../job';
import { withUnlocked } from '../session';

type Undone = OutputOf<(typeof operationsContract)['operations']['undo']>;

export const undo: Command = async (input) => {
  const [id] = input.positionals;
  if (id === undefined) return misuse('cli.undo-missing');
  const watch = watchJobs(input);
  return withUnlocked(
    input,
    async ({ engine }) => {
      const stop = (): void => watch.cancel(engine);
      process.once('SIGINT', stop);
      try {
        const asOne = await engine.call('operations.undo', { id });
        const undone =
          asOne.ok || asOne.error.code !== 'operations.not-found'
            ? asOne
            : await engine.call('operations.undo', { groupId: id });
        if (!undone.ok) return failed(undone.error);
        const { reversed, kept, impossible } = undone.value as Undone;
        input.output.result(undone.value, [input.output.t('cli.undo.done', { reversed, kept, impossible })]);
        return done;
      } finally {
        process.removeListener('SIGINT', stop);
      }
    },
    { onJob: watch.onJob },
  );
};

// Taking back what is many changes, as a job: with progress, to be cancelled, going on after an interruption. What is taken back
// stays so when it ends early; asked for again, it goes on with the rest.

import { z } from 'zod';
import { Id } from '@shared/core/ids';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { ActionContext } from '../../core/context';
import type { OperationRow } from '../../db';
import type { JobKind } from '../../jobs';
import { chosenOperations } from './chosen-operations';
import { nothingTaken, takeBack, type TakenBack, type Taking } from './take-back';

const Input = z.strictObject({ id: Id.optional(), groupId: Id.optional() });

const Kept = z.object({
  operationId: z.string().nullable(),
  count: z.object({ reversed: z.number(), kept: z.number(), impossible: z.number() }),
  command: z.string(),
});

export const Undone = z.object({
  operationId: z.string().nullable(),
  command: z.string(),
  reversed: z.number(),
  kept: z.number(),
  impossible: z.number(),
});
export type Undone = z.infer<typeof Undone>;

export const undoOperations: JobKind<z.output<typeof Input>, Undone> = {
  name: 'operations.undo',
  permission: 'operations.undo',
  input: Input,
  errors: [
    'operations.not-found',
    'operations.nothing-to-undo',
    'operations.nothing-reversed',
    'operations.erased',
    'operations.already-undone',
    'operations.not-undoable',
    'operations.not-yours',
  ],
  interrupted: 'resume',
  async run(run, input) {
    const kept = Kept.nullable().parse(run.checkpoint);
    const chosen = chosenOperations(run.context, input);
    // The interruption came after the last of them, or somebody asked again meanwhile.
    if (!chosen.ok)
      return kept === null ? chosen : ok({ operationId: kept.operationId, command: kept.command, ...kept.count });
    const [{ command }] = chosen.value;
    if (kept === null) run.saveCheckpoint({ ...nothingTaken, command });
    const taking: Taking = {
      context: run.context,
      breathe: run.breathe,
      progress: (done, total, note) => run.progress({ done, total, note }),
      keep: (taken) => run.saveCheckpoint({ ...taken, command }),
    };
    return outcome(await takeBack(taking, chosen.value, kept ?? nothingTaken), command);
  },
};

/** The same where it is so little that nobody has to wait. */
export async function undoAtOnce(
  context: ActionContext,
  operations: readonly [OperationRow, ...OperationRow[]],
): Promise<Result<Undone, Failure<'operations.nothing-reversed' | 'operations.erased'>>> {
  const taking: Taking = {
    context,
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    progress: () => undefined,
    keep: () => undefined,
  };
  return outcome(await takeBack(taking, operations), operations[0].command);
}

function outcome(
  { operationId, count }: TakenBack,
  command: string,
): Result<Undone, Failure<'operations.nothing-reversed' | 'operations.erased'>> {
  const { kept, impossible } = count;
  if (operationId === null && kept === 0 && impossible > 0) return fail('operations.erased', { impossible });
  return operationId === null
    ? fail('operations.nothing-reversed', { kept, impossible })
    : ok({ operationId, command, ...count });
}

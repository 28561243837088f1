// Takes operations back in steps short enough that windows are answered in between. Only the last step of each says what it
// undoes: what a crash interrupts still stands, and can be taken back again.

import { err, ok } from '@shared/core/result';
import type { ActionContext, CommitOptions } from '../../core/context';
import { narrowCache, widenCache, type OperationRow } from '../../db';
import { reversalOf, selectUndoOf, type Reversal, type UndoCount } from '../../ledger';

/** How long one step may keep the engine busy, ms, and in changes where it begins. */
const STEP_MS = 40;
const FIRST_STEP = 60;
/** Below some ten parties a step is mostly its own commit. */
const LEAST_STEP = 60;
const MOST_STEP = 1000;

interface TakenBack {
  /** The last operation that took something back; null when everything had been changed since. */
  readonly operationId: string | null;
  readonly count: UndoCount;
}

/** `operations` newest first. One of which nothing can be reversed is left standing. */
export async function takeBack(context: ActionContext, operations: readonly OperationRow[]): Promise<TakenBack> {
  const count = { reversed: 0, kept: 0, impossible: 0 };
  const pace = { changes: FIRST_STEP };
  let operationId: string | null = null;
  context.local(widenCache);
  try {
    for (const operation of operations) {
      // Another undo may have come first while this one let windows be answered.
      if (context.db.first(selectUndoOf({ id: operation.id })) !== undefined) continue;
      const reversal = reversalOf(operation);
      operationId = (await reverseInSteps(context, { operation, reversal, pace })) ?? operationId;
      const one = reversal.count();
      for (const bucket of ['reversed', 'kept', 'impossible'] as const) count[bucket] += one[bucket];
    }
  } finally {
    context.local(narrowCache);
  }
  return { operationId, count };
}

interface Stepping {
  readonly operation: OperationRow;
  readonly reversal: Reversal;
  readonly pace: { changes: number };
}

/** Answers the operation that marks the end, or null when nothing was there to reverse. */
async function reverseInSteps(context: ActionContext, stepping: Stepping): Promise<string | null> {
  const { reversal, pace } = stepping;
  for (;;) {
    const [began, before] = [performance.now(), reversal.left()];
    const ended = step(context, stepping);
    const took = Math.max(performance.now() - began, 1);
    const fitting = Math.round(((before - reversal.left()) * STEP_MS) / took);
    pace.changes = Math.min(MOST_STEP, Math.max(LEAST_STEP, Math.min(fitting, pace.changes * 2)));
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (reversal.left() === 0) return ended;
  }
}

function step(context: ActionContext, { operation, reversal, pace }: Stepping): string | null {
  const isLast = reversal.left() <= pace.changes;
  const isWhole = reversal.left() === operation.changes && isLast;
  const groupId = operation.group_id ?? (isWhole ? null : operation.id);
  const options: CommitOptions = {
    ...(groupId === null ? {} : { groupId }),
    ...(isLast ? { undoesId: operation.id, always: true } : {}),
  };
  const committed = context.commit<string, 'nothing'>(({ db, operationId }) => {
    reversal.step(db, pace.changes);
    return isLast && !reversal.tookBack() ? err('nothing') : ok(operationId);
  }, options);
  return committed.ok ? committed.value : null;
}

// Takes operations back in steps short enough that windows are answered in between. Only the last step of each says what it
// undoes: what a crash interrupts still stands, and can be taken back again.

import { err, ok } from '@shared/core/result';
import type { ActionContext, CommitOptions } from '../../core/context';
import { narrowCache, widenCache, type OperationRow } from '../../db';
import { reversalOf, selectUndoOf, type Reversal, type UndoCount } from '../../ledger';
import { beginForgetting, finishForgetting, isWorthForgettingInBulk } from '../../search';

/** How long one step may keep the engine busy, ms, and in changes where it begins. */
const STEP_MS = 40;
const FIRST_STEP = 60;
/** Below some ten parties a step is mostly its own commit. */
const LEAST_STEP = 60;
const MOST_STEP = 1000;

export interface TakenBack {
  /** The last operation that took something back; null when everything had been changed since. */
  readonly operationId: string | null;
  readonly count: UndoCount;
}

export const nothingTaken: TakenBack = { operationId: null, count: { reversed: 0, kept: 0, impossible: 0 } };

export interface Taking {
  readonly context: ActionContext;
  /** To be awaited between steps; throws when the work is to end. */
  breathe(): Promise<void>;
  /** Changes looked at so far of all there are, or the search index being written anew without what is gone. */
  progress(done: number, total: number, note: 'taking-back' | 'writing-index'): void;
  /** After each operation that is taken back whole. */
  keep(taken: TakenBack): void;
}

export const changesOf = (operations: readonly OperationRow[]): number =>
  operations.reduce((sum, { changes }) => sum + changes, 0);

/** `operations` newest first; `before`: what earlier ones of the same undo came to. One of which nothing can be reversed stands. */
export async function takeBack(
  taking: Taking,
  operations: readonly OperationRow[],
  before: TakenBack = nothingTaken,
): Promise<TakenBack> {
  const { context } = taking;
  const total = changesOf(operations);
  const inBulk = isWorthForgettingInBulk(context.db, total);
  const work = { ...taking, pace: { changes: FIRST_STEP }, done: 0, total };
  let taken = before;
  context.local(widenCache);
  if (inBulk) beginForgetting(context);
  try {
    for (const operation of operations) {
      // Another undo may have come first while this one let windows be answered.
      if (context.db.first(selectUndoOf({ id: operation.id })) !== undefined) continue;
      const reversal = reversalOf(operation);
      const operationId = (await reverseInSteps(work, { operation, reversal })) ?? taken.operationId;
      taken = { operationId, count: sum(taken.count, reversal.count()) };
      taking.keep(taken);
      work.done += operation.changes;
    }
  } finally {
    if (inBulk) taking.progress(total, total, 'writing-index');
    await finishForgetting(context, () => true);
    context.local(narrowCache);
  }
  return taken;
}

const sum = (one: UndoCount, other: UndoCount): UndoCount => ({
  reversed: one.reversed + other.reversed,
  kept: one.kept + other.kept,
  impossible: one.impossible + other.impossible,
});

interface Work extends Taking {
  readonly pace: { changes: number };
  readonly done: number;
  readonly total: number;
}

interface Reversing {
  readonly operation: OperationRow;
  readonly reversal: Reversal;
}

/** Answers the operation that marks the end, or null when nothing was there to reverse. */
async function reverseInSteps(work: Work, reversing: Reversing): Promise<string | null> {
  const { context, pace, done, total } = work;
  const { operation, reversal } = reversing;
  for (;;) {
    const [began, before] = [performance.now(), reversal.left()];
    const ended = step(context, { ...reversing, pace });
    const took = Math.max(performance.now() - began, 1);
    const fitting = Math.round(((before - reversal.left()) * STEP_MS) / took);
    pace.changes = Math.min(MOST_STEP, Math.max(LEAST_STEP, Math.min(fitting, pace.changes * 2)));
    work.progress(done + operation.changes - reversal.left(), total, 'taking-back');
    if (reversal.left() === 0) return ended;
    await work.breathe();
  }
}

function step(
  context: ActionContext,
  { operation, reversal, pace }: Reversing & { readonly pace: { readonly changes: number } },
): string | null {
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

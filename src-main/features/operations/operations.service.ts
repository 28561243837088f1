// The ledger for people: what was done, and taking it back.

import { z } from 'zod';
import { operationsContract } from '@shared/features/operations/operations.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { ActionContext, Handlers } from '../../core/context';
import { readCursor, writeCursor } from '../../core/cursor';
import { declared } from '../../core/declared';
import type { ReadDb } from '../../db';
import { userRefs } from '../users';
import { chosenOperations } from './chosen-operations';
import * as statements from './operations.sql';
import { changesOf } from './take-back';
import { undoAtOnce, undoOperations, Undone } from './undo-job';

type Ops = (typeof operationsContract)['operations'];

export const createOperationsService = (): Handlers<typeof operationsContract> => ({
  list: ({ db }, query) => listOperations(db, query),
  undo: (context, input) => undo(context, input),
});

function listOperations(db: ReadDb, query: InputOf<Ops['list']>): Answer<Ops['list']> {
  const before =
    query.after === undefined ? Number.MAX_SAFE_INTEGER : readCursor(z.tuple([z.number()]), query.after)?.[0];
  if (before === undefined) return fail('operations.cursor-invalid');
  const select = query.grouped ? statements.selectGroupedOperations : statements.selectOperations;
  const rows = db.all(select({ ...query, before, limit: query.limit + 1 }));
  const users = userRefs(db);
  const shown = rows.slice(0, query.limit);
  const operations = shown.map((row) => ({
    id: row.id,
    seq: row.seq,
    at: row.at,
    userId: row.user_id,
    userName: users(row.user_id)?.name ?? row.actor,
    command: row.command,
    reason: row.reason,
    groupId: row.group_id,
    steps: row.steps,
    changes: row.changes,
    undoes: row.undoes_id,
    undoneBy: row.undone_by,
  }));
  const last = shown.at(-1);
  return ok({ operations, next: rows.length > query.limit && last !== undefined ? writeCursor([last.seq]) : null });
}

/** More changes than this are a job: a second or two. */
const MOST_AT_ONCE = 1_000;

async function undo(context: ActionContext, target: InputOf<Ops['undo']>): Promise<Answer<Ops['undo']>> {
  const chosen = chosenOperations(context, target);
  if (!chosen.ok) return chosen;
  const [{ id, group_id }] = chosen.value;
  if (changesOf(chosen.value) <= MOST_AT_ONCE) return undoAtOnce(context, chosen.value);
  // What came last is named, for something else may come before the job begins.
  const job = context.startJob(
    undoOperations.name,
    group_id === null || target.id !== undefined ? { id } : { groupId: group_id },
  );
  const { state, result, failure } = await job.ended;
  if (state === 'done') return ok(Undone.parse(result));
  if (failure !== null) return declared(operationsContract.operations.undo.errors, failure);
  return fail(state === 'cancelled' ? 'operations.undo-cancelled' : 'operations.undo-waits');
}

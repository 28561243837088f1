// The ledger for people: what was done, and taking it back.

import { z } from 'zod';
import type { operationsContract } from '@shared/features/operations/operations.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { ActionContext, Handlers } from '../../core/context';
import { readCursor, writeCursor } from '../../core/cursor';
import type { OperationRow, ReadDb } from '../../db';
import { reverseOperation, selectOperation, selectOperationsOfGroup, selectUndoOf, type UndoCount } from '../../ledger';
import { userRefs } from '../users';
import * as statements from './operations.sql';

/** Keys and users are changed back by hand: reversing a row would not give a passphrase back. */
const notUndoable = /^(users|session|base)\./;

type Ops = (typeof operationsContract)['operations'];

export const createOperationsService = (): Handlers<typeof operationsContract> => ({
  list: ({ db }, query) => listOperations(db, query),
  undo: (context, input) => undo(context, input),
});

function listOperations(db: ReadDb, query: InputOf<Ops['list']>): Answer<Ops['list']> {
  const before =
    query.after === undefined ? Number.MAX_SAFE_INTEGER : readCursor(z.tuple([z.number()]), query.after)?.[0];
  if (before === undefined) return fail('operations.cursor-invalid');
  const rows = db.all(statements.selectOperations({ ...query, before, limit: query.limit + 1 }));
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
    changes: row.changes,
    undoes: row.undoes_id,
    undoneBy: row.undone_by,
  }));
  const last = shown.at(-1);
  return ok({ operations, next: rows.length > query.limit && last !== undefined ? writeCursor([last.seq]) : null });
}

async function undo(context: ActionContext, { id, groupId }: InputOf<Ops['undo']>): Promise<Answer<Ops['undo']>> {
  const chosen = groupId !== undefined ? groupOperations(context, groupId) : oneOperation(context, id);
  if (!chosen.ok) return chosen;
  const [first] = chosen.value;
  if (first === undefined) return fail('operations.nothing-to-undo');
  const mine = chosen.value.every((operation) => operation.user_id === context.actor.userId);
  if (!mine && !context.actor.can('operations.undo-any')) return fail('operations.not-yours');
  if (chosen.value.some((operation) => notUndoable.test(operation.command))) return fail('operations.not-undoable');
  const total = { reversed: 0, kept: 0, impossible: 0 };
  let operationId: string | null = null;
  for (const operation of chosen.value) {
    const undone = undoOne(context, operation);
    operationId = undone.operationId;
    for (const bucket of ['reversed', 'kept', 'impossible'] as const) total[bucket] += undone.count[bucket];
    await nextTurn();
  }
  return ok({ operationId, command: first.command, ...total });
}

function undoOne(context: ActionContext, operation: OperationRow): { operationId: string; count: UndoCount } {
  const options = {
    undoesId: operation.id,
    always: true,
    ...(operation.group_id === null ? {} : { groupId: operation.group_id }),
  };
  const result = context.commit<{ operationId: string; count: UndoCount }, never>(
    ({ db, seq, operationId }) => ok({ operationId, count: reverseOperation(db, operation, seq) }),
    options,
  );
  if (!result.ok) throw new Error('an undo answers ok or throws');
  return result.value;
}

function oneOperation({ db, actor }: ActionContext, id: string | undefined) {
  if (id === undefined) {
    // Whatever came last: taking back something older in its stead would surprise. Opening the base is nobody's deed to undo.
    const [last] = db.all(statements.selectUndoable(actor.userId ?? '', 1));
    return ok(last === undefined || last.command.startsWith('session.') ? [] : [last]);
  }
  const operation = db.first(selectOperation({ id }));
  if (operation === undefined) return fail('operations.not-found', { id });
  if (operation.undoes_id !== null || operation.changes === 0) return fail('operations.not-undoable', { id });
  if (db.first(selectUndoOf({ id })) !== undefined) return fail('operations.already-undone', { id });
  return ok([operation]);
}

function groupOperations({ db }: ActionContext, group: string) {
  const all = db.all(selectOperationsOfGroup({ group })).filter((operation) => operation.changes > 0);
  if (all.length === 0) return fail('operations.not-found', { groupId: group });
  const standing = all.filter((operation) => db.first(selectUndoOf({ id: operation.id })) === undefined);
  return standing.length === 0 ? fail('operations.already-undone', { groupId: group }) : ok(standing);
}

/** Lets waiting questions of the window be answered between two batches. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

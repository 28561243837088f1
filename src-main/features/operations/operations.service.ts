// The ledger for people: what was done, and taking it back.

import { z } from 'zod';
import type { operationsContract } from '@shared/features/operations/operations.contract';
import type { Answer, CodeOf, InputOf } from '@shared/core/contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { ActionContext, Handlers } from '../../core/context';
import { readCursor, writeCursor } from '../../core/cursor';
import type { OperationRow, ReadDb } from '../../db';
import { selectFirstOfGroup, selectOperation, selectStandingOfGroup, selectUndoOf, undoCommand } from '../../ledger';
import { userRefs } from '../users';
import * as statements from './operations.sql';
import { takeBack } from './take-back';

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

async function undo(context: ActionContext, { id, groupId }: InputOf<Ops['undo']>): Promise<Answer<Ops['undo']>> {
  const chosen = groupId !== undefined ? groupOperations(context, groupId) : oneOperation(context, id);
  if (!chosen.ok) return chosen;
  const [first] = chosen.value;
  if (first === undefined) return fail('operations.nothing-to-undo');
  const mine = chosen.value.every((operation) => operation.user_id === context.actor.userId);
  if (!mine && !context.actor.can('operations.undo-any')) return fail('operations.not-yours');
  if (chosen.value.some((operation) => notUndoable.test(operation.command))) return fail('operations.not-undoable');
  const done = await takeBack(context, chosen.value);
  const { kept, impossible } = done.count;
  if (done.operationId === null) return fail('operations.nothing-reversed', { kept, impossible });
  return ok({ operationId: done.operationId, command: first.command, ...done.count });
}

/** Whatever came last: taking back something older in its stead would surprise. Opening the base is nobody's deed to undo. */
function lastOperation(context: ActionContext): ReturnType<typeof groupOperations> {
  const [last] = context.db.all(statements.selectUndoable(context.actor.userId ?? '', 1));
  if (last === undefined || last.command.startsWith('session.')) return ok([]);
  return last.group_id === null ? ok([last]) : groupOperations(context, last.group_id);
}

function oneOperation(context: ActionContext, id: string | undefined): ReturnType<typeof groupOperations> {
  if (id === undefined) return lastOperation(context);
  const operation = context.db.first(selectOperation({ id }));
  if (operation === undefined) return fail('operations.not-found', { id });
  if (operation.command === undoCommand || operation.changes === 0) return fail('operations.not-undoable', { id });
  if (context.db.first(selectUndoOf({ id })) !== undefined) return fail('operations.already-undone', { id });
  return ok([operation]);
}

function groupOperations({ db }: ActionContext, group: string): Result<OperationRow[], Failure<CodeOf<Ops['undo']>>> {
  if (db.first(selectFirstOfGroup({ group })) === undefined) return fail('operations.not-found', { groupId: group });
  const standing = db.all(selectStandingOfGroup({ group }));
  return standing.length === 0 ? fail('operations.already-undone', { groupId: group }) : ok(standing);
}

// Statements that show the ledger to people.

import { compiled, tables, type OperationRow, type Query } from '../../db';
import { stands } from '../../ledger';

export interface OperationFilter {
  readonly userId?: string | undefined;
  readonly groupId?: string | undefined;
  readonly before: number;
  readonly limit: number;
}

type Shown = Pick<
  OperationRow,
  'id' | 'seq' | 'at' | 'user_id' | 'actor' | 'command' | 'reason' | 'group_id' | 'changes' | 'undoes_id'
> & {
  undone_by: string | null;
};

export function selectOperations(filter: OperationFilter): Query<Shown> {
  let query = tables
    .selectFrom('operation')
    .leftJoin('operation as undo', 'undo.undoes_id', 'operation.id')
    .select([
      'operation.id',
      'operation.seq',
      'operation.at',
      'operation.user_id',
      'operation.actor',
      'operation.command',
    ])
    .select([
      'operation.reason',
      'operation.group_id',
      'operation.changes',
      'operation.undoes_id',
      'undo.id as undone_by',
    ])
    .where('operation.seq', '<', filter.before);
  if (filter.userId !== undefined) query = query.where('operation.user_id', '=', filter.userId);
  if (filter.groupId !== undefined) query = query.where('operation.group_id', '=', filter.groupId);
  return compiled(query.orderBy('operation.seq', 'desc').limit(filter.limit));
}

/** The caller's latest operations that changed something, were not themselves an undo and were not undone. */
export const selectUndoable = (userId: string, limit: number): Query<OperationRow> =>
  compiled(
    tables
      .selectFrom('operation')
      .selectAll()
      .where('user_id', '=', userId)
      .where('changes', '>', 0)
      .where(stands)
      .orderBy('seq', 'desc')
      .limit(limit),
  );

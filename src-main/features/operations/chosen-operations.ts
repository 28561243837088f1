// Which operations an undo means, and whether this person may take them back.

import type { operationsContract } from '@shared/features/operations/operations.contract';
import type { CodeOf, InputOf } from '@shared/core/contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Actor } from '../../access';
import type { ActionContext } from '../../core/context';
import type { OperationRow, ReadDb } from '../../db';
import { selectFirstOfGroup, selectOperation, selectStandingOfGroup, selectUndoOf, undoCommand } from '../../ledger';
import { importsUnderWay } from '../imports';
import * as statements from './operations.sql';

/**
 * Keys and users are changed back by hand: reversing a row would not give a passphrase back. Of a quote what was issued or answered stays,
 * and what was written into a draft is written anew.
 */
const notUndoable = /^(users|session|base|emergencies)\.|^quotes\.(?!create$|remove$|restore$)/;

/** Nobody who was erased is brought back. */
const eraseCommand = 'privacy.execute';

type Undo = (typeof operationsContract)['operations']['undo'];
type Chosen = Result<readonly [OperationRow, ...OperationRow[]], Failure<CodeOf<Undo>>>;

/** Newest first. */
export function chosenOperations(context: ActionContext, { id, groupId }: InputOf<Undo>): Chosen {
  const chosen = groupId !== undefined ? groupOperations(context.db, groupId) : oneOperation(context, id);
  if (!chosen.ok) return chosen;
  const [first, ...others] = chosen.value;
  if (first === undefined) return fail('operations.nothing-to-undo');
  const mine = chosen.value.every((operation) => operation.user_id === context.actor.userId);
  if (!mine && !context.actor.can('operations.undo-any')) return fail('operations.not-yours');
  if (chosen.value.some((operation) => notUndoable.test(operation.command))) return fail('operations.not-undoable');
  if (chosen.value.some(({ command }) => command === eraseCommand)) return fail('operations.erased');
  return ok([first, ...others]);
}

type Found = Result<OperationRow[], Failure<CodeOf<Undo>>>;

/**
 * Whatever came last: taking back something older in its stead would surprise. Opening the base is nobody's deed to undo; what an
 * import writes beside the work of its person is none of their last deeds.
 */
function lastOperation({ db, actor }: Pick<ActionContext, 'db' | 'actor'>): Found {
  const apart = importsUnderWay(db);
  const [last] = db.all(statements.selectUndoable(actor.userId ?? '', { apart, limit: 1 }));
  if (last === undefined || last.command.startsWith('session.')) return ok([]);
  return last.group_id === null ? ok([last]) : groupOperations(db, last.group_id);
}

function oneOperation(context: ActionContext, id: string | undefined): Found {
  if (id === undefined) return lastOperation(context);
  const operation = context.db.first(selectOperation({ id }));
  if (operation === undefined) return fail('operations.not-found', { id });
  if (operation.command === undoCommand || operation.changes === 0) return fail('operations.not-undoable', { id });
  if (context.db.first(selectUndoOf({ id })) !== undefined) return fail('operations.already-undone', { id });
  return ok([operation]);
}

function groupOperations(db: ReadDb, group: string): Found {
  if (db.first(selectFirstOfGroup({ group })) === undefined) return fail('operations.not-found', { groupId: group });
  const standing = db.all(selectStandingOfGroup({ group }));
  return standing.length === 0 ? fail('operations.already-undone', { groupId: group }) : ok(standing);
}

/** The one operation that an undo without a name takes back; null when it is many or none. */
export function undoTarget(db: ReadDb, actor: Actor): string | null {
  const last = lastOperation({ db, actor });
  return last.ok && last.value.length === 1 ? last.value[0]!.id : null;
}

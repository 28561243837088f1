// Statements that show the ledger to people.

import { compiled, sql, tables, type OperationRow, type Query, type SqlBool } from '../../db';
import { stands } from '../../ledger';

export interface OperationFilter {
  readonly userId?: string | undefined;
  readonly groupId?: string | undefined;
  readonly several: boolean;
  readonly before: number;
  readonly limit: number;
}

type Shown = Pick<
  OperationRow,
  'id' | 'seq' | 'at' | 'user_id' | 'actor' | 'command' | 'reason' | 'group_id' | 'changes' | 'undoes_id'
> & {
  steps: number;
  undone_by: string | null;
};

/** More changes than one record ever has in one operation: its parts need not be looked at. */
const SURELY_SEVERAL = 200;

/** A group, a link that makes two records one, or changes to the facts of more than one party. */
const touchesSeveral = sql<SqlBool>`operation.changes > 0 and (
  operation.group_id is not null or operation.changes > ${sql.lit(SURELY_SEVERAL)} or exists (
    select 1 from change as first join change as other on other.seq between operation.first_change and operation.last_change
    where first.seq = operation.first_change and (other.entity = 'party_link' or other.party_id <> first.party_id)))`;

const filtered = ({ userId, groupId, several, before, limit }: OperationFilter) => {
  let query = tables
    .selectFrom('operation')
    .leftJoin('operation as undo', 'undo.undoes_id', 'operation.id')
    .select(['operation.id', 'operation.seq', 'operation.at', 'operation.user_id', 'operation.actor'])
    .select(['operation.command', 'operation.reason', 'operation.group_id', 'operation.undoes_id'])
    .where('operation.seq', '<', before);
  if (userId !== undefined) query = query.where('operation.user_id', '=', userId);
  if (groupId !== undefined) query = query.where('operation.group_id', '=', groupId);
  if (several) query = query.where(touchesSeveral);
  return query.orderBy('operation.seq', 'desc').limit(limit);
};

export const selectOperations = (filter: OperationFilter): Query<Shown> =>
  compiled(filtered(filter).select([sql.lit(1).as('steps'), 'operation.changes', 'undo.id as undone_by']));

/** All operations of a row's group that were done under its command. */
const ofGroup = sql`from operation as one where one.group_id = operation.group_id and one.command = operation.command`;

const undoOf = sql`(select later.id from operation as later where later.undoes_id = one.id limit 1)`;

/** The newest operation of a group stands for all of them under the same command. */
export const selectGroupedOperations = (filter: OperationFilter): Query<Shown> =>
  compiled(
    filtered(filter)
      .where(sql<boolean>`(operation.group_id is null or not exists (select 1 ${ofGroup} and one.seq > operation.seq))`)
      .select([
        sql<number>`iif(operation.group_id is null, 1, (select count(*) ${ofGroup}))`.as('steps'),
        sql<number>`iif(operation.group_id is null, operation.changes, (select sum(one.changes) ${ofGroup}))`.as(
          'changes',
        ),
        sql<string | null>`case when operation.group_id is null then undo.id
          when exists (select 1 ${ofGroup} and one.changes > 0 and ${undoOf} is null) then null
          else (select ${undoOf} as by_id ${ofGroup} and by_id is not null limit 1) end`.as('undone_by'),
      ]),
  );

/** The caller's latest operations that changed something, were not themselves an undo and were not undone; some groups left out. */
export const selectUndoable = (
  userId: string,
  { apart, limit }: { readonly apart: readonly string[]; readonly limit: number },
): Query<OperationRow> =>
  compiled(
    tables
      .selectFrom('operation')
      .selectAll()
      .where('user_id', '=', userId)
      .where('changes', '>', 0)
      .where(stands)
      .$if(apart.length > 0, (select) =>
        select.where((is) => is.or([is('group_id', 'is', null), is('group_id', 'not in', apart)])),
      )
      .orderBy('seq', 'desc')
      .limit(limit),
  );

// Counting what a connection sees.

import type { Scope } from '@shared/features/policy/policy';
import { withinScope } from '../../access';
import { compiled, sql, type Query } from '../../db';

interface Counting {
  readonly table: 'party' | 'activity';
  /** One more than this is counted at most. */
  readonly cap: number;
  /** Only parties of a scope too; nobody's when undefined is given. */
  readonly within?: Scope | undefined;
}

/** How many records that are not in the recycle bin are seen. */
export function countSeen(counting: Counting): Query<{ count: number }> {
  const { table, cap } = counting;
  const within = 'within' in counting ? withinScope(counting.within, table) : sql`true`;
  return compiled(sql<{ count: number }>`select count(*) as count from
    (select 1 from ${sql.table(table)} where deleted_at is null and ${within} limit ${cap + 1})`);
}

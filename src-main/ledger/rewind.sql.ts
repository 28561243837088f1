// Statements for going back to an instant.

import { sql, statement, tables, type OperationRow } from '../db';

/** The first operation after an instant: from there on everything is taken back, whatever clocks said later. */
export const selectFirstAfter = statement<{ at: number }, { seq: number | null }>((arg) =>
  tables
    .selectFrom('operation')
    .select(sql<number | null>`min(seq)`.as('seq'))
    .where('at', '>', arg('at')),
);

/** The last operation that changed anything, from one seq up to and below another. */
export const selectLastChanging = statement<{ from: number; below: number }, OperationRow>((arg) =>
  tables
    .selectFrom('operation')
    .selectAll()
    .where('seq', '>=', arg('from'))
    .where('seq', '<', arg('below'))
    .where('changes', '>', 0)
    .orderBy('seq', 'desc')
    .limit(1),
);

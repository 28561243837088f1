// Statements on exit drills, and on what somebody took out lately.

import { sql, statement, tables, type Tables } from '../../db';
import { lastBefore } from '../../ledger';

export const insertDrill = statement<Tables['exit_drill']>((arg) =>
  tables.insertInto('exit_drill').values({
    id: arg('id'),
    started_at: arg('started_at'),
    finished_at: arg('finished_at'),
    sound: arg('sound'),
    report: arg('report'),
  }),
);

export const selectDrills = statement<Record<string, never>, Tables['exit_drill']>(() =>
  tables.selectFrom('exit_drill').selectAll().orderBy('finished_at', 'desc').limit(50),
);

/** Rows that somebody took out by exports which nobody had to approve, since a stamp of the hybrid clock. */
export const countTakenOut = statement<{ userId: string; stamp: string }, { count: number }>((arg) =>
  tables
    .selectFrom('operation')
    .select(sql<number>`coalesce(sum(details ->> '$.rows'), 0)`.as('count'))
    .where('seq', '>', lastBefore(arg('stamp')))
    .where('user_id', '=', arg('userId'))
    .where('command', '=', sql.lit('exports.make'))
    .where(sql`details ->> '$.list'`, '<>', sql.lit('audit'))
    .where(sql`details ->> '$.approval'`, 'is', null),
);

// Statements on exit drills.

import { statement, tables, type Tables } from '../../db';

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

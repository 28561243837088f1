// Statements on rules of retention and on whose time is over.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export const selectRules = statement<Record<string, never>, Tables['retention_rule']>(() =>
  tables.selectFrom('retention_rule').selectAll().orderBy('created_at').orderBy('id'),
);

export const putRule = (row: Tables['retention_rule']): Query =>
  compiled(
    tables
      .insertInto('retention_rule')
      .values(row)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({
          name: row.name,
          role: row.role,
          event: row.event,
          months: row.months,
          action: row.action,
          binding: row.binding,
          source: row.source,
          active: row.active,
        }),
      ),
  );

export const deleteRule = statement<{ id: string }>((arg) =>
  tables.deleteFrom('retention_rule').where('id', '=', arg('id')),
);

/** Of all records that are a person; `parties` as a JSON list. */
export const selectRoleDates = statement<{ parties: string }, { type: string; ended_on: string | null }>(
  (arg) => sql<{ type: string; ended_on: string | null }>`select type, ended_on from party_role
    where party_id in (select value from json_each(${arg('parties')}))`,
);

export const selectTimes = statement<{ parties: string }, { created_at: number; last_activity_at: number | null }>(
  (arg) => sql<{ created_at: number; last_activity_at: number | null }>`
    select max(created_at) as created_at, max(last_activity_at) as last_activity_at from party
    where id in (select value from json_each(${arg('parties')})) having count(*) > 0`,
);

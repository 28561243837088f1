// Statements on goals, who is of a unit, and what somebody did.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export type GoalRow = Tables['goal'];

export const selectGoals = statement<{ from: string; to: string }, GoalRow>((arg) =>
  tables
    .selectFrom('goal')
    .selectAll()
    .where('from_on', '=', arg('from'))
    .where('to_on', '=', arg('to'))
    .orderBy('created_at')
    .orderBy('id'),
);

export const selectGoal = statement<{ id: string }, GoalRow>((arg) =>
  tables.selectFrom('goal').selectAll().where('id', '=', arg('id')),
);

export const insertGoal = statement<GoalRow>((arg) =>
  tables.insertInto('goal').values({
    id: arg('id'),
    owner_id: arg('owner_id'),
    unit_id: arg('unit_id'),
    metric: arg('metric'),
    calendar: arg('calendar'),
    from_on: arg('from_on'),
    to_on: arg('to_on'),
    target: arg('target'),
    currency: arg('currency'),
    note: arg('note'),
    created_at: arg('created_at'),
    created_by: arg('created_by'),
  }),
);

export const updateGoal = (id: string, columns: Partial<GoalRow>): Query =>
  compiled(tables.updateTable('goal').set(columns).where('id', '=', id));

export const deleteGoal = (id: string): Query => compiled(tables.deleteFrom('goal').where('id', '=', id));

export const selectUnit = statement<{ id: string }, { id: string; name: string }>((arg) =>
  tables.selectFrom('org_unit').select(['id', 'name']).where('id', '=', arg('id')),
);

/** Members and heads of a unit and of those below it, on a day. */
export const selectPeopleOf = statement<{ unit: string; day: string }, { id: string }>(
  (arg) => sql`with recursive below (id) as (
      select id from org_unit where id = ${arg('unit')}
      union select child.id from org_unit child join below on child.parent_id = below.id
    )
    select user_id as id from org_member where unit_id in (select id from below)
      and coalesce(from_on, ${arg('day')}) <= ${arg('day')} and coalesce(to_on, ${arg('day')}) >= ${arg('day')}
    union select manager_id from org_unit where id in (select id from below) and manager_id is not null
    union select deputy_id from org_unit where id in (select id from below) and deputy_id is not null`,
);

/** Activities of some people between two instants, both counted; `authors` is JSON, null for everybody's. */
export const selectActivityCount = statement<{ authors: string | null; from: number; to: number }, { count: number }>(
  (arg) => sql`select coalesce(sum(found), 0) as count from (
      select count(*) as found from json_each(${arg('authors')}) author
        cross join activity indexed by activity_by_author on activity.author_id = author.value
        where activity.deleted_at is null and activity.at between ${arg('from')} and ${arg('to')}
      union all
      select count(*) from activity indexed by activity_by_at
        where ${arg('authors')} is null and deleted_at is null and at between ${arg('from')} and ${arg('to')}
    )`,
);

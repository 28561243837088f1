// Statements on tasks and what became of them.

import { compiled, statement, tables, type Query, type Tables } from '../../db';

export const insertTask = statement<Tables['task']>((arg) =>
  tables.insertInto('task').values({
    id: arg('id'),
    title: arg('title'),
    kind: arg('kind'),
    priority: arg('priority'),
    party_id: arg('party_id'),
    deal_id: arg('deal_id'),
    owner_id: arg('owner_id'),
    word: arg('word'),
    note: arg('note'),
    repeat: arg('repeat'),
    series_id: arg('series_id'),
    external_key: arg('external_key'),
    created_at: arg('created_at'),
    created_by: arg('created_by'),
    state: arg('state'),
    state_at: arg('state_at'),
    due_on: arg('due_on'),
    due_minutes: arg('due_minutes'),
    due_zone: arg('due_zone'),
    due_at: arg('due_at'),
  }),
);

export const insertTaskEvent = statement<Tables['task_event']>((arg) =>
  tables.insertInto('task_event').values({
    id: arg('id'),
    task_id: arg('task_id'),
    party_id: arg('party_id'),
    kind: arg('kind'),
    at: arg('at'),
    by_id: arg('by_id'),
    reason: arg('reason'),
    due_on: arg('due_on'),
    due_minutes: arg('due_minutes'),
    due_zone: arg('due_zone'),
  }),
);

export const selectTask = statement<{ id: string }, Tables['task']>((arg) =>
  tables.selectFrom('task').selectAll().where('id', '=', arg('id')),
);

/** In the order in which they count. */
export const selectTaskEvents = statement<{ task: string }, Tables['task_event']>((arg) =>
  tables.selectFrom('task_event').selectAll().where('task_id', '=', arg('task')).orderBy('at').orderBy('id'),
);

/** Another one of a series that is still to be done. */
export const selectOpenOfSeries = statement<{ series: string; but: string }, { id: string }>((arg) =>
  tables
    .selectFrom('task')
    .select('id')
    .where('series_id', '=', arg('series'))
    .where('state', '=', 'open')
    .where('id', '!=', arg('but'))
    .limit(1),
);

export const updateTask = (id: string, columns: Partial<Tables['task']>): Query =>
  compiled(tables.updateTable('task').set(columns).where('id', '=', id));

// Statements on saved views.

import { compiled, statement, tables, type Query, type Tables } from '../../db';

type ViewRow = Tables['saved_view'];

export const selectViews = statement<{ list: string; user: string }, ViewRow>((arg) =>
  tables
    .selectFrom('saved_view')
    .selectAll()
    .where('list', '=', arg('list'))
    .where((eb) => eb.or([eb('shared', '=', 1), eb('owner_id', '=', arg('user'))]))
    .orderBy('name')
    .orderBy('id'),
);

export const selectView = statement<{ id: string }, ViewRow>((arg) =>
  tables.selectFrom('saved_view').selectAll().where('id', '=', arg('id')),
);

export const insertView = (row: ViewRow): Query => compiled(tables.insertInto('saved_view').values(row));
export const updateView = (id: string, columns: Partial<ViewRow>): Query =>
  compiled(tables.updateTable('saved_view').set(columns).where('id', '=', id));
export const deleteView = statement<{ id: string }>((arg) =>
  tables.deleteFrom('saved_view').where('id', '=', arg('id')),
);

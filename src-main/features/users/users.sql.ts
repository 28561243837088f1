// Statements on users.

import { compiled, statement, tables, type Query, type Tables } from '../../db';

export const insertUser = statement<Tables['app_user']>((arg) =>
  tables.insertInto('app_user').values({
    id: arg('id'),
    login: arg('login'),
    display_name: arg('display_name'),
    role: arg('role'),
    status: arg('status'),
    created_at: arg('created_at'),
    preferences: arg('preferences'),
  }),
);

export const selectUsers = statement<Record<string, never>, Tables['app_user']>(() =>
  tables.selectFrom('app_user').selectAll().orderBy('created_at').orderBy('id'),
);

export const selectUser = statement<{ id: string }, Tables['app_user']>((arg) =>
  tables.selectFrom('app_user').selectAll().where('id', '=', arg('id')),
);

export const selectUserExists = statement<{ id: string }, { id: string }>((arg) =>
  tables.selectFrom('app_user').select('id').where('id', '=', arg('id')).where('status', '=', 'active'),
);

export const selectUserNames = statement<Record<string, never>, { id: string; name: string }>(() =>
  tables.selectFrom('app_user').select(['id', 'display_name as name']),
);

export const updateUser = (id: string, columns: Partial<Tables['app_user']>): Query =>
  compiled(tables.updateTable('app_user').set(columns).where('id', '=', id));

export const selectRoleNames = statement<Record<string, never>, { id: string; name: string | null }>(() =>
  tables.selectFrom('access_role').select(['id', 'name']).where('retired_at', 'is', null),
);

// Statements on settings: one row per site setting, preferences on the user's own row.

import { compiled, statement, tables, type Query } from '../../db';

export const selectSite = statement<Record<string, never>, { value: string }>(() =>
  tables.selectFrom('site_setting').select('value').where('id', '=', 'site'),
);

export const upsertSite = (value: string): Query =>
  compiled(
    tables
      .insertInto('site_setting')
      .values({ id: 'site', value })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ value })),
  );

export const selectPreferences = statement<{ user: string }, { preferences: string | null }>((arg) =>
  tables.selectFrom('app_user').select('preferences').where('id', '=', arg('user')),
);

export const updatePreferences = (user: string, preferences: string): Query =>
  compiled(tables.updateTable('app_user').set({ preferences }).where('id', '=', user));

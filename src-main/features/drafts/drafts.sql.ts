// Statements on drafts.

import { compiled, statement, tables, type Query, type Tables } from '../../db';

export const selectDraft = statement<{ user: string; key: string }, { value: string }>((arg) =>
  tables.selectFrom('draft').select('value').where('user_id', '=', arg('user')).where('key', '=', arg('key')),
);

export const upsertDraft = (row: Tables['draft']): Query =>
  compiled(
    tables
      .insertInto('draft')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['user_id', 'key']).doUpdateSet({ value: row.value, saved_at: row.saved_at }),
      ),
  );

export const deleteDraft = (user: string, key: string): Query =>
  compiled(tables.deleteFrom('draft').where('user_id', '=', user).where('key', '=', key));

// Statements on the register of recipients.

import { statement, tables, type Tables } from '../../db';

type RecipientRow = Tables['export_recipient'];

export const selectRecipients = statement<Record<string, never>, RecipientRow>(() =>
  tables.selectFrom('export_recipient').selectAll().orderBy('name').orderBy('id'),
);

export const insertRecipient = statement<RecipientRow>((arg) =>
  tables.insertInto('export_recipient').values({
    id: arg('id'),
    name: arg('name'),
    key: arg('key'),
    added_by: arg('added_by'),
    added_at: arg('added_at'),
  }),
);

export const deleteRecipient = statement<{ id: string }>((arg) =>
  tables.deleteFrom('export_recipient').where('id', '=', arg('id')),
);

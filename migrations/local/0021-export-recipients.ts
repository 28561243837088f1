// Whom files that leave the base are encrypted for, and the receipts of such files among all that was ever done.

export const exportRecipients = {
  id: '0021-export-recipients',
  sql: `
    CREATE TABLE export_recipient (
      id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL, added_by TEXT NOT NULL, added_at INTEGER NOT NULL
    ) STRICT;

    CREATE INDEX operation_export ON operation (seq)
      WHERE command in ('exports.make', 'exports.makeExit', 'privacy.accessPack');
  `,
} as const;

// Files that belong to parties and activities, and which sealed files lie on this device.

export const attachments = {
  id: '0010-attachments',
  sql: `
    CREATE TABLE attachment (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT, activity_id TEXT, name TEXT NOT NULL, kind TEXT NOT NULL, label TEXT,
      media_type TEXT NOT NULL, bytes INTEGER NOT NULL, added_at INTEGER NOT NULL, added_by TEXT NOT NULL, deleted_at INTEGER,
      blob TEXT NOT NULL, content TEXT NOT NULL, sealed_for TEXT NOT NULL, file_key TEXT NOT NULL,
      thumb_blob TEXT, thumb_key TEXT
    ) STRICT;
    CREATE INDEX attachment_by_party ON attachment (party_id, added_at) WHERE party_id IS NOT NULL;
    CREATE INDEX attachment_by_activity ON attachment (activity_id, added_at) WHERE activity_id IS NOT NULL;
    CREATE INDEX attachment_by_content ON attachment (sealed_for, content);
    CREATE INDEX attachment_by_blob ON attachment (blob);
    CREATE INDEX attachment_by_thumb ON attachment (thumb_blob) WHERE thumb_blob IS NOT NULL;

    CREATE TABLE sealed_file (
      id TEXT PRIMARY KEY NOT NULL, bytes INTEGER NOT NULL, stored_at INTEGER NOT NULL, erased_at INTEGER
    ) STRICT;
  `,
} as const;

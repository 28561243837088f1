// Activities and who took part; saved views, mappings, drafts and import jobs.

export const activities = {
  id: '0003-activities',
  sql: `
    CREATE TABLE activity (
      id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, direction TEXT, subject TEXT NOT NULL, body TEXT,
      at INTEGER NOT NULL, duration_minutes INTEGER, outcome TEXT, place TEXT, author_id TEXT NOT NULL,
      external_key TEXT, created_at INTEGER NOT NULL, deleted_at INTEGER
    ) STRICT;
    CREATE INDEX activity_by_at ON activity (at, id, kind, author_id) WHERE deleted_at IS NULL;

    CREATE TABLE activity_party (
      id TEXT PRIMARY KEY NOT NULL, activity_id TEXT NOT NULL, party_id TEXT NOT NULL, role TEXT NOT NULL,
      at INTEGER NOT NULL, kind TEXT NOT NULL
    ) STRICT;
    CREATE INDEX activity_party_by_party ON activity_party (party_id, at, activity_id, kind);
    CREATE INDEX activity_party_by_activity ON activity_party (activity_id, party_id, role);

    CREATE TABLE saved_view (
      id TEXT PRIMARY KEY NOT NULL, owner_id TEXT NOT NULL, list TEXT NOT NULL, name TEXT NOT NULL, shared INTEGER NOT NULL,
      definition TEXT NOT NULL, created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE import_mapping (
      id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, header_key TEXT NOT NULL, definition TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX import_mapping_by_header ON import_mapping (header_key);

    CREATE TABLE draft (
      id TEXT PRIMARY KEY NOT NULL, user_id TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, saved_at INTEGER NOT NULL,
      UNIQUE (user_id, key)
    ) STRICT;

    CREATE TABLE import_job (
      id TEXT PRIMARY KEY NOT NULL, user_id TEXT NOT NULL, state TEXT NOT NULL, file_path TEXT NOT NULL,
      file_size INTEGER NOT NULL, file_hash TEXT NOT NULL, plan TEXT NOT NULL, progress TEXT NOT NULL,
      started_at INTEGER NOT NULL, finished_at INTEGER
    ) STRICT;
  `,
} as const;

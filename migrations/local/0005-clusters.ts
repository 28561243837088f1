// Merging as linking: links between parties that are one, and the columns that lists read of a cluster.
// Members leave the indexes of lists altogether, so that they cost a list nothing.

const listed = 'id, status, shown_owner_id, shown_language';
const shown = 'WHERE deleted_at IS NULL AND root_id IS NULL';

export const clusters = {
  id: '0005-clusters',
  sql: `
    CREATE TABLE party_link (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, to_party_id TEXT NOT NULL, choices TEXT NOT NULL, reason TEXT,
      evidence TEXT NOT NULL, at INTEGER NOT NULL, by_id TEXT NOT NULL, ended_at INTEGER, ended_by TEXT
    ) STRICT;
    CREATE INDEX party_link_by_party ON party_link (party_id);
    CREATE INDEX party_link_by_target ON party_link (to_party_id);

    ALTER TABLE party ADD COLUMN root_id TEXT;
    ALTER TABLE party ADD COLUMN shown_owner_id TEXT;
    ALTER TABLE party ADD COLUMN shown_language TEXT;

    DROP INDEX party_by_name_ar;
    DROP INDEX party_by_name_fa;
    DROP INDEX party_by_name_en;
    DROP INDEX party_by_created;
    DROP INDEX party_by_updated;
    DROP INDEX party_by_activity;
    DROP INDEX party_deleted;
    UPDATE party SET shown_owner_id = owner_id, shown_language = language
      WHERE owner_id IS NOT NULL OR language IS NOT NULL;

    CREATE INDEX party_by_name_ar ON party (kind, sort_ar, ${listed}) ${shown};
    CREATE INDEX party_by_name_fa ON party (kind, sort_fa, ${listed}) ${shown};
    CREATE INDEX party_by_name_en ON party (kind, sort_en, ${listed}) ${shown};
    CREATE INDEX party_by_created ON party (kind, created_at, ${listed}) ${shown};
    CREATE INDEX party_by_updated ON party (kind, updated_at, ${listed}) ${shown};
    CREATE INDEX party_by_activity ON party (kind, last_activity_at, ${listed}) ${shown};
    CREATE INDEX party_deleted ON party (deleted_at, id) WHERE deleted_at IS NOT NULL AND root_id IS NULL;
    CREATE INDEX party_member ON party (id, root_id) WHERE root_id IS NOT NULL;
    CREATE INDEX party_member_by_root ON party (root_id, id) WHERE root_id IS NOT NULL;
    CREATE INDEX party_member_by_name ON party (kind, sort_en, id) WHERE root_id IS NOT NULL;
  `,
} as const;

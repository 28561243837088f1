// Who may see what: units of the office, who works in them, who stands in for whom, roles with their rights, and whose a party is.

const listed = 'id, status, shown_owner_id, shown_language, unit_id, more_owners';
const shown = 'WHERE deleted_at IS NULL AND root_id IS NULL';

export const access = {
  id: '0015-access',
  sql: `
    CREATE TABLE org_unit (
      id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, parent_id TEXT, manager_id TEXT, deputy_id TEXT,
      cities TEXT, from_on TEXT, to_on TEXT, created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE org_member (
      id TEXT PRIMARY KEY NOT NULL, unit_id TEXT NOT NULL, user_id TEXT NOT NULL, from_on TEXT, to_on TEXT
    ) STRICT;
    CREATE INDEX org_member_by_user ON org_member (user_id);
    CREATE INDEX org_member_by_unit ON org_member (unit_id);

    CREATE TABLE stand_in (
      id TEXT PRIMARY KEY NOT NULL, for_id TEXT NOT NULL, by_id TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT,
      reason TEXT, created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX stand_in_by_user ON stand_in (by_id);

    CREATE TABLE access_role (
      id TEXT PRIMARY KEY NOT NULL, name TEXT, policy TEXT NOT NULL, created_at INTEGER NOT NULL, retired_at INTEGER
    ) STRICT;

    ALTER TABLE party ADD COLUMN unit_id TEXT;
    ALTER TABLE party ADD COLUMN more_owners INTEGER NOT NULL DEFAULT 0;
    UPDATE party SET more_owners = 1
      WHERE id IN (SELECT party_id FROM party_role WHERE owner_id IS NOT NULL OR deputy_id IS NOT NULL);
    UPDATE party SET more_owners = 2
      WHERE id IN (SELECT root_id FROM party INDEXED BY party_member_by_root WHERE root_id IS NOT NULL);

    DROP INDEX party_by_name_ar;
    DROP INDEX party_by_name_fa;
    DROP INDEX party_by_name_en;
    DROP INDEX party_by_created;
    DROP INDEX party_by_updated;
    DROP INDEX party_by_activity;
    CREATE INDEX party_by_name_ar ON party (kind, sort_ar, ${listed}) ${shown};
    CREATE INDEX party_by_name_fa ON party (kind, sort_fa, ${listed}) ${shown};
    CREATE INDEX party_by_name_en ON party (kind, sort_en, ${listed}) ${shown};
    CREATE INDEX party_by_created ON party (kind, created_at, ${listed}) ${shown};
    CREATE INDEX party_by_updated ON party (kind, updated_at, ${listed}) ${shown};
    CREATE INDEX party_by_activity ON party (kind, last_activity_at, ${listed}) ${shown};
    CREATE INDEX party_by_unit ON party (unit_id) WHERE unit_id IS NOT NULL;
    CREATE INDEX party_by_owner ON party (owner_id) WHERE owner_id IS NOT NULL;
    CREATE INDEX party_role_by_owner ON party_role (owner_id) WHERE owner_id IS NOT NULL;
    CREATE INDEX party_role_by_deputy ON party_role (deputy_id) WHERE deputy_id IS NOT NULL;
  `,
} as const;

// Users, settings, parties and all that belongs to a party.

const listed = 'id, status, owner_id, language';

export const people = {
  id: '0002-people',
  sql: `
    CREATE TABLE app_user (
      id TEXT PRIMARY KEY NOT NULL, login TEXT NOT NULL, display_name TEXT NOT NULL, role TEXT NOT NULL,
      status TEXT NOT NULL, created_at INTEGER NOT NULL, preferences TEXT
    ) STRICT;

    CREATE TABLE site_setting (id TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;

    CREATE TABLE party (
      id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, language TEXT, owner_id TEXT, gender TEXT,
      birth_on TEXT, birth_calendar TEXT, birth_text TEXT, death_on TEXT, nationality TEXT, legal_form TEXT, industry TEXT,
      group_kind TEXT, note TEXT, external_key TEXT, ext TEXT NOT NULL, created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL, deleted_at INTEGER,
      display_name TEXT NOT NULL, sort_ar TEXT NOT NULL, sort_fa TEXT NOT NULL, sort_en TEXT NOT NULL,
      updated_at INTEGER NOT NULL, last_activity_at INTEGER,
      primary_phone TEXT, primary_email TEXT, city TEXT, city_key TEXT, role_types TEXT NOT NULL
    ) STRICT;
    CREATE INDEX party_by_name_ar ON party (kind, sort_ar, ${listed}) WHERE deleted_at IS NULL;
    CREATE INDEX party_by_name_fa ON party (kind, sort_fa, ${listed}) WHERE deleted_at IS NULL;
    CREATE INDEX party_by_name_en ON party (kind, sort_en, ${listed}) WHERE deleted_at IS NULL;
    CREATE INDEX party_by_created ON party (kind, created_at, ${listed}) WHERE deleted_at IS NULL;
    CREATE INDEX party_by_updated ON party (kind, updated_at, ${listed}) WHERE deleted_at IS NULL;
    CREATE INDEX party_by_activity ON party (kind, last_activity_at, ${listed}) WHERE deleted_at IS NULL;
    CREATE INDEX party_deleted ON party (deleted_at, id) WHERE deleted_at IS NOT NULL;
    CREATE INDEX party_by_city ON party (city_key, id) WHERE city_key IS NOT NULL;
    CREATE INDEX party_by_external_key ON party (external_key) WHERE external_key IS NOT NULL;

    CREATE TABLE party_name (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, prefix TEXT, given TEXT,
      father TEXT, grandfather TEXT, family TEXT, kunya TEXT, nickname TEXT, position INTEGER NOT NULL,
      from_on TEXT, to_on TEXT
    ) STRICT;
    CREATE INDEX party_name_by_party ON party_name (party_id, position);

    CREATE TABLE contact_point (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, kind TEXT NOT NULL, label TEXT, value TEXT NOT NULL,
      preferred INTEGER NOT NULL, do_not_use INTEGER NOT NULL, note TEXT, position INTEGER NOT NULL,
      from_on TEXT, to_on TEXT, normal TEXT NOT NULL
    ) STRICT;
    CREATE INDEX contact_point_by_party ON contact_point (party_id, position);
    CREATE INDEX contact_point_by_normal ON contact_point (normal, kind);

    CREATE TABLE address (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, kind TEXT NOT NULL, lines TEXT, building TEXT, district TEXT,
      city TEXT, province TEXT, postcode TEXT, country TEXT, landmark TEXT, position INTEGER NOT NULL,
      from_on TEXT, to_on TEXT
    ) STRICT;
    CREATE INDEX address_by_party ON address (party_id, position);

    CREATE TABLE identifier (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, scheme TEXT NOT NULL, value TEXT NOT NULL, issuer TEXT,
      expires_on TEXT, normal TEXT NOT NULL
    ) STRICT;
    CREATE INDEX identifier_by_party ON identifier (party_id);
    CREATE INDEX identifier_by_normal ON identifier (normal, scheme);

    CREATE TABLE party_role (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, type TEXT NOT NULL, owner_id TEXT, deputy_id TEXT, terms TEXT,
      started_on TEXT, ended_on TEXT, end_reason TEXT, win_back_on TEXT, stage TEXT NOT NULL
    ) STRICT;
    CREATE INDEX party_role_by_party ON party_role (party_id, type, stage);
    CREATE INDEX party_role_by_type ON party_role (type, stage, party_id);

    CREATE TABLE role_stage_event (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, role_id TEXT NOT NULL, from_stage TEXT, to_stage TEXT NOT NULL,
      at INTEGER NOT NULL, by_id TEXT NOT NULL, reason TEXT
    ) STRICT;
    CREATE INDEX role_stage_event_by_role ON role_stage_event (role_id, at);

    CREATE TABLE relationship (
      id TEXT PRIMARY KEY NOT NULL, from_party_id TEXT NOT NULL, to_party_id TEXT NOT NULL, type TEXT NOT NULL,
      position TEXT, note TEXT, from_on TEXT, to_on TEXT
    ) STRICT;
    CREATE INDEX relationship_by_from ON relationship (from_party_id, type);
    CREATE INDEX relationship_by_to ON relationship (to_party_id, type);

    CREATE TABLE occasion (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, kind TEXT NOT NULL, calendar TEXT NOT NULL, year INTEGER,
      month INTEGER NOT NULL, day INTEGER NOT NULL, label TEXT, remind_days INTEGER
    ) STRICT;
    CREATE INDEX occasion_by_party ON occasion (party_id);
    CREATE INDEX occasion_by_day ON occasion (calendar, month, day);

    CREATE TABLE preference (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL
    ) STRICT;
    CREATE INDEX preference_by_party ON preference (party_id);
  `,
} as const;

// What somebody needs, in their own words, and what counts for them when they choose.

export const needs = {
  id: '0027-needs',
  sql: `
    CREATE TABLE need (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, words TEXT NOT NULL, tags TEXT, urgency TEXT NOT NULL, status TEXT NOT NULL,
      evidence TEXT, noted_on TEXT
    ) STRICT;
    CREATE INDEX need_by_party ON need (party_id);
    CREATE INDEX need_open ON need (party_id, id) WHERE status = 'open';

    CREATE TABLE value_driver (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, driver TEXT NOT NULL, rank INTEGER NOT NULL, words TEXT, noted_on TEXT
    ) STRICT;
    CREATE INDEX value_driver_by_party ON value_driver (party_id);
  `,
} as const;

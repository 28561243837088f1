// What people agreed to: purposes, wordings, sayings as events that stay, and the numbers that nobody contacts again.

export const privacy = {
  id: '0016-privacy',
  sql: `
    CREATE TABLE purpose (
      id TEXT PRIMARY KEY NOT NULL, names TEXT, basis TEXT NOT NULL, balancing TEXT, categories TEXT NOT NULL,
      active INTEGER NOT NULL, created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE consent_wording (
      id TEXT PRIMARY KEY NOT NULL, purpose_id TEXT NOT NULL, language TEXT NOT NULL, version INTEGER NOT NULL,
      text TEXT NOT NULL, created_at INTEGER NOT NULL, created_by TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX consent_wording_version ON consent_wording (purpose_id, language, version);

    CREATE TABLE consent_event (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, purpose_id TEXT NOT NULL, channel TEXT NOT NULL, brand TEXT,
      action TEXT NOT NULL, at INTEGER NOT NULL, by_id TEXT NOT NULL, source TEXT NOT NULL, given_by TEXT,
      wording_id TEXT, evidence TEXT, attachment_id TEXT
    ) STRICT;
    CREATE INDEX consent_event_by_party ON consent_event (party_id, purpose_id, at);
    CREATE INDEX consent_event_by_purpose ON consent_event (purpose_id);

    CREATE TABLE suppression (
      id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, hash TEXT NOT NULL, reason TEXT NOT NULL, created_at INTEGER NOT NULL,
      by_id TEXT
    ) STRICT;
    CREATE UNIQUE INDEX suppression_hash ON suppression (hash);

    -- What was said and what was shown is followed by the next, never changed; a record handed to another keeps it.
    CREATE TRIGGER consent_wording_fixed BEFORE UPDATE ON consent_wording
      BEGIN SELECT RAISE(ABORT, 'consent: append-only'); END;
    CREATE TRIGGER consent_event_fixed BEFORE UPDATE OF purpose_id, channel, brand, action, at, by_id, source, wording_id ON consent_event
      BEGIN SELECT RAISE(ABORT, 'consent: append-only'); END;
  `,
} as const;

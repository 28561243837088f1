// What people may ask about their own data, what the law keeps, and who was erased.

export const erasure = {
  id: '0019-erasure',
  sql: `
    CREATE TABLE privacy_request (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT, kind TEXT NOT NULL, received_on TEXT NOT NULL, due_on TEXT NOT NULL,
      state TEXT NOT NULL, identity_check TEXT, note TEXT, outcome TEXT, created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL, approved_at INTEGER, approved_by TEXT, closed_at INTEGER, closed_by TEXT, erasure_id TEXT
    ) STRICT;
    CREATE INDEX privacy_request_by_party ON privacy_request (party_id) WHERE party_id IS NOT NULL;
    CREATE INDEX privacy_request_by_due ON privacy_request (due_on, id);

    CREATE TABLE privacy_mark (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, kind TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL,
      by_id TEXT NOT NULL, ended_at INTEGER, ended_by TEXT
    ) STRICT;
    CREATE INDEX privacy_mark_by_party ON privacy_mark (party_id);

    CREATE TABLE erasure (
      id TEXT PRIMARY KEY NOT NULL, mode TEXT NOT NULL, at INTEGER NOT NULL, asked_by TEXT, approved_by TEXT,
      request_id TEXT, party_ids TEXT NOT NULL, counts TEXT NOT NULL, copies TEXT NOT NULL, language TEXT
    ) STRICT;

    CREATE TABLE retention_rule (
      id TEXT PRIMARY KEY NOT NULL, name TEXT, role TEXT, event TEXT NOT NULL, months INTEGER NOT NULL,
      action TEXT NOT NULL, binding INTEGER NOT NULL, source TEXT, active INTEGER NOT NULL, created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE retention_finding (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, rule_id TEXT NOT NULL, due_on TEXT NOT NULL,
      found_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX retention_finding_by_party ON retention_finding (party_id);
  `,
} as const;

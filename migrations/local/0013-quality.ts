// Rules of good records, what counts as complete, what was found wanting on this device, and what people said about it.

export const quality = {
  id: '0013-quality',
  sql: `
    CREATE TABLE quality_rule (
      id TEXT PRIMARY KEY NOT NULL, name TEXT, severity TEXT NOT NULL, owner_id TEXT, active INTEGER NOT NULL,
      definition TEXT NOT NULL, created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE quality_wish (
      id TEXT PRIMARY KEY NOT NULL, name TEXT, weight INTEGER NOT NULL, definition TEXT NOT NULL, created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE quality_dismissal (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, rule_id TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL,
      by_id TEXT NOT NULL
    ) STRICT;
    CREATE INDEX quality_dismissal_by_party ON quality_dismissal (party_id, rule_id);
    CREATE INDEX quality_dismissal_by_at ON quality_dismissal (at, id);

    CREATE TABLE quality_finding (
      id TEXT PRIMARY KEY NOT NULL, judged_by TEXT NOT NULL, party_id TEXT NOT NULL, record_id TEXT, evidence TEXT
    ) STRICT;
    CREATE INDEX quality_finding_by_rule ON quality_finding (judged_by, party_id);
    CREATE INDEX quality_finding_by_party ON quality_finding (party_id);
    CREATE INDEX quality_finding_by_evidence ON quality_finding (evidence, judged_by) WHERE evidence IS NOT NULL;

    CREATE TABLE quality_score (id TEXT PRIMARY KEY NOT NULL, score INTEGER NOT NULL) STRICT;

    CREATE TABLE quality_scan (
      id TEXT PRIMARY KEY NOT NULL, finished_at INTEGER NOT NULL, through_change INTEGER NOT NULL, day TEXT NOT NULL,
      rules_mark TEXT NOT NULL, parties INTEGER NOT NULL, averages TEXT NOT NULL
    ) STRICT;
  `,
} as const;

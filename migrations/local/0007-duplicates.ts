// Who may be entered twice: pairs found on this device, what people decided about them, and how far the last search came.

export const duplicates = {
  id: '0007-duplicates',
  sql: `
    CREATE TABLE duplicate_pair (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, other_party_id TEXT NOT NULL, band TEXT NOT NULL,
      weight INTEGER NOT NULL, scan_id TEXT NOT NULL, found_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX duplicate_pair_by_weight ON duplicate_pair (weight, id, band);
    CREATE INDEX duplicate_pair_by_party ON duplicate_pair (party_id);
    CREATE INDEX duplicate_pair_by_other ON duplicate_pair (other_party_id);

    CREATE TABLE duplicate_verdict (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, other_party_id TEXT NOT NULL, verdict TEXT NOT NULL,
      at INTEGER NOT NULL, by_id TEXT NOT NULL
    ) STRICT;
    CREATE INDEX duplicate_verdict_by_pair ON duplicate_verdict (party_id, other_party_id);
    CREATE INDEX duplicate_verdict_by_other ON duplicate_verdict (other_party_id);
    CREATE INDEX duplicate_verdict_by_at ON duplicate_verdict (at, id);

    CREATE TABLE duplicate_scan (
      id TEXT PRIMARY KEY NOT NULL, scan_id TEXT NOT NULL, finished_at INTEGER NOT NULL, through_change INTEGER NOT NULL,
      parties INTEGER NOT NULL, names TEXT NOT NULL
    ) STRICT;

    CREATE INDEX party_by_birth ON party (birth_on) WHERE birth_on IS NOT NULL AND deleted_at IS NULL;
  `,
} as const;

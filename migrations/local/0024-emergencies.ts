// Records opened in an emergency by somebody whose rights do not reach them: who, whom, why and until when stays as it was written.

export const emergencies = {
  id: '0024-emergencies',
  sql: `
    CREATE TABLE emergency_access (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, user_id TEXT NOT NULL, reason TEXT NOT NULL, words TEXT NOT NULL,
      at INTEGER NOT NULL, until INTEGER NOT NULL, ended_at INTEGER,
      verdict TEXT, reviewed_at INTEGER, reviewed_by TEXT, review_words TEXT
    ) STRICT;
    CREATE INDEX emergency_access_by_party ON emergency_access (party_id);
    CREATE INDEX emergency_access_by_user ON emergency_access (user_id, until);
    CREATE INDEX emergency_access_unreviewed ON emergency_access (at) WHERE verdict IS NULL;

    CREATE TRIGGER emergency_access_fixed BEFORE UPDATE ON emergency_access
      WHEN NEW.user_id <> OLD.user_id OR NEW.reason <> OLD.reason OR NEW.at <> OLD.at OR NEW.until <> OLD.until
        OR OLD.ended_at IS NOT NULL AND NEW.ended_at IS NOT OLD.ended_at
        OR OLD.verdict IS NOT NULL AND NEW.verdict IS NOT OLD.verdict
        OR NEW.reviewed_by IS NEW.user_id
      BEGIN SELECT RAISE(ABORT, 'emergencies: append-only'); END;
  `,
} as const;

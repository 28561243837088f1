// The search index: one folded document per party and per activity, and the full-text tables over them.
// External content, not contentless_delete: deletions then leave no trace once secure-delete is on.

export const search = {
  id: '0004-search',
  sql: `
    CREATE TABLE party_doc (
      rid INTEGER PRIMARY KEY,
      party_id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      words TEXT NOT NULL,
      skeletons TEXT NOT NULL,
      phones TEXT NOT NULL,
      grams TEXT NOT NULL,
      emails TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE party_words USING fts5 (
      words, skeletons, content = 'party_doc', content_rowid = 'rid',
      tokenize = "unicode61 remove_diacritics 0", prefix = '1 2 3 4 5', detail = column
    );
    CREATE VIRTUAL TABLE party_phones USING fts5 (
      grams, content = 'party_doc', content_rowid = 'rid', tokenize = "unicode61 remove_diacritics 0", detail = none
    );
    CREATE VIRTUAL TABLE party_emails USING fts5 (
      emails, content = 'party_doc', content_rowid = 'rid', tokenize = 'trigram', detail = none
    );

    CREATE TABLE activity_doc (
      rid INTEGER PRIMARY KEY,
      activity_id TEXT NOT NULL UNIQUE,
      words TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE activity_words USING fts5 (
      words, content = 'activity_doc', content_rowid = 'rid',
      tokenize = "unicode61 remove_diacritics 0", prefix = '1 2 3', detail = none
    );

    INSERT INTO party_words (party_words, rank) VALUES ('secure-delete', 1);
    INSERT INTO party_phones (party_phones, rank) VALUES ('secure-delete', 1);
    INSERT INTO party_emails (party_emails, rank) VALUES ('secure-delete', 1);
    INSERT INTO activity_words (activity_words, rank) VALUES ('secure-delete', 1);
  `,
} as const;

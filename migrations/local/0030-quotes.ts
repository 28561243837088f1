// Series of numbers per device, quotes, their versions and what became of them. What was issued is locked by the database itself.

export const quotes = {
  id: '0030-quotes',
  sql: `
    CREATE TABLE number_series (
      id TEXT PRIMARY KEY NOT NULL, code TEXT NOT NULL, device_id TEXT NOT NULL, created_at INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX number_series_by_code ON number_series (code);
    CREATE INDEX number_series_by_device ON number_series (device_id);

    CREATE TABLE quote (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, deal_id TEXT, title TEXT NOT NULL, owner_id TEXT,
      language TEXT NOT NULL, currency TEXT NOT NULL, series TEXT, counter INTEGER,
      created_at INTEGER NOT NULL, created_by TEXT NOT NULL, deleted_at INTEGER,
      state TEXT NOT NULL, state_at INTEGER NOT NULL, version INTEGER NOT NULL, valid_until_on TEXT, payable INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX quote_by_number ON quote (series, counter) WHERE counter IS NOT NULL;
    CREATE INDEX quote_by_time ON quote (state_at, id) WHERE deleted_at IS NULL;
    CREATE INDEX quote_by_party ON quote (party_id, state_at);
    CREATE INDEX quote_by_deal ON quote (deal_id) WHERE deal_id IS NOT NULL;

    CREATE TABLE quote_version (
      id TEXT PRIMARY KEY NOT NULL, quote_id TEXT NOT NULL, party_id TEXT NOT NULL, version INTEGER NOT NULL, valid_until_on TEXT,
      lines TEXT NOT NULL, discount TEXT, rounding TEXT NOT NULL, sums TEXT NOT NULL, payable INTEGER NOT NULL,
      below_list INTEGER NOT NULL, terms TEXT, created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
      issued_at INTEGER, issued_by TEXT, client_name TEXT, client_address TEXT, paper TEXT
    ) STRICT;
    CREATE UNIQUE INDEX quote_version_by_quote ON quote_version (quote_id, version);
    CREATE INDEX quote_version_by_party ON quote_version (party_id);

    CREATE TABLE quote_event (
      id TEXT PRIMARY KEY NOT NULL, quote_id TEXT NOT NULL, party_id TEXT NOT NULL, version INTEGER NOT NULL, state TEXT NOT NULL,
      at INTEGER NOT NULL, by_id TEXT NOT NULL, reason TEXT
    ) STRICT;
    CREATE INDEX quote_event_by_quote ON quote_event (quote_id, at, id);
    CREATE INDEX quote_event_by_party ON quote_event (party_id);

    -- Only whoever is erased goes out of what was issued.
    CREATE TRIGGER quote_version_locked BEFORE UPDATE ON quote_version
    WHEN OLD.issued_at IS NOT NULL AND NOT coalesce((SELECT erases FROM current_operation), 0)
    BEGIN SELECT RAISE(ABORT, 'quotes: what was issued never changes'); END;
    CREATE TRIGGER quote_version_kept BEFORE DELETE ON quote_version
    WHEN OLD.issued_at IS NOT NULL AND NOT coalesce((SELECT erases FROM current_operation), 0)
    BEGIN SELECT RAISE(ABORT, 'quotes: what was issued never changes'); END;
    CREATE TRIGGER quote_numbered BEFORE UPDATE OF series, counter, party_id, currency, language ON quote
    WHEN OLD.counter IS NOT NULL AND (NEW.series IS NOT OLD.series OR NEW.counter IS NOT OLD.counter
      OR NEW.party_id IS NOT OLD.party_id OR NEW.currency IS NOT OLD.currency OR NEW.language IS NOT OLD.language)
    BEGIN SELECT RAISE(ABORT, 'quotes: what was issued never changes'); END;
    CREATE TRIGGER quote_event_fixed BEFORE UPDATE OF quote_id, version, state, at, by_id ON quote_event
    BEGIN SELECT RAISE(ABORT, 'quotes: append-only'); END;
  `,
} as const;

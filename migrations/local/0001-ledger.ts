// The ledger: operations, their changes, and the one-row context without which nothing may be written.

export const ledger = {
  id: '0001-ledger',
  sql: `
    CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE current_operation (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      seq INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE operation (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      device_id TEXT NOT NULL,
      counter INTEGER NOT NULL,
      hlc TEXT NOT NULL,
      at INTEGER NOT NULL,
      user_id TEXT,
      actor TEXT NOT NULL,
      command TEXT NOT NULL,
      reason TEXT,
      group_id TEXT,
      undoes_id TEXT,
      details TEXT,
      first_change INTEGER,
      last_change INTEGER,
      changes INTEGER NOT NULL,
      payload_hash BLOB NOT NULL,
      previous_hash BLOB NOT NULL,
      hash BLOB NOT NULL,
      UNIQUE (device_id, counter)
    ) STRICT;
    CREATE INDEX operation_by_user ON operation (user_id, seq);
    CREATE INDEX operation_by_group ON operation (group_id, seq) WHERE group_id IS NOT NULL;
    CREATE INDEX operation_by_undone ON operation (undoes_id) WHERE undoes_id IS NOT NULL;

    CREATE TABLE change (
      seq INTEGER PRIMARY KEY,
      operation_seq INTEGER NOT NULL,
      entity TEXT NOT NULL,
      record_id TEXT NOT NULL,
      party_id TEXT,
      action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
      old TEXT,
      new TEXT,
      salt BLOB,
      hash BLOB
    ) STRICT;
    CREATE INDEX change_by_record ON change (record_id, seq);
    CREATE INDEX change_by_party ON change (party_id, seq) WHERE party_id IS NOT NULL;

    CREATE TRIGGER operation_in_context BEFORE INSERT ON operation
      WHEN NEW.seq IS NOT (SELECT seq FROM current_operation)
      BEGIN SELECT RAISE(ABORT, 'ledger: no operation context'); END;
    CREATE TRIGGER operation_fixed BEFORE UPDATE ON operation
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;
    CREATE TRIGGER operation_kept BEFORE DELETE ON operation
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;
    CREATE TRIGGER change_in_context BEFORE INSERT ON change
      WHEN NEW.operation_seq IS NOT (SELECT seq FROM current_operation)
      BEGIN SELECT RAISE(ABORT, 'ledger: no operation context'); END;
    CREATE TRIGGER change_fixed BEFORE UPDATE ON change
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;
    CREATE TRIGGER change_kept BEFORE DELETE ON change
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;
  `,
} as const;

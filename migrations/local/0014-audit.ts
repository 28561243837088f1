// Watching: signed checkpoints of the chain, who read what about whom, and words of an operation that can be erased without
// breaking the chain. What is written stays: no statement changes or removes it, but that an erasure may empty the words.

export const audit = {
  id: '0014-audit',
  sql: `
    -- Reason and details under a salt of their own; null in operations of before, whose hash covers the words themselves.
    ALTER TABLE operation ADD COLUMN note_salt BLOB;
    ALTER TABLE operation ADD COLUMN note_hash BLOB;
    ALTER TABLE current_operation ADD COLUMN erases INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX operation_by_time ON operation (at);
    CREATE INDEX operation_without_changes ON operation (seq) WHERE changes = 0;

    CREATE TABLE audit_checkpoint (
      seq INTEGER PRIMARY KEY,
      device_id TEXT NOT NULL,
      user_id TEXT NOT NULL,
      occasion TEXT NOT NULL CHECK (occasion IN ('count', 'time', 'unlock', 'lock', 'backup', 'export')),
      at INTEGER NOT NULL,
      operation_seq INTEGER NOT NULL,
      operation_hash BLOB NOT NULL,
      access_seq INTEGER NOT NULL,
      access_hash BLOB NOT NULL,
      previous_hash BLOB NOT NULL,
      public_key BLOB NOT NULL,
      signature BLOB NOT NULL
    ) STRICT;

    CREATE TABLE access_event (
      seq INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      device_id TEXT NOT NULL,
      user_id TEXT,
      actor TEXT NOT NULL,
      way TEXT NOT NULL CHECK (way IN ('open', 'list', 'search', 'report', 'export', 'print')),
      operation TEXT NOT NULL,
      scope TEXT NOT NULL CHECK (scope IN ('people', 'everyone')),
      people INTEGER NOT NULL,
      fields TEXT NOT NULL,
      purpose TEXT,
      work_id TEXT,
      subjects_hash BLOB NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    CREATE INDEX access_event_by_user ON access_event (user_id, seq);
    CREATE INDEX access_event_by_time ON access_event (at);
    CREATE INDEX access_event_of_everyone ON access_event (seq) WHERE scope = 'everyone';

    CREATE TABLE access_subject (
      party_id TEXT NOT NULL,
      event_seq INTEGER NOT NULL,
      PRIMARY KEY (party_id, event_seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX access_subject_by_event ON access_subject (event_seq);

    CREATE TRIGGER audit_checkpoint_appended BEFORE INSERT ON audit_checkpoint
      WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit_checkpoint)
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;
    CREATE TRIGGER audit_checkpoint_fixed BEFORE UPDATE ON audit_checkpoint
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;
    CREATE TRIGGER audit_checkpoint_kept BEFORE DELETE ON audit_checkpoint
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;
    CREATE TRIGGER access_event_appended BEFORE INSERT ON access_event
      WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM access_event)
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;
    CREATE TRIGGER access_event_fixed BEFORE UPDATE ON access_event
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;
    CREATE TRIGGER access_event_kept BEFORE DELETE ON access_event
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;
    -- Subjects are written before their event, so that none can be added to an event that is there.
    CREATE TRIGGER access_subject_appended BEFORE INSERT ON access_subject
      WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM access_event)
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;
    CREATE TRIGGER access_subject_fixed BEFORE UPDATE ON access_subject
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;
    CREATE TRIGGER access_subject_kept BEFORE DELETE ON access_subject
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

    -- INSERT OR REPLACE removes what stands in its way without asking the triggers of DELETE.
    CREATE TRIGGER operation_once BEFORE INSERT ON operation
      WHEN EXISTS (SELECT 1 FROM operation WHERE seq = NEW.seq) OR EXISTS (SELECT 1 FROM operation WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM operation WHERE device_id = NEW.device_id AND counter = NEW.counter)
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;
    CREATE TRIGGER change_once BEFORE INSERT ON change
      WHEN NEW.seq > 0 AND EXISTS (SELECT 1 FROM change WHERE seq = NEW.seq)
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

    DROP TRIGGER operation_fixed;
    CREATE TRIGGER operation_fixed BEFORE UPDATE ON operation
      WHEN NOT coalesce((SELECT erases FROM current_operation), 0) OR NOT (
        NEW.seq IS OLD.seq AND NEW.id IS OLD.id AND NEW.device_id IS OLD.device_id AND NEW.counter IS OLD.counter
        AND NEW.hlc IS OLD.hlc AND NEW.at IS OLD.at AND NEW.user_id IS OLD.user_id AND NEW.actor IS OLD.actor
        AND NEW.command IS OLD.command AND NEW.group_id IS OLD.group_id AND NEW.undoes_id IS OLD.undoes_id
        AND NEW.first_change IS OLD.first_change AND NEW.last_change IS OLD.last_change AND NEW.changes IS OLD.changes
        AND NEW.payload_hash IS OLD.payload_hash AND NEW.previous_hash IS OLD.previous_hash AND NEW.hash IS OLD.hash
        AND OLD.note_salt IS NOT NULL AND NEW.note_salt IS NULL AND NEW.reason IS NULL AND NEW.details IS NULL
        AND length(NEW.note_hash) = 32)
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;
    DROP TRIGGER change_fixed;
    CREATE TRIGGER change_fixed BEFORE UPDATE ON change
      WHEN NOT coalesce((SELECT erases FROM current_operation), 0) OR NOT (
        NEW.seq IS OLD.seq AND NEW.operation_seq IS OLD.operation_seq AND NEW.entity IS OLD.entity
        AND NEW.record_id IS OLD.record_id AND NEW.party_id IS OLD.party_id AND NEW.action IS OLD.action
        AND OLD.salt IS NOT NULL AND NEW.salt IS NULL AND NEW.old IS NULL AND NEW.new IS NULL
        AND length(NEW.hash) = 32)
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;
  `,
} as const;

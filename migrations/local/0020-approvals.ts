// What must not be done on one person's word: requests and what became of them. What is written stays; the database itself refuses a
// second use, a second decision, and every change.

export const approvals = {
  id: '0020-approvals',
  sql: `
    CREATE TABLE approval_event (
      seq INTEGER PRIMARY KEY,
      request_id TEXT NOT NULL,
      step TEXT NOT NULL CHECK (step IN ('requested', 'approved', 'refused', 'withdrawn', 'used')),
      user_id TEXT NOT NULL,
      at INTEGER NOT NULL,
      body TEXT NOT NULL DEFAULT '',
      exactly TEXT NOT NULL DEFAULT '',
      public_key BLOB,
      signature BLOB,
      operation_id TEXT
    ) STRICT;
    CREATE UNIQUE INDEX approval_requested ON approval_event (request_id) WHERE step = 'requested';
    CREATE UNIQUE INDEX approval_decided ON approval_event (request_id) WHERE step IN ('approved', 'refused');
    CREATE UNIQUE INDEX approval_ended ON approval_event (request_id) WHERE step IN ('used', 'withdrawn', 'refused');
    CREATE INDEX approval_by_request ON approval_event (request_id);
    CREATE INDEX approval_by_asker ON approval_event (user_id, at) WHERE step = 'requested';
    CREATE INDEX approval_by_operation ON approval_event (operation_id) WHERE operation_id IS NOT NULL;

    CREATE TRIGGER approval_event_appended BEFORE INSERT ON approval_event
      WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM approval_event)
        OR NEW.step <> 'requested'
          AND NOT EXISTS (SELECT 1 FROM approval_event WHERE request_id = NEW.request_id AND step = 'requested')
        OR NEW.step = 'requested' AND EXISTS (SELECT 1 FROM approval_event WHERE request_id = NEW.request_id)
        OR NEW.step <> 'requested' AND EXISTS (
          SELECT 1 FROM approval_event WHERE request_id = NEW.request_id AND step IN ('used', 'withdrawn', 'refused'))
        OR NEW.step IN ('approved', 'refused') AND EXISTS (
          SELECT 1 FROM approval_event WHERE request_id = NEW.request_id
            AND (step = 'approved' OR step = 'requested' AND user_id = NEW.user_id))
      BEGIN SELECT RAISE(ABORT, 'approvals: once'); END;
    CREATE TRIGGER approval_event_fixed BEFORE UPDATE ON approval_event
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;
    CREATE TRIGGER approval_event_kept BEFORE DELETE ON approval_event
      BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;
  `,
} as const;

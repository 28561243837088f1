// What is to be done and what was promised, by whom and until when, and what became of it.

export const tasks = {
  id: '0029-tasks',
  sql: `
    CREATE TABLE task (
      id TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, priority TEXT NOT NULL, party_id TEXT, deal_id TEXT,
      owner_id TEXT NOT NULL, word TEXT, note TEXT, repeat TEXT, series_id TEXT, external_key TEXT,
      created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
      state TEXT NOT NULL, state_at INTEGER NOT NULL, due_on TEXT, due_minutes INTEGER, due_zone TEXT, due_at INTEGER
    ) STRICT;
    CREATE INDEX task_by_owner ON task (owner_id, state, due_at, id);
    CREATE INDEX task_by_owner_ended ON task (owner_id, state, state_at, id);
    CREATE INDEX task_by_due ON task (state, due_at, id, owner_id);
    CREATE INDEX task_by_ended ON task (state, state_at, id, owner_id);
    CREATE INDEX task_by_party ON task (party_id, state, due_at, id) WHERE party_id IS NOT NULL;
    CREATE INDEX task_by_deal ON task (deal_id, state, due_at, id) WHERE deal_id IS NOT NULL;
    CREATE INDEX task_by_series ON task (series_id, state) WHERE series_id IS NOT NULL;
    CREATE INDEX task_by_key ON task (external_key) WHERE external_key IS NOT NULL;

    CREATE TABLE task_event (
      id TEXT PRIMARY KEY NOT NULL, task_id TEXT NOT NULL, party_id TEXT, kind TEXT NOT NULL, at INTEGER NOT NULL,
      by_id TEXT NOT NULL, reason TEXT, due_on TEXT, due_minutes INTEGER, due_zone TEXT
    ) STRICT;
    CREATE INDEX task_event_by_task ON task_event (task_id, at, id);
    CREATE INDEX task_event_by_party ON task_event (party_id) WHERE party_id IS NOT NULL;
  `,
} as const;

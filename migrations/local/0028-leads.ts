// Leads and their steps; the lead a deal came from; what a reason for a loss is given for.

export const leads = {
  id: '0028-leads',
  sql: `
    CREATE TABLE lead (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, interest TEXT, source TEXT NOT NULL, received_at INTEGER NOT NULL,
      amount INTEGER, currency TEXT NOT NULL, owner_id TEXT, unit_id TEXT, note TEXT, external_key TEXT,
      created_at INTEGER NOT NULL, created_by TEXT NOT NULL, deleted_at INTEGER,
      state TEXT NOT NULL, state_at INTEGER NOT NULL, responded_at INTEGER
    ) STRICT;
    CREATE INDEX lead_by_party ON lead (party_id, received_at);
    CREATE INDEX lead_by_received ON lead (state, received_at, id, owner_id, responded_at) WHERE deleted_at IS NULL;
    CREATE INDEX lead_by_state_time ON lead (state, state_at, id, owner_id, responded_at) WHERE deleted_at IS NULL;
    CREATE INDEX lead_by_key ON lead (external_key) WHERE external_key IS NOT NULL;

    CREATE TABLE lead_event (
      id TEXT PRIMARY KEY NOT NULL, lead_id TEXT NOT NULL, party_id TEXT NOT NULL, to_state TEXT NOT NULL, at INTEGER NOT NULL,
      by_id TEXT NOT NULL, activity_id TEXT, reason_id TEXT, words TEXT
    ) STRICT;
    CREATE INDEX lead_event_by_lead ON lead_event (lead_id, at, id);
    CREATE INDEX lead_event_by_party ON lead_event (party_id);
    CREATE INDEX lead_event_by_activity ON lead_event (activity_id) WHERE activity_id IS NOT NULL;

    ALTER TABLE deal ADD COLUMN lead_id TEXT;
    CREATE INDEX deal_by_lead ON deal (lead_id) WHERE lead_id IS NOT NULL;
    ALTER TABLE loss_reason ADD COLUMN about TEXT NOT NULL DEFAULT 'deal';
  `,
} as const;

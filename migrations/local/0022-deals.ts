// Pipelines and their stages, reasons for which deals are lost, deals, who has a say in them, their moves and pauses.

export const deals = {
  id: '0022-deals',
  sql: `
    CREATE TABLE pipeline (
      id TEXT PRIMARY KEY NOT NULL, names TEXT NOT NULL, currency TEXT NOT NULL, position INTEGER NOT NULL,
      active INTEGER NOT NULL, created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE pipeline_stage (
      id TEXT PRIMARY KEY NOT NULL, pipeline_id TEXT NOT NULL, names TEXT NOT NULL, kind TEXT NOT NULL, position INTEGER NOT NULL,
      odds INTEGER NOT NULL, rot_days INTEGER, needs TEXT NOT NULL, criteria TEXT NOT NULL, active INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX pipeline_stage_by_pipeline ON pipeline_stage (pipeline_id, position);

    CREATE TABLE loss_reason (
      id TEXT PRIMARY KEY NOT NULL, names TEXT NOT NULL, position INTEGER NOT NULL, active INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE deal (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, pipeline_id TEXT NOT NULL, title TEXT NOT NULL,
      amount INTEGER, currency TEXT NOT NULL, expected_on TEXT, category TEXT NOT NULL, owner_id TEXT,
      next_step TEXT, note TEXT, external_key TEXT, created_at INTEGER NOT NULL, created_by TEXT NOT NULL, deleted_at INTEGER,
      stage_id TEXT NOT NULL, state TEXT NOT NULL, stage_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX deal_by_party ON deal (party_id, created_at);
    -- The columns of a board and their sums.
    CREATE INDEX deal_by_stage ON deal (stage_id, expected_on, id, currency, amount, owner_id, party_id, category)
      WHERE deleted_at IS NULL;
    CREATE INDEX deal_by_expected ON deal (state, expected_on, id, pipeline_id, owner_id) WHERE deleted_at IS NULL;
    CREATE INDEX deal_by_created ON deal (state, created_at, id, pipeline_id, owner_id) WHERE deleted_at IS NULL;
    CREATE INDEX deal_by_amount ON deal (state, amount, id, pipeline_id, owner_id) WHERE deleted_at IS NULL;
    CREATE INDEX deal_by_stage_time ON deal (state, stage_at, id, pipeline_id, owner_id) WHERE deleted_at IS NULL;
    CREATE INDEX deal_by_key ON deal (external_key) WHERE external_key IS NOT NULL;

    CREATE TABLE deal_party (
      id TEXT PRIMARY KEY NOT NULL, deal_id TEXT NOT NULL, party_id TEXT NOT NULL, role TEXT NOT NULL,
      influence INTEGER, attitude TEXT, note TEXT
    ) STRICT;
    CREATE INDEX deal_party_by_deal ON deal_party (deal_id);
    CREATE INDEX deal_party_by_party ON deal_party (party_id);

    CREATE TABLE deal_stage_event (
      id TEXT PRIMARY KEY NOT NULL, deal_id TEXT NOT NULL, party_id TEXT NOT NULL, from_stage_id TEXT, to_stage_id TEXT NOT NULL,
      at INTEGER NOT NULL, by_id TEXT NOT NULL, loss_reason_id TEXT, reason TEXT, amount INTEGER, currency TEXT NOT NULL
    ) STRICT;
    CREATE INDEX deal_stage_event_by_deal ON deal_stage_event (deal_id, at, id);
    CREATE INDEX deal_stage_event_by_party ON deal_stage_event (party_id);

    CREATE TABLE deal_pause (
      id TEXT PRIMARY KEY NOT NULL, deal_id TEXT NOT NULL, party_id TEXT NOT NULL, from_at INTEGER NOT NULL, to_at INTEGER,
      reason TEXT, by_id TEXT NOT NULL
    ) STRICT;
    CREATE INDEX deal_pause_by_deal ON deal_pause (deal_id, from_at);
    CREATE INDEX deal_pause_by_party ON deal_pause (party_id);
  `,
} as const;

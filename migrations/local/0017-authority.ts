// Who may be told about whom and act for them, and the questions by which a caller is known.

export const authority = {
  id: '0017-authority',
  sql: `
    CREATE TABLE authority (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, agent_id TEXT NOT NULL, basis TEXT NOT NULL, stance TEXT NOT NULL,
      matters TEXT NOT NULL, may_be_told INTEGER NOT NULL, may_act INTEGER NOT NULL, from_on TEXT, to_on TEXT,
      attachment_id TEXT, note TEXT, disputed_at INTEGER, dispute_note TEXT,
      withdrawn_at INTEGER, withdrawn_by TEXT, withdrawn_reason TEXT, created_at INTEGER NOT NULL, created_by TEXT NOT NULL
    ) STRICT;
    CREATE INDEX authority_by_party ON authority (party_id);
    CREATE INDEX authority_by_agent ON authority (agent_id);

    CREATE TABLE authority_question (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, authority_id TEXT, question TEXT NOT NULL,
      answer_hash TEXT NOT NULL, created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX authority_question_by_party ON authority_question (party_id);

    CREATE TABLE authority_answer (
      id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, caller_id TEXT NOT NULL, question_id TEXT NOT NULL,
      is_right INTEGER NOT NULL, at INTEGER NOT NULL, by_id TEXT NOT NULL
    ) STRICT;
    CREATE INDEX authority_answer_by_party ON authority_answer (party_id, at);
  `,
} as const;

// Long work in the background and its schedules. Both stay on this device and carry no history.

export const jobs = {
  id: '0006-jobs',
  sql: `
    CREATE TABLE job (
      id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, user_id TEXT, input TEXT NOT NULL,
      checkpoint TEXT, progress TEXT, result TEXT, failure TEXT,
      created_at INTEGER NOT NULL, started_at INTEGER, finished_at INTEGER
    ) STRICT;
    CREATE INDEX job_by_time ON job (created_at);
    CREATE INDEX job_by_state ON job (state, created_at);

    CREATE TABLE job_schedule (
      id TEXT PRIMARY KEY NOT NULL, every TEXT NOT NULL, minute_of_day INTEGER NOT NULL, week_day INTEGER NOT NULL,
      month_day INTEGER NOT NULL, next_run_at INTEGER
    ) STRICT;
  `,
} as const;

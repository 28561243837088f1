// How exit drills ended. All of it is about this device.

export const exitDrills = {
  id: '0012-exit-drills',
  sql: `
    CREATE TABLE exit_drill (
      id TEXT PRIMARY KEY NOT NULL, started_at INTEGER NOT NULL, finished_at INTEGER NOT NULL,
      sound INTEGER NOT NULL, report TEXT NOT NULL
    ) STRICT;
    CREATE INDEX exit_drill_by_time ON exit_drill (finished_at);
  `,
} as const;

// Where copies of the base go, which were made, and how their rehearsals ended. All of it is about this device.

export const backups = {
  id: '0008-backups',
  sql: `
    CREATE TABLE backup_target (
      id TEXT PRIMARY KEY NOT NULL, path TEXT NOT NULL, hourly INTEGER NOT NULL, daily INTEGER NOT NULL,
      weekly INTEGER NOT NULL, monthly INTEGER NOT NULL, created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE backup (
      id TEXT PRIMARY KEY NOT NULL, folder TEXT NOT NULL, made_at INTEGER NOT NULL, verified_at INTEGER NOT NULL,
      bytes INTEGER NOT NULL, operations INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX backup_by_time ON backup (made_at);

    CREATE TABLE rehearsal (
      id TEXT PRIMARY KEY NOT NULL, folder TEXT NOT NULL, started_at INTEGER NOT NULL, finished_at INTEGER NOT NULL,
      sound INTEGER NOT NULL, report TEXT NOT NULL
    ) STRICT;
    CREATE INDEX rehearsal_by_time ON rehearsal (finished_at);
  `,
} as const;

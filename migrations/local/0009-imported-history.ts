// Histories brought in from former systems: who wrote them there, found again by their keys; which rows an import refused.

export const importedHistory = {
  id: '0009-imported-history',
  sql: `
    ALTER TABLE activity ADD COLUMN recorded_by TEXT;
    CREATE INDEX activity_by_external_key ON activity (external_key) WHERE external_key IS NOT NULL;

    CREATE TABLE import_rejection (
      id TEXT PRIMARY KEY NOT NULL, job_id TEXT NOT NULL, row INTEGER NOT NULL, reasons TEXT NOT NULL
    ) STRICT;
    CREATE INDEX import_rejection_by_job ON import_rejection (job_id, row);
  `,
} as const;

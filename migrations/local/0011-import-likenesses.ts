// Rows of an import that seemed to be somebody: whom, why, and what was done with them.

export const importLikenesses = {
  id: '0011-import-likenesses',
  sql: `
    CREATE TABLE import_likeness (
      id TEXT PRIMARY KEY NOT NULL, job_id TEXT NOT NULL, row INTEGER NOT NULL, done TEXT NOT NULL, likenesses TEXT NOT NULL
    ) STRICT;
    CREATE INDEX import_likeness_by_job ON import_likeness (job_id, row);
  `,
} as const;

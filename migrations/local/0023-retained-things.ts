// Rules of retention that are about what is held of somebody, not about the person: calls and visits, files, proof of consent.

export const retainedThings = {
  id: '0023-retained-things',
  sql: `
    ALTER TABLE retention_rule ADD COLUMN about TEXT NOT NULL DEFAULT 'person';
    ALTER TABLE retention_finding ADD COLUMN things INTEGER;
  `,
} as const;

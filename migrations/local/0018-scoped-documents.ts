// Whose a party is, beside its search document, so that a search by somebody who sees only some need not look the party up; and
// a record that is merged into another says so in the column that the lists' indexes hold.

export const scopedDocuments = {
  id: '0018-scoped-documents',
  sql: `
    UPDATE party SET more_owners = 2 WHERE root_id IS NOT NULL;

    ALTER TABLE party_doc ADD COLUMN shown_owner_id TEXT;
    ALTER TABLE party_doc ADD COLUMN unit_id TEXT;
    ALTER TABLE party_doc ADD COLUMN more_owners INTEGER NOT NULL DEFAULT 0;
    UPDATE party_doc SET shown_owner_id = p.shown_owner_id, unit_id = p.unit_id, more_owners = p.more_owners
      FROM party p WHERE p.id = party_doc.party_id;
  `,
} as const;

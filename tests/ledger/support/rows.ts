// Whole tables as comparable values.
import { ledgerEntities } from '@shared/catalogue';
import type { Database } from '../../../src-main/db';

export type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Every row of every ledger entity; `updated_at` is left out because an undo is itself a change at a later instant. */
export function ledgerRows(database: Database): Rows {
  const entries = ledgerEntities.map(({ key }) => {
    const rows = database.prepare(`select * from "${key}" order by id`).all() as Record<string, unknown>[];
    return [key, rows.map(({ updated_at: _, ...rest }) => rest)] as const;
  });
  return Object.fromEntries(entries);
}

/** The search documents, without the row numbers that only say how recent each is. */
export function searchRows(database: Database): Rows {
  return {
    party_doc: (database.prepare('select * from party_doc order by party_id').all() as Record<string, unknown>[]).map(
      ({ rid: _, ...rest }) => rest,
    ),
    activity_doc: (
      database.prepare('select * from activity_doc order by activity_id').all() as Record<string, unknown>[]
    ).map(({ rid: _, ...rest }) => rest),
  };
}

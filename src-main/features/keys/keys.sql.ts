// When the key was changed, and who left since. Neither command changes a row that is not there to be found again.

import { sql, statement, tables } from '../../db';

export const rotated = 'keys.rotate';

/** The index of lines that changed nothing holds these. */
export const selectLastRotation = statement<Record<string, never>, { seq: number; at: number }>(() =>
  tables
    .selectFrom('operation')
    .select(['seq', 'at'])
    .where('changes', '=', sql.lit(0))
    .where('command', '=', sql.lit(rotated))
    .orderBy('seq', 'desc')
    .limit(1),
);

/** The last time that a copy under an older key took the place of the base (`OlderKey` in its details). */
export const selectOlderKey = statement<Record<string, never>, { seq: number; at: number; details: string }>(() =>
  tables
    .selectFrom('operation')
    .select(['seq', 'at'])
    .select(sql<string>`details`.as('details'))
    .where('changes', '=', sql.lit(0))
    .where('command', '=', sql.lit('backups.restore'))
    .where(sql`details ->> '$.olderKey'`, '=', sql.lit(1))
    .orderBy('seq', 'desc')
    .limit(1),
);

export const selectRemovedIds = statement<Record<string, never>, { id: string }>(() =>
  tables.selectFrom('app_user').select('id').where('status', '=', 'removed'),
);

/** Removed people, and the line of the ledger that last changed each of them. */
export const selectRemoved = statement<Record<string, never>, { name: string; seq: number | null }>(() =>
  tables
    .selectFrom('app_user')
    .select('display_name as name')
    .select((eb) =>
      eb
        .selectFrom('change')
        .select(({ fn }) => fn.max('operation_seq').as('seq'))
        .where('entity', '=', sql.lit('app_user'))
        .whereRef('record_id', '=', 'app_user.id')
        .as('seq'),
    )
    .where('status', '=', 'removed'),
);

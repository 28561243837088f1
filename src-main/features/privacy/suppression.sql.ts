// Every statement on the list of those whom nobody contacts again, and on the key of its hashes.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export type SuppressionRow = Tables['suppression'];

/** The key lies in the base beside the list, and never leaves with it: hashes that are taken out tell nobody a number. */
export const selectHashKey = statement<Record<string, never>, { value: string }>(
  () => sql<{ value: string }>`select value from main.meta where key = 'suppression-key'`,
);

/** 256 bits of SQLite's own generator, as the salts of the ledger; made once in the life of a base. */
export const makeHashKey = statement<Record<string, never>>(
  () => sql`insert or ignore into meta (key, value) values ('suppression-key', lower(hex(randomblob(32))))`,
);

export const selectSuppressed = (hashes: readonly string[]): Query<SuppressionRow> =>
  compiled(sql<SuppressionRow>`select s.* from json_each(${JSON.stringify(hashes)}) wanted
    cross join suppression s indexed by suppression_hash on s.hash = wanted.value`);

export const insertSuppression = (row: SuppressionRow): Query => compiled(tables.insertInto('suppression').values(row));

export const deleteSuppression = statement<{ id: string }>((arg) =>
  tables.deleteFrom('suppression').where('id', '=', arg('id')),
);

/** Newest first. */
export const selectSuppressions = statement<{ at: number; id: string; limit: number }, SuppressionRow>(
  (arg) => sql<SuppressionRow>`select * from suppression
    where (created_at, id) < (${arg('at')}, ${arg('id')}) order by created_at desc, id desc limit ${arg('limit')}`,
);

export const countSuppressions = statement<{ most: number }, { value: number }>(
  (arg) => sql<{ value: number }>`select count(*) as value from (select 1 from suppression limit ${arg('most')})`,
);

export interface PointRow {
  readonly id: string;
  readonly kind: Tables['contact_point']['kind'];
  readonly value: string;
}

/** As they are stored, whoever asks: they are hashed and compared, and never answered. */
export const selectPointsWhole = (parties: readonly string[]): Query<PointRow> =>
  compiled(sql<PointRow>`select c.id, c.kind, c.value from json_each(${JSON.stringify(parties)}) own
    cross join main.contact_point c on c.party_id = own.value`);

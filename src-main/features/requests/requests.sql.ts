// Statements on what people asked about their own data.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export type RequestRow = Tables['privacy_request'];

export const insertRequest = (row: RequestRow): Query => compiled(tables.insertInto('privacy_request').values(row));

export const selectRequest = statement<{ id: string }, RequestRow>((arg) =>
  tables.selectFrom('privacy_request').selectAll().where('id', '=', arg('id')),
);

export const updateRequest = (id: string, columns: Partial<RequestRow>): Query =>
  compiled(tables.updateTable('privacy_request').set(columns).where('id', '=', id));

export type ListedRequest = RequestRow & { party_name: string | null; root_id: string | null };

interface Wanted {
  /** Every record that is the party. */
  readonly parties: readonly string[] | null;
  readonly state: RequestRow['state'] | null;
}

const MOST_LISTED = 300;

export function selectRequests({ parties, state }: Wanted): Query<ListedRequest> {
  const where = [
    ...(parties === null ? [] : [sql`r.party_id in (select value from json_each(${JSON.stringify(parties)}))`]),
    ...(state === null ? [] : [sql`r.state = ${state}`]),
  ];
  const filter = where.length === 0 ? sql`true` : sql.join(where, sql` and `);
  return compiled(sql<ListedRequest>`select r.*, coalesce(root.display_name, p.display_name) as party_name, p.root_id
    from privacy_request r left join party p on p.id = r.party_id left join party root on root.id = p.root_id
    where ${filter} order by r.state <> 'open', case when r.state = 'open' then r.due_on end, r.created_at desc
    limit ${sql.lit(MOST_LISTED)}`);
}

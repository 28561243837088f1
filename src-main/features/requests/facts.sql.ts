// Statements on everything that is held about somebody.

import type { Entity } from '@shared/catalogue';
import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

type Row = Readonly<Record<string, string | number | null>>;

/** `participation`: activities in which they took part. `ids` as a JSON list. */
export function selectRowsAbout(entity: Entity, columns: readonly string[] | 'participation', ids: string): Query<Row> {
  const among = sql`(select value from json_each(${ids}))`;
  if (columns === 'participation')
    return compiled(sql<Row>`select * from activity where deleted_at is null
      and id in (select activity_id from activity_party where party_id in ${among}) order by at desc`);
  const where = sql.join(
    columns.map((column) => sql`${sql.ref(column)} in ${among}`),
    sql` or `,
  );
  return compiled(sql<Row>`select * from ${sql.table(entity.key)} where ${where} order by id`);
}

/** Names of whoever is related to them or took part with them. */
export const selectOthers = statement<{ parties: string }, { name: string }>(
  (arg) => sql<{ name: string }>`
    with me as (select value as id from json_each(${arg('parties')})),
    near as (
      select to_party_id as id from relationship where from_party_id in (select id from me)
      union select from_party_id from relationship where to_party_id in (select id from me)
      union select o.party_id from activity_party m join activity_party o on o.activity_id = m.activity_id
        where m.party_id in (select id from me)
    )
    select distinct n.text as name from near join party_name n on n.party_id = near.id
    where near.id not in (select id from me) and length(n.text) > 3 order by length(n.text) desc`,
);

export const selectPartyName = statement<{ id: string }, { name: string }>((arg) =>
  tables.selectFrom('party').select('display_name as name').where('id', '=', arg('id')),
);

export const selectSources = statement<{ parties: string }, { command: string; times: number; first: number }>(
  (arg) => sql<{ command: string; times: number; first: number }>`
    select o.command, count(distinct o.seq) as times, min(o.at) as first from change c join operation o on o.seq = c.operation_seq
    where c.party_id in (select value from json_each(${arg('parties')})) and c.action = 'insert'
    group by o.command order by first`,
);

/** Their own, and those of activities in which nobody else took part. */
export const selectFilesOf = statement<{ parties: string }, { id: string; name: string }>(
  (arg) => sql<{ id: string; name: string }>`
    select id, name from attachment where deleted_at is null and party_id in (select value from json_each(${arg('parties')}))
    union all
    select a.id, a.name from attachment a where a.deleted_at is null and a.activity_id in (
      select m.activity_id from activity_party m where m.party_id in (select value from json_each(${arg('parties')}))
        and not exists (select 1 from activity_party o where o.activity_id = m.activity_id
          and o.party_id not in (select value from json_each(${arg('parties')}))))
    order by id`,
);

export const selectAttachmentRow = statement<{ id: string }, Tables['attachment']>((arg) =>
  tables.selectFrom('attachment').selectAll().where('id', '=', arg('id')),
);

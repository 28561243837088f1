// Statements on relationships.

import { compiled, sql, statement, tables, type Tables } from '../../db';

export const insertRelationship = statement<Tables['relationship']>((arg) =>
  tables.insertInto('relationship').values({
    id: arg('id'),
    from_party_id: arg('from_party_id'),
    to_party_id: arg('to_party_id'),
    type: arg('type'),
    position: arg('position'),
    note: arg('note'),
    from_on: arg('from_on'),
    to_on: arg('to_on'),
  }),
);

export const selectRelationship = statement<{ id: string }, Tables['relationship']>((arg) =>
  tables.selectFrom('relationship').selectAll().where('id', '=', arg('id')),
);

/** An edge of the same type between the two that has not ended. */
export const selectOpenRelationship = statement<{ from: string; to: string; type: string }, { id: string }>((arg) =>
  tables
    .selectFrom('relationship')
    .select('id')
    .where('from_party_id', '=', arg('from'))
    .where('to_party_id', '=', arg('to'))
    .where('type', '=', arg('type'))
    .where('to_on', 'is', null)
    .limit(1),
);

/** An edge of the same type between the two, one that has not ended before one that has. */
export const selectEdge = statement<{ from: string; to: string; type: string }, Tables['relationship']>((arg) =>
  tables
    .selectFrom('relationship')
    .selectAll()
    .where('from_party_id', '=', arg('from'))
    .where('to_party_id', '=', arg('to'))
    .where('type', '=', arg('type'))
    .orderBy((eb) => eb('to_on', 'is not', null))
    .orderBy('id')
    .limit(1),
);

export interface RelationshipOf {
  id: string;
  /** The record whose relationship it is. */
  party_id: string;
  type: string;
  direction: 'outgoing' | 'incoming';
  other_id: string;
  other_kind: Tables['party']['kind'];
  other_name: string;
  position: string | null;
  note: string | null;
  from_on: string | null;
  to_on: string | null;
}

/** The party at the other end, or whoever stands for it. */
const other = sql`coalesce(s.id, p.id) as other_id, p.kind as other_kind, coalesce(s.display_name, p.display_name) as other_name`;
const details = sql`r.position, r.note, r.from_on, r.to_on`;

/** One record's, in both directions, with the party at the other end; parties in the recycle bin are left out. At most 500. */
export const selectRelationshipsOf = statement<{ party: string }, RelationshipOf>(
  (
    arg,
  ) => sql<RelationshipOf>`select r.id, ${arg('party')} as party_id, r.type, 'outgoing' as direction, ${other}, ${details}
      from relationship r cross join party p on p.id = r.to_party_id left join party s on s.id = p.root_id
      where r.from_party_id = ${arg('party')} and case when s.id is null then p.deleted_at else s.deleted_at end is null
      union all
      select r.id, ${arg('party')}, r.type, 'incoming', ${other}, ${details}
      from relationship r cross join party p on p.id = r.from_party_id left join party s on s.id = p.root_id
      where r.to_party_id = ${arg('party')} and case when s.id is null then p.deleted_at else s.deleted_at end is null
      order by 1 limit 500`,
);

export const updateRelationship = (id: string, columns: Partial<Tables['relationship']>) =>
  compiled(tables.updateTable('relationship').set(columns).where('id', '=', id));

export const deleteRelationship = (id: string) => compiled(tables.deleteFrom('relationship').where('id', '=', id));

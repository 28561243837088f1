// Statements on facts of any kind: whose they are, what was written since the records were one, and giving them to another party.

import type { FactEntity as AnyEntity } from '@shared/features/parties/merging';
import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

/** Facts that are rows of their own. */
export type FactEntity = Exclude<AnyEntity, 'party'>;

type Holder = { party_id: string; other_id: string | null };

/** Whose fact it is; of what lies between two parties both ends. */
export function selectHolder(entity: FactEntity, id: string): Query<Holder> {
  const ends = {
    relationship: sql`from_party_id as party_id, to_party_id as other_id`,
    authority: sql`party_id, agent_id as other_id`,
  };
  const columns = entity === 'relationship' || entity === 'authority' ? ends[entity] : sql`party_id, null as other_id`;
  return compiled(sql<Holder>`select ${columns} from ${sql.table(entity)} where id = ${id}`);
}

export const giveFact = (entity: FactEntity, id: string, taker: string): Query =>
  compiled(sql`update ${sql.table(entity)} set party_id = ${taker} where id = ${id}`);

export const giveRelationship = statement<{ id: string; giver: string; taker: string }>(
  (arg) => sql`update relationship set
    from_party_id = case from_party_id when ${arg('giver')} then ${arg('taker')} else from_party_id end,
    to_party_id = case to_party_id when ${arg('giver')} then ${arg('taker')} else to_party_id end
    where id = ${arg('id')}`,
);

export const giveAuthority = statement<{ id: string; giver: string; taker: string }>(
  (arg) => sql`update authority set
    party_id = case party_id when ${arg('giver')} then ${arg('taker')} else party_id end,
    agent_id = case agent_id when ${arg('giver')} then ${arg('taker')} else agent_id end
    where id = ${arg('id')}`,
);

/** The questions of an authority are about whom it is about. */
export const giveQuestions = statement<{ authority: string }>(
  (arg) => sql`update authority_question set party_id = (select party_id from authority where id = ${arg('authority')})
    where authority_id = ${arg('authority')}`,
);

export const giveStages = statement<{ role: string; taker: string }>(
  (arg) => sql`update role_stage_event set party_id = ${arg('taker')} where role_id = ${arg('role')}`,
);

/** What is part of a deal or a lead goes with it; whoever else has a say stays who they are. */
const partsOf = { deal: ['deal_stage_event', 'deal_pause'], lead: ['lead_event'] } as const;

export const giveParts = (entity: keyof typeof partsOf, id: string, taker: string): readonly Query[] =>
  partsOf[entity].map((part) =>
    compiled(sql`update ${sql.table(part)} set party_id = ${taker} where ${sql.ref(`${entity}_id`)} = ${id}`),
  );

export const selectSameActivity = statement<{ id: string; party: string }, { id: string }>(
  (arg) => sql<{ id: string }>`select other.id from activity_party given
    cross join activity_party other on other.activity_id = given.activity_id and other.party_id = ${arg('party')}
    where given.id = ${arg('id')}`,
);

export const removeParticipation = statement<{ id: string }>(
  (arg) => sql`delete from activity_party where id = ${arg('id')}`,
);

export const selectAnyName = statement<{ party: string }, { id: string }>(
  (arg) => sql<{ id: string }>`select id from party_name where party_id = ${arg('party')} limit 1`,
);

/** Where in the ledger a record was made. */
export const selectMade = statement<{ id: string }, { seq: number }>(
  (arg) => sql<{ seq: number }>`select seq from change where record_id = ${arg('id')} order by seq limit 1`,
);

export type FieldChange = Omit<SinceRow, 'entity' | 'record_id'> & { readonly old: string; readonly new: string };

/** Changes of a party's own fields after a place in the ledger, oldest first. */
export const selectFieldChanges = statement<{ party: string; after: number }, FieldChange>(
  (arg) => sql<FieldChange>`
  select c.seq, c.old, c.new, o.at, o.user_id, o.actor from change c cross join operation o on o.seq = c.operation_seq
  where c.party_id = ${arg('party')} and c.seq > ${arg('after')} and c.entity = 'party' and c.action = 'update' order by c.seq`,
);

export const selectFields = statement<{ party: string }, Tables['party']>((arg) =>
  tables.selectFrom('party').selectAll().where('id', '=', arg('party')),
);

export const updateFields = (party: string, columns: Partial<Tables['party']>): Query =>
  compiled(tables.updateTable('party').set(columns).where('id', '=', party));

export interface SinceRow {
  readonly seq: number;
  readonly entity: string;
  readonly record_id: string;
  readonly at: number;
  readonly user_id: string | null;
  readonly actor: string;
}

/** Records made for a party after a place in the ledger, newest first; and relationships and authorities that were made to lead to it. */
export const selectMadeSince = statement<{ party: string; after: number; limit: number }, SinceRow>(
  (arg) => sql<SinceRow>`
  select c.seq, c.entity, c.record_id, o.at, o.user_id, o.actor from change c cross join operation o on o.seq = c.operation_seq
  where c.party_id = ${arg('party')} and c.seq > ${arg('after')} and c.action = 'insert'
  union
  select c.seq, c.entity, c.record_id, o.at, o.user_id, o.actor from relationship r cross join change c on c.record_id = r.id
  cross join operation o on o.seq = c.operation_seq
  where r.to_party_id = ${arg('party')} and c.seq > ${arg('after')} and c.action = 'insert'
  union
  select c.seq, c.entity, c.record_id, o.at, o.user_id, o.actor from authority g cross join change c on c.record_id = g.id
  cross join operation o on o.seq = c.operation_seq
  where g.agent_id = ${arg('party')} and c.seq > ${arg('after')} and c.action = 'insert'
  order by 1 desc limit ${arg('limit')}`,
);

export interface FactWords {
  readonly party_id: string;
  readonly other_id: string | null;
  readonly kind: string | null;
  readonly text: string | null;
}

/** What a person recognises a fact by. Nothing for an activity that was removed. */
export function selectFactWords(entity: FactEntity, id: string): Query<FactWords> {
  const own = sql`party_id, null as other_id`;
  const columns = {
    party_name: sql`${own}, kind, text`,
    contact_point: sql`${own}, kind, value as text`,
    address: sql`${own}, kind, coalesce(lines, city, district, landmark) as text`,
    identifier: sql`${own}, scheme as kind, value as text`,
    party_role: sql`${own}, type as kind, null as text`,
    occasion: sql`${own}, kind, label as text`,
    preference: sql`${own}, key as kind, value as text`,
    need: sql`${own}, urgency as kind, words as text`,
    value_driver: sql`${own}, driver as kind, words as text`,
    attachment: sql`${own}, kind, name as text`,
    consent_event: sql`${own}, action as kind, evidence as text`,
    lead: sql`${own}, source as kind, interest as text`,
    deal: sql`${own}, category as kind, title as text`,
  };
  if (entity === 'relationship') {
    return compiled(sql<FactWords>`select r.from_party_id as party_id, r.to_party_id as other_id, r.type as kind,
      f.display_name || ' – ' || t.display_name as text from relationship r
      cross join party f on f.id = r.from_party_id cross join party t on t.id = r.to_party_id where r.id = ${id}`);
  }
  if (entity === 'authority') {
    return compiled(sql<FactWords>`select g.party_id, g.agent_id as other_id, g.basis as kind,
      a.display_name || ' – ' || p.display_name as text from authority g
      cross join party a on a.id = g.agent_id cross join party p on p.id = g.party_id where g.id = ${id}`);
  }
  if (entity === 'activity_party') {
    return compiled(sql<FactWords>`select p.party_id, null as other_id, a.kind, a.subject as text from activity_party p
      cross join activity a on a.id = p.activity_id where p.id = ${id} and a.deleted_at is null`);
  }
  return compiled(sql<FactWords>`select ${columns[entity]} from ${sql.table(entity)} where id = ${id}`);
}

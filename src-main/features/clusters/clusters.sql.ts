// Every statement on the links between parties that are one, and on the root each party knows.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export type LinkRow = Tables['party_link'];

export const insertLink = statement<LinkRow>((arg) =>
  tables.insertInto('party_link').values({
    id: arg('id'),
    party_id: arg('party_id'),
    to_party_id: arg('to_party_id'),
    choices: arg('choices'),
    reason: arg('reason'),
    evidence: arg('evidence'),
    at: arg('at'),
    by_id: arg('by_id'),
    ended_at: arg('ended_at'),
    ended_by: arg('ended_by'),
  }),
);

export const endLink = statement<{ id: string; at: number; by: string }>((arg) =>
  tables
    .updateTable('party_link')
    .set({ ended_at: arg('at'), ended_by: arg('by') })
    .where('id', '=', arg('id')),
);

export const updateChoices = statement<{ id: string; choices: string }>((arg) =>
  tables
    .updateTable('party_link')
    .set({ choices: arg('choices') })
    .where('id', '=', arg('id')),
);

export const selectLink = statement<{ id: string }, LinkRow>((arg) =>
  tables.selectFrom('party_link').selectAll().where('id', '=', arg('id')),
);

/** Open links that a party is either end of. */
export const selectOpenLinksOf = statement<{ party: string }, LinkRow>(
  (arg) => sql<LinkRow>`select * from party_link where party_id = ${arg('party')} and ended_at is null
    union select * from party_link where to_party_id = ${arg('party')} and ended_at is null`,
);

/** Every link a party ever was either end of, oldest first. */
export const selectLinksOf = statement<{ party: string }, LinkRow>(
  (arg) => sql<LinkRow>`select * from party_link where party_id = ${arg('party')}
    union select * from party_link where to_party_id = ${arg('party')} order by id`,
);

export const selectMemberIds = statement<{ root: string }, { id: string }>(
  (arg) => sql<{ id: string }>`select id from party indexed by party_member_by_root where root_id = ${arg('root')}`,
);

export interface Standing {
  readonly id: string;
  readonly root_id: string;
  readonly kind: Tables['party']['kind'];
  /** Of the root: what happens to the root happens to the person. */
  readonly deleted_at: number | null;
}

/** A party, and the root that stands for it: itself when it was never linked. */
export const selectStanding = statement<{ id: string }, Standing>(
  (arg) => sql<Standing>`select p.id, r.id as root_id, r.kind, r.deleted_at
    from party p cross join party r on r.id = coalesce(p.root_id, p.id) where p.id = ${arg('id')}`,
);

export const updateRoot = statement<{ id: string; root: string | null }>((arg) =>
  tables
    .updateTable('party')
    .set({ root_id: arg('root') })
    .where('id', '=', arg('id')),
);

export const selectMemberCount = statement<Record<string, never>, { count: number }>(
  () => sql<{ count: number }>`select count(*) as count from party indexed by party_member where root_id is not null`,
);

export const selectAllOpenLinks = statement<Record<string, never>, LinkRow>(() =>
  tables.selectFrom('party_link').selectAll().where('ended_at', 'is', null),
);

export const selectKnownRoots = statement<Record<string, never>, { id: string; root_id: string }>(
  () =>
    sql<{
      id: string;
      root_id: string;
    }>`select id, root_id from party indexed by party_member where root_id is not null`,
);

export const selectAnyMember = statement<Record<string, never>, { id: string }>(
  () => sql<{ id: string }>`select id from party indexed by party_member_by_root where root_id > '' limit 1`,
);

/** The roots of those of some parties that are linked under one. */
export const selectRootsOf = (ids: readonly string[]): Query<{ id: string }> =>
  compiled(sql<{
    id: string;
  }>`select distinct m.root_id as id from (select value as wanted from json_each(${JSON.stringify(ids)}))
    cross join party m indexed by party_member on m.id = wanted where m.root_id is not null`);

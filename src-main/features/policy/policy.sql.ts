// Statements on units, memberships, stand-ins and roles.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

type None = Record<string, never>;

export const selectRole = statement<{ id: string }, Tables['access_role']>((arg) =>
  tables.selectFrom('access_role').selectAll().where('id', '=', arg('id')).where('retired_at', 'is', null),
);
export const selectRoles = statement<None, Tables['access_role']>(() =>
  tables.selectFrom('access_role').selectAll().where('retired_at', 'is', null).orderBy('created_at').orderBy('id'),
);
export const selectUnits = statement<None, Tables['org_unit']>(() =>
  tables.selectFrom('org_unit').selectAll().orderBy('created_at').orderBy('id'),
);
export const selectMembers = statement<None, Tables['org_member']>(() =>
  tables.selectFrom('org_member').selectAll().orderBy('id'),
);
export const selectStandIns = statement<None, Tables['stand_in']>(() =>
  tables.selectFrom('stand_in').selectAll().orderBy('from_on').orderBy('id'),
);
export const countHolders = statement<None, { role: string; holders: number }>(() =>
  tables
    .selectFrom('app_user')
    .select((eb) => ['role', eb.fn.countAll<number>().as('holders')])
    .where('status', '=', 'active')
    .groupBy('role'),
);

export const upsertRole = (row: Tables['access_role']): Query =>
  compiled(
    tables
      .insertInto('access_role')
      .values(row)
      .onConflict((on) => on.column('id').doUpdateSet({ name: row.name, policy: row.policy, retired_at: null })),
  );
export const retireRole = (id: string, at: number): Query =>
  compiled(tables.updateTable('access_role').set({ retired_at: at }).where('id', '=', id));

export const insertUnit = (row: Tables['org_unit']): Query => compiled(tables.insertInto('org_unit').values(row));
export const updateUnit = (id: string, columns: Partial<Tables['org_unit']>): Query =>
  compiled(tables.updateTable('org_unit').set(columns).where('id', '=', id));
export const deleteUnit = (id: string): Query => compiled(tables.deleteFrom('org_unit').where('id', '=', id));
export const selectUnitUse = statement<{ id: string }, { used: number }>(
  (arg) => sql<{ used: number }>`select exists (select 1 from party where unit_id = ${arg('id')})
    or exists (select 1 from org_unit where parent_id = ${arg('id')})
    or exists (select 1 from org_member where unit_id = ${arg('id')}) as used`,
);

export const insertMember = (row: Tables['org_member']): Query => compiled(tables.insertInto('org_member').values(row));
export const deleteMember = (id: string): Query => compiled(tables.deleteFrom('org_member').where('id', '=', id));
export const insertStandIn = (row: Tables['stand_in']): Query => compiled(tables.insertInto('stand_in').values(row));
export const deleteStandIn = (id: string): Query => compiled(tables.deleteFrom('stand_in').where('id', '=', id));

/** Some parties that a user owns, and some roles that they own or are deputy of. */
export const selectOwned = statement<{ user: string; limit: number }, { id: string }>((arg) =>
  tables.selectFrom('party').select('id').where('owner_id', '=', arg('user')).limit(arg('limit')),
);
/** Records that were merged are one person; the bin is counted too, for it moves as well. */
export const countHandOver = statement<{ user: string }, { records: number; people: number; roles: number }>(
  (arg) => sql<{ records: number; people: number; roles: number }>`select count(*) as records,
      count(distinct coalesce(root_id, id)) as people,
      (select count(*) from party_role where owner_id = ${arg('user')} or deputy_id = ${arg('user')}) as roles
    from party where owner_id = ${arg('user')}`,
);
export const selectHeldRoles = statement<
  { user: string; limit: number },
  Pick<Tables['party_role'], 'id' | 'owner_id' | 'deputy_id'>
>((arg) =>
  tables
    .selectFrom('party_role')
    .select(['id', 'owner_id', 'deputy_id'])
    .where((eb) => eb.or([eb('owner_id', '=', arg('user')), eb('deputy_id', '=', arg('user'))]))
    .limit(arg('limit')),
);
export const giveParty = (id: string, to: string): Query =>
  compiled(tables.updateTable('party').set({ owner_id: to }).where('id', '=', id));
export const giveRole = (id: string, columns: Partial<Tables['party_role']>): Query =>
  compiled(tables.updateTable('party_role').set(columns).where('id', '=', id));

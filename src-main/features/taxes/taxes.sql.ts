// Statements on taxes, and on the branches they are on.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export const selectTaxes = statement<object, Tables['tax']>(() => tables.selectFrom('tax').selectAll().orderBy('id'));

export const selectTax = statement<{ id: string }, Tables['tax']>((arg) =>
  tables.selectFrom('tax').selectAll().where('id', '=', arg('id')),
);

export const selectBranch = statement<{ id: string }, { id: string }>((arg) =>
  tables.selectFrom('org_unit').select('id').where('id', '=', arg('id')),
);

/** The units somebody works in on a day, and all above them. */
export const selectUnitsAbove = statement<{ user: string; day: string }, { id: string }>(
  (arg) => sql`with recursive above(id) as (
    select unit_id from org_member where user_id = ${arg('user')}
      and (from_on is null or from_on <= ${arg('day')}) and (to_on is null or to_on >= ${arg('day')})
    union select u.parent_id from above join org_unit u on u.id = above.id where u.parent_id is not null) select id from above`,
);

export const insertTax = statement<Tables['tax']>((arg) =>
  tables.insertInto('tax').values({
    id: arg('id'),
    names: arg('names'),
    included: arg('included'),
    rates: arg('rates'),
    unit_id: arg('unit_id'),
    active: arg('active'),
  }),
);

export const updateTax = (id: string, columns: Partial<Tables['tax']>): Query =>
  compiled(tables.updateTable('tax').set(columns).where('id', '=', id));

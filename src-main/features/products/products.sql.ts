// Statements on products, what bundles hold, units and categories.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export const insertProduct = (row: Tables['product']): Query => compiled(tables.insertInto('product').values(row));

export const updateProduct = (id: string, columns: Partial<Tables['product']>): Query =>
  compiled(tables.updateTable('product').set(columns).where('id', '=', id));

export const selectProduct = statement<{ id: string }, Tables['product']>((arg) =>
  tables.selectFrom('product').selectAll().where('id', '=', arg('id')),
);

/** The price of few in the default price book. */
export const selectDefaultPrice = statement<{ product: string }, { amount: number; currency: string }>((arg) =>
  tables
    .selectFrom('price_entry as e')
    .innerJoin('price_book as b', 'b.id', 'e.book_id')
    .select(['e.price as amount', 'b.currency'])
    .where('e.product_id', '=', arg('product'))
    .where('b.is_default', '=', 1)
    .orderBy('e.from_quantity')
    .limit(1),
);

export const selectProductByCode = statement<{ code: string }, { id: string }>((arg) =>
  tables
    .selectFrom('product')
    .select('id')
    .where(sql`code collate nocase`, '=', arg('code')),
);

export type ProductPlace = readonly [code: string, id: string];

/** In the order of codes, from a place on, as many as are read. */
export const selectProductsFrom = statement<
  { active: number; code: string; id: string; limit: number },
  Tables['product']
>((arg) =>
  tables
    .selectFrom('product')
    .selectAll()
    .where('active', '=', arg('active'))
    .where(sql<boolean>`(code collate nocase, id) > (${arg('code')}, ${arg('id')})`)
    .orderBy(sql`code collate nocase`)
    .orderBy('id')
    .limit(arg('limit')),
);

type Named = Pick<Tables['product'], 'id' | 'code' | 'names'>;

export const selectComponents = statement<{ bundle: string }, Tables['product_component'] & Omit<Named, 'id'>>((arg) =>
  tables
    .selectFrom('product_component as c')
    .innerJoin('product as p', 'p.id', 'c.product_id')
    .selectAll('c')
    .select(['p.code', 'p.names'])
    .where('c.bundle_id', '=', arg('bundle'))
    .orderBy('c.position'),
);

export const selectBundlesOf = statement<{ product: string }, Named>((arg) =>
  tables
    .selectFrom('product_component as c')
    .innerJoin('product as p', 'p.id', 'c.bundle_id')
    .select(['p.id', 'p.code', 'p.names'])
    .where('c.product_id', '=', arg('product'))
    .where('p.active', '=', 1)
    .orderBy('p.code'),
);

/** Whether a product is, or holds at any depth, another one. */
export const selectHolds = statement<{ product: string; wanted: string }, { id: string }>(
  (arg) => sql`with recursive held(id) as (select ${arg('product')}
    union select c.product_id from held join product_component c on c.bundle_id = held.id)
    select id from held where id = ${arg('wanted')}`,
);

export const insertComponent = (row: Tables['product_component']): Query =>
  compiled(tables.insertInto('product_component').values(row));
export const updateComponent = (id: string, columns: Partial<Tables['product_component']>): Query =>
  compiled(tables.updateTable('product_component').set(columns).where('id', '=', id));
export const deleteComponent = (id: string): Query =>
  compiled(tables.deleteFrom('product_component').where('id', '=', id));

export const selectUnits = statement<object, Tables['measure_unit']>(() =>
  tables.selectFrom('measure_unit').selectAll().orderBy('id'),
);
export const selectUnit = statement<{ id: string }, Tables['measure_unit']>((arg) =>
  tables.selectFrom('measure_unit').selectAll().where('id', '=', arg('id')),
);
export const selectUnitUse = statement<{ unit: string }, { id: string }>(
  (arg) => sql`select id from product where unit_id = ${arg('unit')}
    union select id from measure_unit where base_id = ${arg('unit')} limit 1`,
);
export const insertUnit = (row: Tables['measure_unit']): Query =>
  compiled(tables.insertInto('measure_unit').values(row));
export const updateUnit = (id: string, columns: Partial<Tables['measure_unit']>): Query =>
  compiled(tables.updateTable('measure_unit').set(columns).where('id', '=', id));

export const selectCategories = statement<object, Tables['product_category']>(() =>
  tables.selectFrom('product_category').selectAll().orderBy('position').orderBy('id'),
);
export const insertCategory = (row: Tables['product_category']): Query =>
  compiled(tables.insertInto('product_category').values(row));
export const updateCategory = (id: string, columns: Partial<Tables['product_category']>): Query =>
  compiled(tables.updateTable('product_category').set(columns).where('id', '=', id));

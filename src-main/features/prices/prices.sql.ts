// Statements on price books, their prices, price rules, and what a price may know of a client.

import { customerFacts, type CustomerFact } from '@shared/features/prices/price-facts';
import { compiled, statement, tables, type Query, type Tables } from '../../db';

export const selectBooks = statement<object, Tables['price_book']>(() =>
  tables.selectFrom('price_book').selectAll().orderBy('is_default', 'desc').orderBy('id'),
);
export const selectBook = statement<{ id: string }, Tables['price_book']>((arg) =>
  tables.selectFrom('price_book').selectAll().where('id', '=', arg('id')),
);
export const insertBook = (row: Tables['price_book']): Query => compiled(tables.insertInto('price_book').values(row));
export const updateBook = (id: string, columns: Partial<Tables['price_book']>): Query =>
  compiled(tables.updateTable('price_book').set(columns).where('id', '=', id));

/** By quantity, the smallest first. */
export const selectPrices = statement<{ product: string }, Tables['price_entry']>((arg) =>
  tables
    .selectFrom('price_entry')
    .selectAll()
    .where('product_id', '=', arg('product'))
    .orderBy('book_id')
    .orderBy('from_quantity'),
);
export const insertPrice = statement<Tables['price_entry']>((arg) =>
  tables.insertInto('price_entry').values({
    id: arg('id'),
    book_id: arg('book_id'),
    product_id: arg('product_id'),
    from_quantity: arg('from_quantity'),
    price: arg('price'),
  }),
);
export const updatePrice = (id: string, price: number): Query =>
  compiled(tables.updateTable('price_entry').set({ price }).where('id', '=', id));
export const deletePrice = (id: string): Query => compiled(tables.deleteFrom('price_entry').where('id', '=', id));

export const selectRules = statement<object, Tables['price_rule']>(() =>
  tables.selectFrom('price_rule').selectAll().orderBy('priority').orderBy('id'),
);
export const selectRule = statement<{ id: string }, Tables['price_rule']>((arg) =>
  tables.selectFrom('price_rule').selectAll().where('id', '=', arg('id')),
);
export const insertRule = (row: Tables['price_rule']): Query => compiled(tables.insertInto('price_rule').values(row));
export const updateRule = (id: string, columns: Partial<Tables['price_rule']>): Query =>
  compiled(tables.updateTable('price_rule').set(columns).where('id', '=', id));

/** The columns of an entity that may drive a price, and no other. */
const columnsOf = <E extends string>(entity: E): ColumnOf<E>[] =>
  customerFacts.flatMap((fact) =>
    fact.startsWith(`${entity}.`) ? [fact.slice(entity.length + 1) as ColumnOf<E>] : [],
  );
type ColumnOf<E extends string, F = CustomerFact> = F extends `${E}.${infer Column}` ? Column : never;

export const selectPartyFacts = (ids: readonly string[]): Query<Readonly<Record<string, string | null>>> =>
  compiled(tables.selectFrom('party').select(columnsOf('party')).where('id', 'in', ids));

/** Of roles that run on a day. */
export const selectRoleFacts = (ids: readonly string[], day: string): Query<Readonly<Record<string, string | null>>> =>
  compiled(
    tables
      .selectFrom('party_role')
      .select(columnsOf('party_role'))
      .where('party_id', 'in', ids)
      .where((is) => is.or([is('ended_on', 'is', null), is('ended_on', '>', day)])),
  );

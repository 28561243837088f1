// Products as they are told: rows of the list, and one with everything about it.

import type { Answer, InputOf } from '@shared/core/contract';
import { z } from 'zod';
import { fail, ok } from '@shared/core/result';
import { pathOf, type Category, type Product, type ProductRow, type Unit } from '@shared/features/products/product';
import type { productsContract } from '@shared/features/products/products.contract';
import { fold } from '@shared/text/fold';
import type { QueryContext } from '../../core/context';
import { readCursor, writeCursor } from '../../core/cursor';
import type { ReadDb, Tables } from '../../db';
import * as statements from './products.sql';

type Ops = (typeof productsContract)['operations'];

const Place = z.tuple([z.string(), z.string()]);
/** Rows read at once while those that fit are looked for. */
const READ_AT_ONCE = 500;

export function listProducts({ db }: QueryContext, input: InputOf<Ops['list']>): Answer<Ops['list']> {
  const after = input.after === undefined ? ['', ''] : readCursor(Place, input.after);
  if (after === undefined) return fail('products.cursor-invalid');
  const { filter, limit } = input;
  const fits = fitting(db, filter);
  const rows: ProductRow[] = [];
  let [code = '', id = ''] = after;
  for (;;) {
    const read = db.all(
      statements.selectProductsFrom({ active: filter.active ? 1 : 0, code, id, limit: READ_AT_ONCE }),
    );
    for (const row of read) {
      // One more than asked for tells that the list goes on after the last.
      if (rows.length === limit && fits(row)) return ok({ rows, next: writeCursor([code, id]) });
      if (rows.length < limit) {
        [code, id] = [row.code, row.id];
        if (fits(row)) rows.push(productRow(db, row));
      }
    }
    if (read.length < READ_AT_ONCE) return ok({ rows, next: null });
    const last = read.at(-1)!;
    [code, id] = [last.code, last.id];
  }
}

function fitting(db: ReadDb, filter: InputOf<Ops['list']>['filter']): (row: Tables['product']) => boolean {
  const words = fold(filter.text ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const categories = categoriesById(db);
  return ({ kind, code, names, category_id }) => {
    if (filter.kind !== undefined && kind !== filter.kind) return false;
    if (filter.categoryId !== undefined && !pathOf(categories, category_id).includes(filter.categoryId)) return false;
    if (words.length === 0) return true;
    const text = fold(`${code} ${Object.values(namesOf(names)).join(' ')}`);
    return words.every((word) => text.includes(word));
  };
}

/** Products in the order of their codes, read in pages. */
export function* eachProduct(db: ReadDb, { active }: { readonly active: boolean }): Generator<Tables['product']> {
  let place = { code: '', id: '' };
  for (;;) {
    const read = db.all(statements.selectProductsFrom({ active: active ? 1 : 0, ...place, limit: READ_AT_ONCE }));
    yield* read;
    const last = read.at(-1);
    if (last === undefined || read.length < READ_AT_ONCE) return;
    place = { code: last.code, id: last.id };
  }
}

export function showProduct({ db }: QueryContext, { id }: InputOf<Ops['show']>): Answer<Ops['show']> {
  const row = db.first(statements.selectProduct({ id }));
  if (row === undefined) return fail('products.not-found', { id });
  return ok({
    ...productRow(db, row),
    descriptions: row.descriptions === null ? null : (JSON.parse(row.descriptions) as Product['descriptions']),
    taxIds: taxIdsOf(row),
    steps: JSON.parse(row.steps) as Product['steps'],
    components: db.all(statements.selectComponents({ bundle: id })).map((component) => ({
      productId: component.product_id,
      quantity: component.quantity,
      code: component.code,
      names: namesOf(component.names),
    })),
    inBundles: db
      .all(statements.selectBundlesOf({ product: id }))
      .map((bundle) => ({ id: bundle.id, code: bundle.code, names: namesOf(bundle.names) })),
  });
}

export const taxIdsOf = ({ tax_ids }: Pick<Tables['product'], 'tax_ids'>): readonly string[] & string[] =>
  JSON.parse(tax_ids) as string[];

const productRow = (db: ReadDb, row: Tables['product']): ProductRow => ({
  id: row.id,
  code: row.code,
  kind: row.kind,
  names: namesOf(row.names),
  categoryId: row.category_id,
  unitId: row.unit_id,
  active: row.active === 1,
  price: db.first(statements.selectDefaultPrice({ product: row.id })) ?? null,
});

const namesOf = (names: string): ProductRow['names'] => JSON.parse(names) as ProductRow['names'];

export const unitsById = (db: ReadDb): ReadonlyMap<string, Unit> =>
  new Map(db.all(statements.selectUnits({})).map((row) => [row.id, unitOf(row)]));

export const unitOf = (row: Tables['measure_unit']): Unit => ({
  id: row.id,
  names: namesOf(row.names),
  baseId: row.base_id,
  part: row.factor_part,
  of: row.factor_of,
  active: row.active === 1,
});

export const categoriesById = (db: ReadDb): ReadonlyMap<string, Category> =>
  new Map(
    db
      .all(statements.selectCategories({}))
      .map((row) => [
        row.id,
        { id: row.id, names: namesOf(row.names), parentId: row.parent_id, active: row.active === 1 },
      ]),
  );

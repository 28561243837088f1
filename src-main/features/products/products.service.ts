// The rules of products: a code is one product's, a bundle holds others and never itself, and a price holds one tax at most.

import type { Answer, CodeOf, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { pathOf, type Component, type ProductChange } from '@shared/features/products/product';
import type { productsContract } from '@shared/features/products/products.contract';
import { cleanLine } from '@shared/text/clean';
import type { CommandContext, Handlers } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { taxById } from '../taxes';
import { categoriesById, listProducts, showProduct, unitsById } from './product-view';
import * as statements from './products.sql';

type Ops = (typeof productsContract)['operations'];

export const createProductsService = (): Handlers<typeof productsContract> => ({
  create,
  update,
  list: listProducts,
  show: showProduct,
  archive(context, { ids }) {
    const missing = setActive(context, ids, false);
    return missing === undefined ? ok({ archived: ids.length }) : fail('products.not-found', { id: missing });
  },
  restore(context, { ids }) {
    const missing = setActive(context, ids, true);
    return missing === undefined ? ok({ restored: ids.length }) : fail('products.not-found', { id: missing });
  },
  options: ({ db }) => ok({ units: [...unitsById(db).values()], categories: [...categoriesById(db).values()] }),
  saveUnit,
  saveCategory,
});

function create(
  context: CommandContext,
  { kind, components, ...draft }: InputOf<Ops['create']>,
): Answer<Ops['create']> {
  const { db, ids, at } = context;
  const id = ids();
  const problem = problemOf(db, { id, kind }, { ...draft, components });
  if (problem !== null) return fail(problem.code, problem.details);
  const columns = { ...columnsOf(draft), id, kind, active: 1, external_key: null, created_at: at };
  db.run(statements.insertProduct(columns as Tables['product']));
  setComponents(context, id, components);
  return ok({ id });
}

function update(context: CommandContext, { id, set }: InputOf<Ops['update']>): Answer<Ops['update']> {
  const { db } = context;
  const product = db.first(statements.selectProduct({ id }));
  if (product === undefined) return fail('products.not-found', { id });
  const problem = problemOf(db, product, set);
  if (problem !== null) return fail(problem.code, problem.details);
  const columns = columnsOf(set);
  if (Object.keys(columns).length > 0) db.run(statements.updateProduct(id, columns));
  if (set.components !== undefined) setComponents(context, id, set.components);
  return ok({ id });
}

interface Problem {
  readonly code: CodeOf<Ops['create']>;
  readonly details?: Record<string, unknown>;
}

/** What keeps a product from being as it is given; null when nothing does. */
function problemOf(
  db: ReadDb,
  { id, kind }: Pick<Tables['product'], 'id' | 'kind'>,
  given: ProductChange,
): Problem | null {
  const { code, unitId, categoryId, taxIds, components } = given;
  const holder = code === undefined ? undefined : db.first(statements.selectProductByCode({ code }));
  if (holder !== undefined && holder.id !== id)
    return { code: 'products.code-taken', details: { code, id: holder.id } };
  if (typeof unitId === 'string' && db.first(statements.selectUnit({ id: unitId })) === undefined)
    return { code: 'products.unit-not-found', details: { id: unitId } };
  if (typeof categoryId === 'string' && !categoriesById(db).has(categoryId))
    return { code: 'products.category-not-found', details: { id: categoryId } };
  return (
    taxProblem(db, taxIds ?? []) ?? (components === undefined ? null : componentProblem(db, { id, kind }, components))
  );
}

function taxProblem(db: ReadDb, taxIds: readonly string[]): Problem | null {
  const taxes = taxIds.map((id) => taxById(db, id));
  const missing = taxes.indexOf(undefined);
  if (missing >= 0) return { code: 'products.tax-not-found', details: { id: taxIds[missing] } };
  const included = taxes.filter((tax) => tax?.included === true);
  return included.length > 1 ? { code: 'products.two-included-taxes' } : null;
}

function componentProblem(
  db: ReadDb,
  { id, kind }: Pick<Tables['product'], 'id' | 'kind'>,
  components: readonly Component[],
): Problem | null {
  if (kind !== 'bundle') return components.length === 0 ? null : { code: 'products.not-a-bundle' };
  if (components.length === 0) return { code: 'products.bundle-empty' };
  for (const { productId } of components) {
    if (db.first(statements.selectProduct({ id: productId })) === undefined && productId !== id)
      return { code: 'products.component-not-found', details: { id: productId } };
    if (db.first(statements.selectHolds({ product: productId, wanted: id })) !== undefined)
      return { code: 'products.bundle-circle', details: { id: productId } };
  }
  return null;
}

function columnsOf(given: ProductChange): Partial<Tables['product']> {
  const columns: Partial<Tables['product']> = {};
  if (given.code !== undefined) columns.code = cleanLine(given.code);
  if (given.names !== undefined) columns.names = JSON.stringify(given.names);
  if (given.descriptions !== undefined)
    columns.descriptions = given.descriptions === null ? null : JSON.stringify(given.descriptions);
  if (given.categoryId !== undefined) columns.category_id = given.categoryId;
  if (given.unitId !== undefined) columns.unit_id = given.unitId;
  if (given.taxIds !== undefined) columns.tax_ids = JSON.stringify([...new Set(given.taxIds)]);
  if (given.steps !== undefined) columns.steps = JSON.stringify(given.steps);
  return columns;
}

/** Those that stay keep their rows, so that the history tells what was added and taken out. */
function setComponents({ db, ids }: CommandContext, bundle: string, components: readonly Component[]): void {
  const there = new Map(db.all(statements.selectComponents({ bundle })).map((row) => [row.product_id, row]));
  const wanted = new Map<string, number>();
  for (const { productId, quantity } of components) wanted.set(productId, (wanted.get(productId) ?? 0) + quantity);
  for (const [position, [product_id, quantity]] of [...wanted].entries()) {
    const row = there.get(product_id);
    there.delete(product_id);
    if (row === undefined)
      db.run(statements.insertComponent({ id: ids(), bundle_id: bundle, product_id, quantity, position }));
    else if (row.quantity !== quantity || row.position !== position)
      db.run(statements.updateComponent(row.id, { quantity, position }));
  }
  for (const { id } of there.values()) db.run(statements.deleteComponent(id));
}

/** The first id that is no product, or undefined when all were set. */
function setActive({ db }: CommandContext, ids: readonly string[], isActive: boolean): string | undefined {
  const missing = ids.find((id) => db.first(statements.selectProduct({ id })) === undefined);
  if (missing !== undefined) return missing;
  for (const id of ids) db.run(statements.updateProduct(id, { active: isActive ? 1 : 0 }));
  return undefined;
}

function saveUnit({ db, ids }: CommandContext, draft: InputOf<Ops['saveUnit']>): Answer<Ops['saveUnit']> {
  const { id, baseId } = draft;
  const base = baseId === null ? null : db.first(statements.selectUnit({ id: baseId }));
  if (base === undefined) return fail('products.unit-not-found', { id: baseId });
  // Every unit is told by one that stands for itself, so that conversions are one step.
  if (base !== null && (base.base_id !== null || base.id === id)) return fail('products.unit-base');
  const own = { names: JSON.stringify(draft.names), active: draft.active ? 1 : 0 };
  const factor = { factor_part: base === null ? 1 : draft.part, factor_of: base === null ? 1 : draft.of };
  if (id === undefined) {
    const made = ids();
    db.run(statements.insertUnit({ id: made, base_id: baseId, ...factor, ...own }));
    return ok({ id: made });
  }
  const unit = db.first(statements.selectUnit({ id }));
  if (unit === undefined) return fail('products.unit-not-found', { id });
  const isSame =
    unit.base_id === baseId && unit.factor_part === factor.factor_part && unit.factor_of === factor.factor_of;
  if (!isSame && db.first(statements.selectUnitUse({ unit: id })) !== undefined) return fail('products.unit-in-use');
  db.run(statements.updateUnit(id, { base_id: baseId, ...factor, ...own }));
  return ok({ id });
}

function saveCategory({ db, ids }: CommandContext, draft: InputOf<Ops['saveCategory']>): Answer<Ops['saveCategory']> {
  const { id, parentId } = draft;
  const categories = categoriesById(db);
  const missing = [id, parentId].find((one) => typeof one === 'string' && !categories.has(one));
  if (missing !== undefined) return fail('products.category-not-found', { id: missing });
  if (id !== undefined && pathOf(categories, parentId).includes(id)) return fail('products.category-circle');
  const columns = { names: JSON.stringify(draft.names), parent_id: parentId, active: draft.active ? 1 : 0 };
  if (id !== undefined) {
    db.run(statements.updateCategory(id, columns));
    return ok({ id });
  }
  const made = ids();
  db.run(statements.insertCategory({ id: made, position: categories.size, ...columns }));
  return ok({ id: made });
}

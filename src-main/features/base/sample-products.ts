// Stores what the sample office offers: units, categories, the tax of its country, products, two price books and rules of prices.

import { ok, type Result } from '@shared/core/result';
import { PriceBookDraft } from '@shared/features/prices/price-book';
import { PriceRuleDraft } from '@shared/features/prices/price-rule';
import { ProductDraft } from '@shared/features/products/product';
import { TaxDraft } from '@shared/features/taxes/tax';
import { currencyFor, minorDigits } from '@shared/locale/money';
import type { ActionContext, CommandContext } from '../../core/context';
import { createPriceBooksService, createPriceRulesService } from '../prices';
import { createProductsService } from '../products';
import {
  sampleBooks,
  sampleCategories,
  sampleProducts,
  sampleRates,
  sampleRuleNames,
  sampleTax,
  sampleUnits,
  type SampleProduct,
} from '../sample';
import { siteCountry } from '../settings';
import { createTaxesService } from '../taxes';

const ONE = 1_000_000;

export function storeProducts({
  context,
  groupId,
}: {
  readonly context: ActionContext;
  readonly groupId: string;
}): void {
  context.commit(
    (work) => {
      const country = siteCountry(work.db);
      const currency = currencyFor(country);
      const kept = {
        units: unitIds(work),
        categories: categoryIds(work),
        taxIds: taxIds(work, country),
        own: country === 'IR' ? ('fa' as const) : ('ar' as const),
      };
      const products = new Map<string, string>();
      for (const product of sampleProducts)
        products.set(product.code, storeProduct(work, product, { ...kept, products }));
      storePrices(work, { currency, products });
      storeRules(work, { categories: kept.categories, products });
      return ok(undefined);
    },
    { groupId },
  );
}

type Ids = ReadonlyMap<string, string>;

const idOf = (ids: Ids, key: string): string => ids.get(key) ?? refuse(key);
const refuse = (key: string): never => {
  throw new Error(`the sample office does not offer ${key}`);
};
const stored = (result: Result<{ id: string }, { code: string }>): string =>
  result.ok ? result.value.id : refuse(result.error.code);

function unitIds(work: CommandContext): Ids {
  const { saveUnit } = createProductsService();
  const ids = new Map<string, string>();
  for (const [key, unit] of Object.entries(sampleUnits)) {
    const part = 'base' in unit ? { baseId: idOf(ids, unit.base), part: unit.part, of: unit.of } : null;
    const draft = part ?? { baseId: null, part: 1, of: 1 };
    ids.set(key, stored(saveUnit(work, { names: unit.names, active: true, ...draft })));
  }
  return ids;
}

function categoryIds(work: CommandContext): Ids {
  const { saveCategory } = createProductsService();
  const ids = new Map<string, string>();
  for (const [key, category] of Object.entries(sampleCategories)) {
    const parentId = 'below' in category ? idOf(ids, category.below) : null;
    ids.set(key, stored(saveCategory(work, { names: category.names, parentId, active: true })));
  }
  return ids;
}

function taxIds(work: CommandContext, country: string): readonly string[] {
  const rates = sampleRates[country];
  if (rates === undefined) return [];
  return [stored(createTaxesService().save(work, TaxDraft.parse({ names: sampleTax, included: false, rates })))];
}

interface Kept {
  readonly units: Ids;
  readonly categories: Ids;
  readonly taxIds: readonly string[];
  /** The language of the office itself. */
  readonly own: 'ar' | 'fa';
  /** Those of before, which a bundle may hold. */
  readonly products: Ids;
}

function storeProduct(work: CommandContext, product: SampleProduct, kept: Kept): string {
  const { code, kind, names, category, unit, taxed, steps = [], holds = [] } = product;
  const draft = {
    kind,
    code,
    names,
    categoryId: idOf(kept.categories, category),
    unitId: unit === null ? null : idOf(kept.units, unit),
    taxIds: taxed === true ? kept.taxIds : [],
    steps: steps.map((each) => ({ ...each, who: each.who[kept.own] })),
    components: holds.map(([held, quantity]) => ({ productId: idOf(kept.products, held), quantity: quantity * ONE })),
  };
  return stored(createProductsService().create(work, ProductDraft.parse(draft)));
}

function storePrices(
  work: CommandContext,
  { currency, products }: { readonly currency: string; readonly products: Ids },
): void {
  const { save, setPrices } = createPriceBooksService();
  const set = (input: Parameters<typeof setPrices>[1]): void => {
    const result = setPrices(work, input);
    if (!result.ok) refuse(result.error.code);
  };
  const book = (names: object, isDefault: boolean): string =>
    stored(save(work, PriceBookDraft.parse({ names, currency, isDefault })));
  const [standard, corporate] = [book(sampleBooks.standard, true), book(sampleBooks.corporate, false)];
  const digits = minorDigits(currency);
  const minor = (price: number): number => price * (digits === 0 ? 100_000 : 10 ** digits);
  for (const { code, prices, corporate: forCompanies } of sampleProducts) {
    const productId = idOf(products, code);
    const listed = prices.map(([from, price]) => ({ fromQuantity: from * ONE, price: minor(price) }));
    if (listed.length > 0) set({ bookId: standard, productId, prices: listed });
    if (forCompanies !== undefined)
      set({ bookId: corporate, productId, prices: [{ fromQuantity: 0, price: minor(forCompanies) }] });
  }
}

function storeRules(work: CommandContext, { categories, products }: Pick<Kept, 'categories' | 'products'>): void {
  const { save } = createPriceRulesService();
  const rule = (draft: object): string => stored(save(work, PriceRuleDraft.parse(draft)));
  rule({
    names: sampleRuleNames.volume,
    condition: {
      all: [
        { fact: 'product', in: [idOf(products, 'POL-ACC'), idOf(products, 'VAC-FL')] },
        { fact: 'quantity', least: 20 * ONE },
      ],
    },
    effect: { kind: 'percent', by: -1000 },
    priority: 10,
  });
  rule({
    names: sampleRuleNames.companies,
    condition: {
      all: [
        { fact: 'customer', field: 'party.kind', in: ['organisation'] },
        { fact: 'category', in: [idOf(categories, 'tests')] },
      ],
    },
    effect: { kind: 'percent', by: -500 },
    priority: 20,
  });
  rule({
    names: sampleRuleNames.web,
    condition: {
      all: [
        { fact: 'channel', in: ['web'] },
        { fact: 'category', in: [idOf(categories, 'visits')] },
      ],
    },
    effect: { kind: 'percent', by: -500 },
    priority: 30,
  });
}

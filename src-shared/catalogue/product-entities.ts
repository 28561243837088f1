// What the office offers: products and services, bundles of them, units, taxes, price books with their prices, and rules of prices.

import { choice, civilDate, defineEntity, flag, instant, integer, json, reference, text } from './field';

export const productKinds = ['good', 'service', 'bundle'] as const;

const once = { merge: 'once', required: true } as const;
const guarded = { merge: 'guard', required: true } as const;
const office = { subject: null, data: 'office', kept: 'office' } as const;

/** What quantities are counted in. One of another unit is `factor_part` / `factor_of` of that one. */
export const measureUnitEntity = defineEntity({
  key: 'measure_unit',
  ...office,
  fields: {
    /** `{ar, fa, en}`. */
    names: json(1, { required: true }),
    base_id: reference('measure_unit', { merge: 'once' }),
    factor_part: integer(1, guarded),
    factor_of: integer(1, guarded),
    active: flag(1, { required: true }),
  },
});

export const productCategoryEntity = defineEntity({
  key: 'product_category',
  ...office,
  fields: {
    names: json(1, { required: true }),
    parent_id: reference('product_category', { merge: 'guard' }),
    position: integer(1, { required: true }),
    active: flag(1, { required: true }),
  },
});

export const taxEntity = defineEntity({
  key: 'tax',
  ...office,
  fields: {
    names: json(1, { required: true }),
    /** Whether prices hold it already; otherwise it comes on top. */
    included: flag(1, once),
    /** From which day which rate: a JSON list of `{from, rate}`, rates in basis points. */
    rates: json(1, guarded),
    /** The branch whose sales it is on, with everything below it; null: all. */
    unit_id: reference('org_unit', { merge: 'guard' }),
    active: flag(1, { required: true }),
  },
});

export const productEntity = defineEntity({
  key: 'product',
  ...office,
  fields: {
    code: text(1, { required: true, merge: 'guard', sortable: true }),
    kind: choice(1, productKinds, once),
    names: json(1, { required: true }),
    /** `{ar, fa, en}`, each of which may be empty. */
    descriptions: json(1),
    category_id: reference('product_category'),
    /** Null: it is counted in pieces. */
    unit_id: reference('measure_unit', { merge: 'guard' }),
    /** A JSON list of ids of taxes. */
    tax_ids: json(1, guarded),
    /** How a service is done: a JSON list of `{names, who, minutes, promise}`. */
    steps: json(1, guarded),
    active: flag(1, { required: true }),
    external_key: text(1, { merge: 'once' }),
    created_at: instant(1, once),
  },
});

/** One of what a bundle holds. */
export const productComponentEntity = defineEntity({
  key: 'product_component',
  ...office,
  fields: {
    bundle_id: reference('product', once),
    product_id: reference('product', once),
    /** Millionths. */
    quantity: integer(1, guarded),
    position: integer(1, { required: true }),
  },
});

export const priceBookEntity = defineEntity({
  key: 'price_book',
  ...office,
  fields: {
    names: json(1, { required: true }),
    /** ISO 4217. */
    currency: text(1, once),
    from_on: civilDate(1, { merge: 'guard' }),
    to_on: civilDate(1, { merge: 'guard' }),
    /** The one that holds where no other is named. */
    is_default: flag(1, guarded),
    /** `{tax, mode, coin}` of the arithmetic of documents. */
    rounding: json(1, guarded),
    active: flag(1, { required: true }),
  },
});

/** What one of a product costs, from a quantity on. */
export const priceEntryEntity = defineEntity({
  key: 'price_entry',
  ...office,
  fields: {
    book_id: reference('price_book', once),
    product_id: reference('product', once),
    /** Millionths. */
    from_quantity: integer(1, once),
    /** Minor units of the book's currency. */
    price: integer(1, guarded),
  },
});

export const priceRuleEntity = defineEntity({
  key: 'price_rule',
  ...office,
  fields: {
    names: json(1, { required: true }),
    /** When it holds: `Condition` of price rules, which protected fields cannot be part of. */
    condition: json(1, guarded),
    /** What it does to a price: `Effect`. */
    effect: json(1, guarded),
    /** Lower ones first. */
    priority: integer(1, { required: true }),
    from_on: civilDate(1, { merge: 'guard' }),
    to_on: civilDate(1, { merge: 'guard' }),
    /** Where it holds, no later rule does. */
    ends: flag(1, { required: true }),
    active: flag(1, guarded),
  },
});

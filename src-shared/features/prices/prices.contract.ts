// Price books, rules of prices, and the question what something costs.

import { z } from 'zod';
import { command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { CivilDate } from '../../core/schemas';
import { MOST_MINOR } from '../../locale/money';
import { Names } from '../pipelines/pipeline';
import { Quantity } from '../products/product';
import { Rate } from '../taxes/tax';
import { Price, PriceBook, PriceBookDraft, Rounding } from './price-book';
import { priceChannels, PriceRule, PriceRuleDraft } from './price-rule';

const done = z.object({ id: Id });
/** A sentence in each language. */
const Told = z.object({ ar: z.string(), fa: z.string(), en: z.string() });

export const priceBooksContract = defineContract('priceBooks', {
  /** The default first; those no longer used among them. */
  list: query({
    permission: 'products.read',
    input: z.strictObject({}),
    output: z.object({ books: z.array(PriceBook) }),
    errors: [],
  }),
  /** The whole book without its prices. The first one is the default; another one becomes it by being saved as such. */
  save: command({
    permission: 'prices.manage',
    input: PriceBookDraft,
    output: done,
    errors: ['prices.book-not-found', 'prices.currency-changed', 'prices.default-needed', 'prices.days'],
  }),
  /** What one product costs in every book. */
  prices: query({
    permission: 'products.read',
    input: z.strictObject({ productId: Id }),
    output: z.object({ books: z.array(z.object({ bookId: Id, prices: z.array(Price) })) }),
    errors: [],
  }),
  /** All prices of a product in a book as they are to be; none: it is not sold by this book. */
  setPrices: command({
    permission: 'prices.manage',
    input: z.strictObject({ bookId: Id, productId: Id, prices: z.array(Price).max(20) }),
    output: z.object({ prices: z.number().int() }),
    errors: ['prices.book-not-found', 'products.not-found', 'prices.quantity-twice'],
  }),
});

export const priceRulesContract = defineContract('priceRules', {
  /**
   * In the order in which they are asked; those no longer used among them. `refused` are rules in use that came past the program and
   * must not be used: no price is told until they are stopped.
   */
  list: query({
    permission: 'products.read',
    input: z.strictObject({}),
    output: z.object({
      rules: z.array(PriceRule.extend({ words: Told })),
      refused: z.array(z.object({ id: Id, names: Names })),
    }),
    errors: [],
  }),
  stop: command({
    permission: 'prices.manage',
    input: z.strictObject({ id: Id }),
    output: done,
    errors: ['prices.rule-not-found'],
  }),
  /** Refused when it asks for a field that may not drive a price, however it is written and however deep it lies. */
  save: command({
    permission: 'prices.manage',
    input: PriceRuleDraft,
    output: done,
    errors: [
      'prices.rule-not-found',
      'prices.protected-field',
      'prices.unknown-field',
      'prices.value-unknown',
      'prices.rule-too-large',
      'prices.rule-days',
    ],
  }),
});

const Discount = z.union([
  z.strictObject({ percent: Rate }),
  z.strictObject({ amount: z.number().int().min(0).max(MOST_MINOR) }),
]);

/** One reason of a price: what it was after it, and why, in three languages; to be kept with the line. */
export const PriceStep = z.object({
  kind: z.enum(['list', 'bundle', 'rule']),
  ruleId: Id.nullable(),
  /** Minor units for one. */
  price: z.number().int(),
  words: Told,
});
export type PriceStep = z.infer<typeof PriceStep>;

const amounts = {
  list: z.number().int(),
  lineDiscount: z.number().int(),
  documentDiscount: z.number().int(),
  net: z.number().int(),
  taxes: z.array(z.object({ id: Id, rate: Rate, included: z.boolean(), amount: z.number().int() })),
  tax: z.number().int(),
  gross: z.number().int(),
};

export const PricedLine = z.object({
  productId: Id,
  code: z.string(),
  names: Names,
  quantity: Quantity,
  /** In which the quantity is told; null: pieces. */
  unitId: Id.nullable(),
  /** How many of the product's own unit one of it is. */
  unit: z.object({ part: z.number().int(), of: z.number().int() }),
  bookId: Id,
  /** Minor units for one of the product's unit: of the book, and after all rules. */
  listPrice: z.number().int(),
  unitPrice: z.number().int(),
  why: z.array(PriceStep),
  ...amounts,
});
export type PricedLine = z.infer<typeof PricedLine>;

export const PriceAnswer = z.object({
  currency: z.string(),
  bookId: Id,
  on: CivilDate,
  rounding: Rounding,
  lines: z.array(PricedLine),
  ...amounts,
  payable: z.number().int(),
});
export type PriceAnswer = z.infer<typeof PriceAnswer>;

export const PriceQuestion = z.strictObject({
  /** For whom; nobody in particular when left out. */
  partyId: Id.optional(),
  /** The default one when left out. What it has no price for is taken from the default one of the same money. */
  bookId: Id.optional(),
  channel: z.enum(priceChannels).optional(),
  /** Today when left out. */
  on: CivilDate.optional(),
  lines: z
    .array(
      z.strictObject({
        productId: Id,
        quantity: Quantity.default(1_000_000),
        /** Another unit than the product's own. */
        unitId: Id.nullable().optional(),
        discount: Discount.optional(),
      }),
    )
    .min(1)
    .max(200),
  discount: Discount.optional(),
});
export type PriceQuestion = z.output<typeof PriceQuestion>;

export const pricesContract = defineContract('prices', {
  /** What this would cost this client, line by line, with every reason. Changes nothing. */
  quote: query({
    permission: 'products.read',
    input: PriceQuestion,
    output: PriceAnswer,
    errors: [
      'prices.party-not-found',
      'prices.no-book',
      'prices.no-price',
      'prices.unit-differs',
      'prices.rule-refused',
      'products.not-found',
      'documents.too-large',
      'documents.discount-too-large',
    ],
  }),
});

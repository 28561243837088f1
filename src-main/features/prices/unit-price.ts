// The price of one: of the book that has it, or of what a bundle holds; then every rule that holds, each with its reason.

import { ONE, WHOLE, type Factor } from '@shared/core/document-arithmetic';
import { ratio, rounded, sumOf, type Ratio } from '@shared/core/ratio';
import { pathOf, type Category } from '@shared/features/products/product';
import type { PriceBook } from '@shared/features/prices/price-book';
import { isMet, type Effect, type PriceFacts, type PriceRule } from '@shared/features/prices/price-rule';
import type { PricedLine, PriceStep } from '@shared/features/prices/prices.contract';
import { MOST_MINOR } from '@shared/locale/money';
import type { ReadDb, Tables } from '../../db';
import { selectComponents } from '../products';
import type { PriceWords } from './price-words';
import { selectPrices } from './prices.sql';

/** All that prices of one question have in common. */
export interface Pricing extends Pick<PriceFacts, 'channel' | 'weekday' | 'customer'> {
  /** In whose money and by whose rounding the answer is. */
  readonly book: PriceBook;
  /** In which a price is looked for, the first one first. */
  readonly books: readonly PriceBook[];
  readonly rules: readonly PriceRule[];
  readonly categories: ReadonlyMap<string, Category>;
  readonly words: PriceWords;
}

interface Asked {
  readonly product: Tables['product'];
  /** Millionths of a unit of which one is `unit` of the product's own. */
  readonly quantity: number;
  readonly unit: Factor;
}

type UnitPrice = Pick<PricedLine, 'bookId' | 'listPrice' | 'unitPrice' | 'why'>;

/** Null when no book has a price. */
export function priceOf(db: ReadDb, pricing: Pricing, { product, quantity, unit }: Asked): UnitPrice | null {
  const amount = ratio(BigInt(quantity) * BigInt(unit.part), BigInt(unit.of));
  const listed = listedPrice(db, pricing, { id: product.id, amount });
  if (listed === null) return null;
  const { book, isSum } = listed;
  const why: PriceStep[] = [
    {
      kind: isSum ? 'bundle' : 'list',
      ruleId: null,
      price: listed.price,
      words: isSum ? pricing.words.bundle(listed.price, book) : pricing.words.list(listed.price, book),
    },
  ];
  const facts = factsOf(pricing, product, { bookId: book.id, quantity: amount });
  let price = listed.price;
  for (const rule of pricing.rules) {
    const after = isMet(rule.condition, facts) ? changed(price, rule.effect, pricing.book) : null;
    if (after === null) continue;
    price = after;
    why.push({ kind: 'rule', ruleId: rule.id, price, words: pricing.words.rule(rule) });
    if (rule.ends) break;
  }
  return { bookId: book.id, listPrice: listed.price, unitPrice: price, why };
}

const factsOf = (
  { channel, weekday, customer, categories }: Pricing,
  product: Tables['product'],
  line: Pick<PriceFacts, 'bookId' | 'quantity'>,
): PriceFacts => ({
  ...line,
  productId: product.id,
  categoryIds: pathOf(categories, product.category_id),
  channel,
  weekday,
  customer,
});

/** The price after a rule; null when it is in another money. What is more than is counted is refused with the sum of its line. */
function changed(price: number, effect: Effect, { currency, rounding }: PriceBook): number | null {
  if (effect.kind !== 'percent' && effect.currency !== currency) return null;
  const after =
    effect.kind === 'price'
      ? BigInt(effect.price)
      : effect.kind === 'amount'
        ? BigInt(price) + BigInt(effect.by)
        : rounded(ratio(BigInt(price) * BigInt(WHOLE + effect.by), BigInt(WHOLE)), rounding.mode);
  return after < 0n ? 0 : Math.min(Number(after), MOST_MINOR + 1);
}

interface Listed {
  readonly price: number;
  readonly book: PriceBook;
  /** Of a bundle without a price of its own. */
  readonly isSum: boolean;
}

function listedPrice(db: ReadDb, pricing: Pricing, of: { id: string; amount: Ratio }): Listed | null {
  const entries = db.all(selectPrices({ product: of.id }));
  for (const book of pricing.books.filter(({ currency }) => currency === pricing.book.currency)) {
    const reached = entries.filter(
      (entry) => entry.book_id === book.id && of.amount.part >= BigInt(entry.from_quantity) * of.amount.of,
    );
    const entry = reached.at(-1);
    if (entry !== undefined) return { price: entry.price, book, isSum: false };
  }
  const parts = db.all(selectComponents({ bundle: of.id })).map(({ product_id, quantity }) => {
    const part = listedPrice(db, pricing, { id: product_id, amount: ratio(BigInt(quantity)) });
    return part === null ? null : ratio(BigInt(part.price) * BigInt(quantity), BigInt(ONE));
  });
  if (parts.length === 0 || parts.includes(null)) return null;
  const price = rounded(sumOf(parts.filter((part) => part !== null)), pricing.book.rounding.mode);
  return price > BigInt(MOST_MINOR) ? null : { price: Number(price), book: pricing.book, isSum: true };
}

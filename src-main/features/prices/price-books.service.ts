// The rules of price books: one is the default, a book keeps its money, and a product has one price for a quantity.

import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { PriceBook } from '@shared/features/prices/price-book';
import type { priceBooksContract } from '@shared/features/prices/prices.contract';
import type { CommandContext, Handlers } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { selectProduct } from '../products';
import * as statements from './prices.sql';

type Ops = (typeof priceBooksContract)['operations'];

export const createPriceBooksService = (): Handlers<typeof priceBooksContract> => ({
  list: ({ db }) => ok({ books: booksOf(db) }),
  save,
  prices({ db }, { productId }) {
    const entries = Map.groupBy(db.all(statements.selectPrices({ product: productId })), ({ book_id }) => book_id);
    const books = [...entries].map(([bookId, prices]) => ({
      bookId,
      prices: prices.map(({ from_quantity, price }) => ({ fromQuantity: from_quantity, price })),
    }));
    return ok({ books });
  },
  setPrices,
});

function save({ db, ids }: CommandContext, draft: InputOf<Ops['save']>): Answer<Ops['save']> {
  const { id, names, currency, from, to, rounding, active } = draft;
  if (from !== null && to !== null && to < from) return fail('prices.days');
  const books = booksOf(db);
  const before = books.find((book) => book.id === id);
  if (id !== undefined && before === undefined) return fail('prices.book-not-found', { id });
  if (before !== undefined && before.currency !== currency) return fail('prices.currency-changed', { id });
  const isDefault = draft.isDefault || books.length === 0;
  if (isDefault ? !active : before?.isDefault === true) return fail('prices.default-needed');
  const columns = {
    names: JSON.stringify(names),
    from_on: from,
    to_on: to,
    is_default: isDefault ? 1 : 0,
    rounding: JSON.stringify(rounding),
    active: active ? 1 : 0,
  };
  const saved = id ?? ids();
  if (id === undefined) db.run(statements.insertBook({ id: saved, currency, ...columns }));
  else db.run(statements.updateBook(id, columns));
  const other = isDefault ? books.find((book) => book.isDefault && book.id !== saved) : undefined;
  if (other !== undefined) db.run(statements.updateBook(other.id, { is_default: 0 }));
  return ok({ id: saved });
}

/** Prices that stay keep their rows, so that the history tells what changed. */
function setPrices({ db, ids }: CommandContext, input: InputOf<Ops['setPrices']>): Answer<Ops['setPrices']> {
  const { bookId, productId, prices } = input;
  if (db.first(statements.selectBook({ id: bookId })) === undefined)
    return fail('prices.book-not-found', { id: bookId });
  if (db.first(selectProduct({ id: productId })) === undefined) return fail('products.not-found', { id: productId });
  const wanted = new Map(prices.map(({ fromQuantity, price }) => [fromQuantity, price]));
  if (wanted.size < prices.length) return fail('prices.quantity-twice');
  for (const row of db
    .all(statements.selectPrices({ product: productId }))
    .filter(({ book_id }) => book_id === bookId)) {
    const price = wanted.get(row.from_quantity);
    wanted.delete(row.from_quantity);
    if (price === undefined) db.run(statements.deletePrice(row.id));
    else if (price !== row.price) db.run(statements.updatePrice(row.id, price));
  }
  for (const [from_quantity, price] of wanted)
    db.run(statements.insertPrice({ id: ids(), book_id: bookId, product_id: productId, from_quantity, price }));
  return ok({ prices: prices.length });
}

export const booksOf = (db: ReadDb): readonly PriceBook[] & PriceBook[] =>
  db.all(statements.selectBooks({})).map((row: Tables['price_book']) => ({
    id: row.id,
    names: JSON.parse(row.names) as PriceBook['names'],
    currency: row.currency,
    from: row.from_on,
    to: row.to_on,
    isDefault: row.is_default === 1,
    rounding: JSON.parse(row.rounding) as PriceBook['rounding'],
    active: row.active === 1,
  }));

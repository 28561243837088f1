// What something costs: the price of the book, every rule that holds, and the arithmetic of documents.

import { documentTotals, type DocumentLine } from '@shared/core/document-arithmetic';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { isWithin } from '@shared/features/prices/price-book';
import type { PricedLine, PriceQuestion, pricesContract } from '@shared/features/prices/prices.contract';
import { conversion } from '@shared/features/products/product';
import type { Handlers, QueryContext } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { liveRootOf, memberIdsOf } from '../clusters';
import { categoriesById, selectProduct, taxIdsOf, unitsById } from '../products';
import { siteCountry, siteToday } from '../settings';
import { taxesDue } from '../taxes';
import { booksOf } from './price-books.service';
import { createPriceWriters } from './price-words';
import { namesIn } from './names-of-id';
import { rulesOn } from './price-rules.service';
import { customerFactsOf } from './customer-facts';
import { priceOf, type Pricing } from './unit-price';

type Ops = (typeof pricesContract)['operations'];
type Refused = Failure<(Answer<Ops['quote']> & { ok: false })['error']['code']>;

export const createPricesService = (): Handlers<typeof pricesContract> => ({ quote: createPricing() });

/** What something costs, for whoever writes it into a document. */
export function createPricing(): (context: QueryContext, question: PriceQuestion) => Answer<Ops['quote']> {
  const writersFor = createPriceWriters();
  return (context, question) => quote(context, question, writersFor);
}

function quote(
  context: QueryContext,
  question: InputOf<Ops['quote']>,
  writersFor: ReturnType<typeof createPriceWriters>,
): Answer<Ops['quote']> {
  const { db, clock, actor } = context;
  const day = question.on ?? siteToday(db, clock.now());
  const prepared = pricingOf(db, question, day);
  if (!prepared.ok) return prepared;
  const pricing = { ...prepared.value, words: writersFor(siteCountry(db), namesIn(db)) };
  const dueOn = taxesDue(db, { actor, day });
  const lines: PricedTerms[] = [];
  for (const [place, asked] of question.lines.entries()) {
    const line = pricedLine(db, pricing, asked);
    if (!line.ok) return fail(line.error.code, { ...line.error.details, line: place });
    lines.push({
      ...line.value,
      terms: { ...line.value.terms, ...dueOn(line.value.taxIds), discount: asked.discount },
    });
  }
  const { rounding, currency, id: bookId } = pricing.book;
  const totals = documentTotals({ lines: lines.map(({ terms }) => terms), discount: question.discount, rounding });
  if (!totals.ok) return totals;
  const { lines: amounts, ...sums } = totals.value;
  const told = lines.map(({ line }, place) => ({ ...line, ...amounts[place]! }));
  return ok({ currency, bookId, on: day, rounding, ...withTaxes(sums), lines: told.map(withTaxes) });
}

/** Lists of the answer may be changed by whoever gets them. */
const withTaxes = <T extends { readonly taxes: readonly object[] }>(amounts: T) => ({
  ...amounts,
  taxes: [...amounts.taxes] as T['taxes'][number][],
});

interface PricedTerms {
  readonly line: Omit<PricedLine, 'list' | 'lineDiscount' | 'documentDiscount' | 'net' | 'taxes' | 'tax' | 'gross'>;
  readonly terms: DocumentLine;
  readonly taxIds: readonly string[];
}

function pricingOf(db: ReadDb, question: PriceQuestion, day: string): Result<Omit<Pricing, 'words'>, Refused> {
  const party = question.partyId === undefined ? null : liveRootOf(db, question.partyId);
  if (party === undefined) return fail('prices.party-not-found', { id: question.partyId });
  const books = booksOf(db).filter((book) => book.active && isWithin(day, book));
  const standard = books.find(({ isDefault }) => isDefault);
  const book = question.bookId === undefined ? standard : books.find(({ id }) => id === question.bookId);
  if (book === undefined) return fail('prices.no-book', { id: question.bookId, on: day });
  const found = rulesOn(db, day);
  if ('refused' in found)
    return fail('prices.rule-refused', {
      id: found.refused.id,
      names: JSON.parse(found.refused.names),
      field: found.field,
    });
  return ok({
    book,
    books: standard === undefined || standard.id === book.id ? [book] : [book, standard],
    rules: found.rules,
    categories: categoriesById(db),
    channel: question.channel ?? null,
    weekday: new Date(`${day}T00:00:00Z`).getUTCDay(),
    customer: party === null ? {} : customerFactsOf(db, memberIdsOf(db, party.root_id), day),
  });
}

function pricedLine(
  db: ReadDb,
  pricing: Pricing,
  { productId, quantity, unitId }: PriceQuestion['lines'][number],
): Result<PricedTerms, Refused> {
  const product = db.first(selectProduct({ id: productId }));
  if (product === undefined || product.active !== 1) return fail('products.not-found', { id: productId });
  const asked = unitId === undefined ? product.unit_id : unitId;
  const unit = unitIn(db, product, asked);
  if (unit === null) return fail('prices.unit-differs', { id: productId });
  const price = priceOf(db, pricing, { product, quantity, unit });
  if (price === null) return fail('prices.no-price', { id: productId });
  const { id, code, names } = product;
  const told = { productId: id, code, names: JSON.parse(names) as PricedLine['names'], quantity, unitId: asked, unit };
  return ok({
    line: { ...told, ...price },
    terms: { quantity, unit, unitPrice: price.unitPrice },
    taxIds: taxIdsOf(product),
  });
}

const ONE_EACH = { part: 1, of: 1 };

/** How many of the product's own unit one of another is; null when they measure different things. */
function unitIn(db: ReadDb, product: Tables['product'], asked: string | null): PricedLine['unit'] | null {
  if (asked === product.unit_id) return ONE_EACH;
  const units = unitsById(db);
  const [from, to] = [units.get(asked ?? ''), units.get(product.unit_id ?? '')];
  return from === undefined || to === undefined ? null : conversion(from, to);
}

// What the lines of a quote cost and why: of a product what the catalogue says, of everything else what was typed; then what all of it comes to.

import { documentTotals, type DocumentLine, type LineTaxes } from '@shared/core/document-arithmetic';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Language } from '@shared/locale/language';
import type { PricedLine } from '@shared/features/prices/prices.contract';
import type { QuoteDiscount, QuoteLine, QuoteLineDraft, QuoteSums } from '@shared/features/quotes/quote';
import { cleanLine } from '@shared/text/clean';
import type { QueryContext } from '../../core/context';
import { selectProduct, taxIdsOf } from '../products';
import { siteToday } from '../settings';
import { taxById, taxesDue } from '../taxes';
import type { createPricing } from '../prices';

export type Prices = ReturnType<typeof createPricing>;

export interface Pricing {
  readonly context: QueryContext;
  readonly prices: Prices;
  readonly partyId: string;
  readonly language: Language;
  /** ISO 4217; null: whatever the price book says. */
  readonly currency: string | null;
}

export interface PricedDocument {
  readonly currency: string | null;
  readonly lines: readonly QuoteLine[];
  readonly rounding: {
    readonly tax: 'line' | 'document';
    readonly mode: 'half-up' | 'half-even';
    readonly coin: number;
  };
  readonly sums: QuoteSums;
  readonly payable: number;
  /** Basis points. */
  readonly belowList: number;
}

type Code = 'quotes.line-untold' | 'quotes.line-unpriced' | 'documents.too-large' | 'documents.discount-too-large';
type Refused = Failure<Code>;

const usualRounding = { tax: 'line', mode: 'half-up', coin: 1 } as const;

type Told = Omit<QuoteLine, keyof QuoteSums> & { readonly terms: DocumentLine };

export function priceDocument(
  pricing: Pricing,
  drafts: readonly QuoteLineDraft[],
  discount: QuoteDiscount | null,
): Result<PricedDocument, Refused> {
  const known: { currency: string | null; rounding: PricedDocument['rounding'] } = {
    currency: pricing.currency,
    rounding: usualRounding,
  };
  const told: Told[] = [];
  for (const [line, draft] of drafts.entries()) {
    const priced = draft.productId === undefined ? null : askPrice(pricing, draft);
    if (priced !== null && (known.currency === null || known.currency === priced.currency)) {
      known.currency = priced.currency;
      known.rounding = priced.rounding;
    }
    const fitting = priced?.currency === known.currency ? (priced?.line ?? null) : null;
    const one = tellLine(pricing, draft, fitting);
    if (!one.ok) return fail(one.error.code, { line: line + 1 });
    told.push(one.value);
  }
  const { rounding, currency } = known;
  const off = discount ?? undefined;
  const totals = documentTotals({ lines: told.map(({ terms }) => terms), discount: off, rounding });
  if (!totals.ok) return fail(totals.error.code, totals.error.details);
  const { lines: amounts, payable, ...sums } = totals.value;
  const named = <T extends { taxes: readonly { id: string; rate: number; included: boolean; amount: number }[] }>(
    one: T,
  ) => ({
    ...one,
    taxes: one.taxes.map((tax) => ({ ...tax, names: taxNames(pricing, tax.id) })),
  });
  const lines = told.map(({ terms: _terms, ...line }, place) => ({ ...line, ...named(amounts[place]!) }));
  return ok({ currency, lines, rounding, sums: named(sums), payable, belowList: belowList(told, sums) });
}

/** What the catalogue says of one line; null when it has no price for it. */
function askPrice(
  { prices, context, partyId }: Pricing,
  { productId, quantity }: QuoteLineDraft,
): { readonly line: PricedLine; readonly currency: string; readonly rounding: PricedDocument['rounding'] } | null {
  const answer = prices(context, { partyId, lines: [{ productId: productId!, quantity }] });
  return answer.ok ? { ...answer.value, line: answer.value.lines[0]! } : null;
}

function tellLine(
  { context, language }: Pricing,
  draft: QuoteLineDraft,
  priced: PricedLine | null,
): Result<Told, Failure<'quotes.line-untold' | 'quotes.line-unpriced'>> {
  const product = draft.productId === undefined ? undefined : context.db.first(selectProduct({ id: draft.productId }));
  const typed = cleanLine(draft.text ?? '');
  const text = typed !== '' ? typed : product === undefined ? '' : namesOf(product.names)[language];
  if (text === '') return fail('quotes.line-untold');
  const unitPrice = draft.unitPrice ?? priced?.unitPrice;
  if (unitPrice === undefined) return fail('quotes.line-unpriced');
  const unit = priced?.unit ?? { part: 1, of: 1 };
  const { quantity, discount } = draft;
  const taxes =
    priced === null ? dueOn(context, product === undefined ? draft.taxIds : taxIdsOf(product)) : taxesOf(priced);
  return ok({
    productId: product?.id ?? null,
    text,
    quantity,
    unit,
    unitPrice,
    listPrice: priced?.listPrice ?? null,
    discount: discount ?? null,
    why: (priced?.why ?? []).map(({ words }) => words),
    terms: { quantity, unit, unitPrice, discount, ...taxes },
  });
}

const dueOn = ({ db, actor, clock }: QueryContext, ids: readonly string[]): LineTaxes =>
  taxesDue(db, { actor, day: siteToday(db, clock.now()) })(ids);

function taxesOf({ taxes }: PricedLine): LineTaxes {
  const plain = ({ id, rate }: PricedLine['taxes'][number]) => ({ id, rate });
  const held = taxes.find(({ included }) => included);
  return {
    included: held === undefined ? undefined : plain(held),
    added: taxes.filter(({ included }) => !included).map(plain),
  };
}

const namesOf = (stored: string): { ar: string; fa: string; en: string } =>
  JSON.parse(stored) as { ar: string; fa: string; en: string };

const taxNames = ({ context }: Pricing, id: string): { ar: string; fa: string; en: string } =>
  taxById(context.db, id)?.names ?? { ar: id, fa: id, en: id };

/** By how much all of it is below what the book says, discounts and prices that were agreed alike. */
function belowList(
  told: readonly Told[],
  sums: { readonly list: number; readonly lineDiscount: number; readonly documentDiscount: number },
): number {
  const lines = told.map(({ terms, listPrice }) => ({
    quantity: terms.quantity,
    unit: terms.unit,
    unitPrice: Math.max(terms.unitPrice, listPrice ?? 0),
  }));
  const asked = documentTotals({ lines, rounding: usualRounding });
  const list = asked.ok ? asked.value.list : sums.list;
  const offered = sums.list - sums.lineDiscount - sums.documentDiscount;
  return list === 0 ? 0 : Number((BigInt(Math.max(0, list - offered)) * 10_000n) / BigInt(list));
}

// What a quote or an order comes to: its lines, discounts and taxes, exactly, in whole minor units of one currency.
// The totals are always the sums of what stands in the lines. Source of the order of steps: EN 16931 (a line is rounded, then its tax).

import { MOST_MINOR } from '../locale/money';
import { apportioned, ratio, rounded, roundedTo, sumOf, type Ratio, type RoundingMode } from './ratio';
import { fail, ok, type Failure, type Result } from './result';

/** Quantities are kept in millionths: 2.5 is 2,500,000. */
export const ONE = 1_000_000;
/** Rates and percents are kept in basis points: 15 % is 1,500. */
export const WHOLE = 10_000;

/** An exact fraction, both parts positive. */
export interface Factor {
  readonly part: number;
  readonly of: number;
}

/** A share in basis points, 0 to 10,000, or an amount in minor units. */
export type Discount = { readonly percent: number } | { readonly amount: number };

export interface Tax {
  readonly id: string;
  /** Basis points. */
  readonly rate: number;
}

export interface LineTaxes {
  /** The tax that the price already holds. */
  readonly included?: Tax | undefined;
  /** Taxes that come on top, each of the same net amount. */
  readonly added?: readonly Tax[] | undefined;
}

export interface DocumentLine extends LineTaxes {
  /** Millionths, at least zero. */
  readonly quantity: number;
  /** How many of what is priced one of the quantity is: 1/60 for minutes of what is priced by the hour. One when left out. */
  readonly unit?: Factor | undefined;
  /** Minor units for one, at least zero. */
  readonly unitPrice: number;
  readonly discount?: Discount | undefined;
}

/** Where a tax is rounded: in every line, or once for the document, whose lines then share it. */
export const taxRoundings = ['line', 'document'] as const;

export interface Rounding {
  readonly tax: (typeof taxRoundings)[number];
  readonly mode: RoundingMode;
  /** Minor units of the smallest coin in use, to a multiple of which what is paid is rounded. */
  readonly coin?: number | undefined;
}

export interface DocumentTerms {
  readonly lines: readonly DocumentLine[];
  /** On all lines, after their own discounts, in proportion to what is left of them. */
  readonly discount?: Discount | undefined;
  readonly rounding: Rounding;
}

export interface TaxAmount extends Tax {
  /** Whether the price held it. */
  readonly included: boolean;
  readonly amount: number;
}

/** Minor units. `list` − both discounts = `amount`; `amount` − included tax = `net`; `net` + `tax` = `gross`. */
export interface Amounts {
  /** Quantity × price. */
  readonly list: number;
  readonly lineDiscount: number;
  readonly documentDiscount: number;
  readonly net: number;
  /** Each tax by id; several rates of one id stand apart. */
  readonly taxes: readonly TaxAmount[];
  readonly tax: number;
  readonly gross: number;
}

export interface DocumentTotals extends Amounts {
  readonly lines: readonly Amounts[];
  /** What is paid: `gross`, rounded to the smallest coin. */
  readonly payable: number;
}

/** `line` in the details is the place of the line, from 0; without it the document's own discount or sum is meant. */
export type DocumentError = 'documents.too-large' | 'documents.discount-too-large';

/** What the lines come to, or which of them is too large, or discounted by more than it comes to. */
export function documentTotals(terms: DocumentTerms): Result<DocumentTotals, Failure<DocumentError>> {
  const { mode } = terms.rounding;
  const priced: PricedLine[] = [];
  for (const [line, drafted] of terms.lines.entries()) {
    const list = rounded(listPrice(drafted), mode);
    const discount = discountOf(list, drafted.discount, mode);
    if (list > BigInt(MOST_MINOR)) return fail('documents.too-large', { line });
    if (discount > list) return fail('documents.discount-too-large', { line });
    priced.push({ terms: drafted, list, discount, left: list - discount });
  }
  const left = total(priced.map((line) => line.left));
  const discount = discountOf(left, terms.discount, mode);
  if (discount > left) return fail('documents.discount-too-large');
  const off = apportioned(discount, left === 0n ? [] : priced.map((line) => ratio(discount * line.left, left)));
  const amounts = priced.map((line, place) => line.left - (off[place] ?? 0n));
  const taxes = taxesOf(priced, amounts, terms.rounding);
  const lines = priced.map((line, place) => lineAmounts(line, off[place] ?? 0n, taxes[place] ?? []));
  return summed(lines, terms.rounding);
}

interface PricedLine {
  readonly terms: DocumentLine;
  readonly list: bigint;
  readonly discount: bigint;
  readonly left: bigint;
}

interface ExactTax extends Tax {
  readonly line: number;
  readonly included: boolean;
  readonly exact: Ratio;
}

type LineTax = Tax & { readonly included: boolean; readonly amount: bigint };

const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);

function listPrice({ quantity, unitPrice, unit = { part: 1, of: 1 } }: DocumentLine): Ratio {
  return ratio(BigInt(quantity) * BigInt(unit.part) * BigInt(unitPrice), BigInt(ONE) * BigInt(unit.of));
}

function discountOf(amount: bigint, discount: Discount | undefined, mode: RoundingMode): bigint {
  if (discount === undefined) return 0n;
  if ('amount' in discount) return BigInt(discount.amount);
  return rounded(ratio(amount * BigInt(discount.percent), BigInt(WHOLE)), mode);
}

/** Of each line its taxes, rounded where the office rounds them. */
function taxesOf(lines: readonly PricedLine[], amounts: readonly bigint[], rounding: Rounding): readonly LineTax[][] {
  const exact = lines.flatMap(({ terms }, line) => exactTaxes(terms, line, amounts[line] ?? 0n));
  const found: LineTax[][] = lines.map(() => []);
  const groups = rounding.tax === 'line' ? exact.map((tax) => [tax]) : [...Map.groupBy(exact, groupOf).values()];
  for (const group of groups) {
    const parts = group.map((tax) => tax.exact);
    const shares = apportioned(rounded(sumOf(parts), rounding.mode), parts);
    for (const [place, { line, id, rate, included }] of group.entries())
      found[line]?.push({ id, rate, included, amount: shares[place] ?? 0n });
  }
  return found;
}

const groupOf = ({ id, rate, included }: Omit<TaxAmount, 'amount'>): string => JSON.stringify([id, rate, included]);

/** Net is the amount without its included tax, amount ÷ (1 + rate); every tax is a share of it. */
function exactTaxes({ included, added = [] }: LineTaxes, line: number, amount: bigint): readonly ExactTax[] {
  const held = BigInt(WHOLE) + BigInt(included?.rate ?? 0);
  const exact = ({ id, rate }: Tax, isIncluded: boolean): ExactTax => ({
    id,
    rate,
    line,
    included: isIncluded,
    exact: ratio(amount * BigInt(rate), held),
  });
  return [...(included === undefined ? [] : [exact(included, true)]), ...added.map((tax) => exact(tax, false))];
}

interface ExactAmounts {
  readonly list: bigint;
  readonly lineDiscount: bigint;
  readonly documentDiscount: bigint;
  readonly net: bigint;
  readonly taxes: readonly LineTax[];
  readonly tax: bigint;
  readonly gross: bigint;
}

function lineAmounts({ list, discount, left }: PricedLine, off: bigint, taxes: readonly LineTax[]): ExactAmounts {
  const held = total(taxes.filter(({ included }) => included).map(({ amount }) => amount));
  const net = left - off - held;
  const tax = total(taxes.map(({ amount }) => amount));
  return { list, lineDiscount: discount, documentDiscount: off, net, taxes, tax, gross: net + tax };
}

function summed(lines: readonly ExactAmounts[], { coin = 1, mode }: Rounding): ReturnType<typeof documentTotals> {
  const of = (key: 'list' | 'lineDiscount' | 'documentDiscount' | 'net' | 'tax' | 'gross'): bigint =>
    total(lines.map((line) => line[key]));
  const each = lines.flatMap((line) => line.taxes);
  const taxes = [...Map.groupBy(each, groupOf).values()].flatMap((same) =>
    same.slice(0, 1).map((tax) => ({ ...tax, amount: total(same.map(({ amount }) => amount)) })),
  );
  const gross = of('gross');
  const payable = roundedTo(gross, BigInt(coin), mode);
  const sums = {
    list: of('list'),
    lineDiscount: of('lineDiscount'),
    documentDiscount: of('documentDiscount'),
    net: of('net'),
    taxes,
    tax: of('tax'),
    gross,
  };
  if ([sums.list, gross, payable].some((amount) => amount > BigInt(MOST_MINOR))) return fail('documents.too-large');
  return ok({ ...asNumbers(sums), lines: lines.map(asNumbers), payable: Number(payable) });
}

const asNumbers = (amounts: ExactAmounts): Amounts => ({
  list: Number(amounts.list),
  lineDiscount: Number(amounts.lineDiscount),
  documentDiscount: Number(amounts.documentDiscount),
  net: Number(amounts.net),
  taxes: amounts.taxes.map((tax) => ({ ...tax, amount: Number(tax.amount) })),
  tax: Number(amounts.tax),
  gross: Number(amounts.gross),
});

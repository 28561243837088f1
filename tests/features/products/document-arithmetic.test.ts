// What a document comes to: exact to the minor unit, the same however it is added up, under every order of taxes and rounding.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  documentTotals,
  ONE,
  type DocumentLine,
  type DocumentTerms,
  type DocumentTotals,
  type Rounding,
} from '@shared/core/document-arithmetic';
import { MOST_MINOR } from '@shared/locale/money';
import { formatQuantity, parseQuantity, quantityText } from '@shared/locale/quantity';

const vat = { id: 'vat', rate: 1500 };
const perLine: Rounding = { tax: 'line', mode: 'half-up' };
const perDocument: Rounding = { tax: 'document', mode: 'half-up' };
const line = (quantity: number, unitPrice: number, rest: Partial<DocumentLine> = {}): DocumentLine => ({
  quantity: Math.round(quantity * ONE),
  unitPrice,
  ...rest,
});
function totals(terms: DocumentTerms): DocumentTotals {
  const result = documentTotals(terms);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('a document comes to', () => {
  it('its quantities times their prices, and the tax on top', () => {
    const { list, net, tax, gross, payable } = totals({
      lines: [line(2, 10_000, { added: [vat] }), line(0.5, 3_000, { added: [vat] })],
      rounding: perLine,
    });
    expect({ list, net, tax, gross, payable }).toEqual({
      list: 21_500,
      net: 21_500,
      tax: 3_225,
      gross: 24_725,
      payable: 24_725,
    });
  });

  it('the share of a price that its unit is, exactly', () => {
    const minutes = { part: 1, of: 60 };
    expect(totals({ lines: [line(20, 45_000, { unit: minutes })], rounding: perLine }).gross).toBe(15_000);
    expect(totals({ lines: [line(1, 100, { unit: { part: 1, of: 3 } })], rounding: perLine }).gross).toBe(33);
  });

  it('the listed price when the tax is in it', () => {
    const { net, tax, gross } = totals({ lines: [line(1, 11_500, { included: vat })], rounding: perLine });
    expect({ net, tax, gross }).toEqual({ net: 10_000, tax: 1_500, gross: 11_500 });
  });

  it('less by the discount of a line, then of the document, before taxes', () => {
    const { lines, net, tax } = totals({
      lines: [
        line(1, 10_000, { discount: { percent: 1_000 }, added: [vat] }),
        line(1, 1_000, { discount: { amount: 100 } }),
      ],
      discount: { percent: 1_000 },
      rounding: perLine,
    });
    expect(lines.map((each) => [each.lineDiscount, each.documentDiscount, each.net])).toEqual([
      [1_000, 900, 8_100],
      [100, 90, 810],
    ]);
    expect({ net, tax }).toEqual({ net: 8_910, tax: 1_215 });
  });

  it('a tax that is rounded in each line or once, as the office has it', () => {
    const lines = [line(1, 10, { added: [vat] }), line(1, 10, { added: [vat] }), line(1, 10, { added: [vat] })];
    expect(totals({ lines, rounding: perLine }).tax).toBe(6);
    const once = totals({ lines, rounding: perDocument });
    expect(once.tax).toBe(5);
    expect(once.lines.map((each) => each.tax)).toEqual([2, 2, 1]);
  });

  it('halves that go up or to the even neighbour', () => {
    const lines = [line(0.5, 1), line(0.5, 3)];
    expect(totals({ lines, rounding: perLine }).lines.map(({ list }) => list)).toEqual([1, 2]);
    expect(totals({ lines, rounding: { ...perLine, mode: 'half-even' } }).lines.map(({ list }) => list)).toEqual([
      0, 2,
    ]);
  });

  it('what can be paid in coins', () => {
    const pay = (price: number): number =>
      totals({ lines: [line(1, price)], rounding: { ...perLine, coin: 25 } }).payable;
    expect([pay(10_012), pay(10_013), pay(10_038)]).toEqual([10_000, 10_025, 10_050]);
  });

  it('two taxes of one net amount, one in the price and one on top', () => {
    const { net, taxes, gross } = totals({
      lines: [line(1, 11_500, { included: vat, added: [{ id: 'city', rate: 250 }] })],
      rounding: perLine,
    });
    expect({ net, taxes, gross }).toEqual({
      net: 10_000,
      taxes: [
        { id: 'vat', rate: 1500, included: true, amount: 1_500 },
        { id: 'city', rate: 250, included: false, amount: 250 },
      ],
      gross: 11_750,
    });
  });

  it('nothing when there is no line', () => {
    expect(totals({ lines: [], discount: { percent: 500 }, rounding: perDocument }).payable).toBe(0);
  });
});

describe('a document is refused in words', () => {
  const refusal = (terms: Omit<DocumentTerms, 'rounding'>): unknown => {
    const result = documentTotals({ ...terms, rounding: perLine });
    return result.ok ? undefined : result.error;
  };

  it('when a line, all lines, or their taxes are more than is counted exactly', () => {
    expect(refusal({ lines: [line(1, 1), line(2, MOST_MINOR)] })).toEqual({
      code: 'documents.too-large',
      details: { line: 1 },
    });
    expect(refusal({ lines: [line(1, MOST_MINOR), line(1, 1)] })).toEqual({ code: 'documents.too-large' });
    expect(refusal({ lines: [line(1, MOST_MINOR, { added: [vat] })] })).toEqual({ code: 'documents.too-large' });
    expect(refusal({ lines: [line(9_000_000_000, Number.MAX_SAFE_INTEGER)] })).toMatchObject({
      code: 'documents.too-large',
    });
  });

  it('when a discount is more than what it is taken from', () => {
    expect(refusal({ lines: [line(1, 100, { discount: { amount: 101 } })] })).toEqual({
      code: 'documents.discount-too-large',
      details: { line: 0 },
    });
    expect(refusal({ lines: [line(1, 100)], discount: { amount: 101 } })).toEqual({
      code: 'documents.discount-too-large',
    });
  });
});

const tax = fc.record({
  id: fc.constantFrom('vat', 'city', 'duty'),
  rate: fc.constantFrom(0, 1, 333, 500, 900, 1500, 10_000),
});
const discount = fc.option(
  fc.oneof(
    fc.record({ percent: fc.integer({ min: 0, max: 10_000 }) }),
    fc.record({ amount: fc.integer({ min: 0, max: 200 }) }),
  ),
  { nil: undefined },
);
const anyLine = fc.record({
  quantity: fc.oneof(
    fc.integer({ min: 0, max: 20 * ONE }),
    fc.integer({ min: 0, max: 9 }).map((whole) => whole * ONE),
  ),
  unitPrice: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 1_000_000_000 })),
  discount,
  included: fc.option(tax, { nil: undefined }),
  added: fc.array(tax, { maxLength: 3 }),
});
const anyDocument = fc.record({
  lines: fc.array(anyLine, { maxLength: 12 }),
  discount,
  rounding: fc.record({
    tax: fc.constantFrom('line' as const, 'document' as const),
    mode: fc.constantFrom('half-up' as const, 'half-even' as const),
    coin: fc.constantFrom(undefined, 1, 5, 25, 1000),
  }),
});

/** Holds of every document that is not refused. */
const always = (holds: (terms: DocumentTerms, result: DocumentTotals) => void): void =>
  fc.assert(
    fc.property(anyDocument, (terms) => {
      const result = documentTotals(terms);
      if (result.ok) holds(terms, result.value);
    }),
    { numRuns: 2_000 },
  );

describe('whatever the lines, discounts, taxes and roundings', () => {
  it('the totals are the sums of the lines, to the minor unit, tax by tax', () => {
    always((_terms, { lines, ...all }) => {
      for (const key of ['list', 'lineDiscount', 'documentDiscount', 'net', 'tax', 'gross'] as const)
        expect(lines.reduce((sum, each) => sum + each[key], 0)).toBe(all[key]);
      for (const { amount, ...of } of all.taxes) {
        const same = lines
          .flatMap(({ taxes }) => taxes)
          .filter((each) => isDeepStrictEqual({ ...each, amount }, { ...of, amount }));
        expect(same.reduce((sum, each) => sum + each.amount, 0)).toBe(amount);
      }
      expect(all.taxes.reduce((sum, each) => sum + each.amount, 0)).toBe(all.tax);
    });
  });

  it('every line adds up in itself, and nothing in it is below zero', () => {
    always((_terms, { lines }) => {
      for (const each of lines) {
        const left = each.list - each.lineDiscount - each.documentDiscount;
        const held = each.taxes.find(({ included }) => included)?.amount ?? 0;
        expect(each.net).toBe(left - held);
        expect(each.gross).toBe(each.net + each.tax);
        expect(
          Math.min(each.list, each.lineDiscount, each.documentDiscount, each.net, each.tax),
        ).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it('no tax of a line is a minor unit or more away from the exact one, and a tax that is rounded once not half a unit', () => {
    always((terms, { lines, taxes }) => {
      const exact = new Map<string, number>();
      for (const [place, each] of lines.entries()) {
        const included = terms.lines[place]?.included;
        const left = each.list - each.lineDiscount - each.documentDiscount;
        for (const { id, rate, amount } of each.taxes) {
          const due = (left * rate) / (10_000 + (included?.rate ?? 0));
          expect(Math.abs(amount - due)).toBeLessThan(1.000_01);
          exact.set(`${id} ${rate}`, (exact.get(`${id} ${rate}`) ?? 0) + due);
        }
      }
      if (terms.rounding.tax === 'document' && terms.lines.every(({ included }) => included === undefined))
        for (const { id, rate, amount } of taxes)
          expect(Math.abs(amount - (exact.get(`${id} ${rate}`) ?? 0))).toBeLessThan(0.500_01);
    });
  });

  it('the order of the lines changes no total', () => {
    always((terms, { lines: _lines, taxes: _taxes, ...all }) => {
      // A discount of the whole that does not go up leaves its last unit to an earlier line, whose tax may be another.
      if (terms.discount === undefined)
        expect(totals({ ...terms, lines: terms.lines.toReversed() })).toMatchObject(all);
    });
  });

  it('what is paid is a multiple of the coin, and at most half of it away', () => {
    always(({ rounding: { coin = 1 } }, { gross, payable }) => {
      expect(payable % coin).toBe(0);
      expect(Math.abs(payable - gross) * 2).toBeLessThanOrEqual(coin);
    });
  });
});

describe('a quantity', () => {
  it.each([
    ['2.5', 2_500_000],
    ['٢٫٥', 2_500_000],
    ['۱۲/۲۵', 12_250_000],
    ['0.000001', 1],
    ['1,000', 1_000_000_000],
  ])('typed as %s is read exactly', (text, quantity) => {
    expect(parseQuantity(text)).toEqual({ quantity });
    expect(parseQuantity(quantityText(quantity))).toEqual({ quantity });
  });

  it('is written in the digits of the reader, without noughts at its end', () => {
    expect(formatQuantity(2_500_000, { language: 'ar', digits: 'arab', country: 'SA' })).toBe('٢٫٥');
    expect(formatQuantity(1_200_000_000, { language: 'en', digits: 'latn', country: 'SA' })).toBe('1,200');
    expect(quantityText(1_200_000_000)).toBe('1200');
    expect(parseQuantity('0.0000001')).toEqual({ error: 'too-precise' });
  });
});

// What something costs, through the door: books, quantities, bundles, taxes by day, and rules that say why.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, openEngine, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
const ids = { book: '', lens: '', hour: '', minute: '', consult: '', kit: '', vat: '' };
const names = (ar: string, fa: string, en: string) => ({ ar, fa, en });
const same = (text: string) => names(text, text, text);
const ONE = 1_000_000;

const rule = async (rest: object): Promise<string> =>
  value(await test.client.priceRules.save({ names: same('Rule'), ...rest } as never)).id;
const stop = (id: string) => test.client.priceRules.stop({ id }).then(value);
const quote = async (question: object) => value(await test.client.prices.quote(question as never));
const one = async (productId: string, quantity = ONE, rest: object = {}) =>
  (await quote({ lines: [{ productId, quantity }], ...rest })).lines[0]!;

beforeAll(async () => {
  test = await openEngine({ country: 'SA' });
  const { client } = test;
  const price = (bookId: string, productId: string, prices: { fromQuantity: number; price: number }[]) =>
    client.priceBooks.setPrices({ bookId, productId, prices }).then(value);
  ids.vat = value(
    await client.taxes.save({
      names: names('ضريبة القيمة المضافة', 'مالیات بر ارزش افزوده', 'VAT'),
      included: false,
      rates: [
        { from: '2020-07-01', rate: 1500 },
        { from: '2018-01-01', rate: 500 },
      ],
    }),
  ).id;
  ids.book = value(
    await client.priceBooks.save({ names: names('التجزئة', 'خرده‌فروشی', 'Retail'), currency: 'SAR' }),
  ).id;
  ids.hour = value(await client.products.saveUnit({ names: names('ساعة', 'ساعت', 'Hour') })).id;
  ids.minute = value(
    await client.products.saveUnit({ names: names('دقيقة', 'دقیقه', 'Minute'), baseId: ids.hour, part: 1, of: 60 }),
  ).id;
  const make = async (draft: object) => value(await client.products.create(draft as never)).id;
  ids.lens = await make({ kind: 'good', code: 'LENS', names: names('عدسة', 'لنز', 'Lens'), taxIds: [ids.vat] });
  ids.consult = await make({ kind: 'service', code: 'CONS', names: same('Consultation'), unitId: ids.hour });
  ids.kit = await make({
    kind: 'bundle',
    code: 'KIT',
    names: same('Kit'),
    components: [
      { productId: ids.lens, quantity: 2 * ONE },
      { productId: ids.consult, quantity: ONE / 2 },
    ],
  });
  await price(ids.book, ids.lens, [
    { fromQuantity: 0, price: 10_000 },
    { fromQuantity: 10 * ONE, price: 9_000 },
  ]);
  await price(ids.book, ids.consult, [{ fromQuantity: 0, price: 40_001 }]);
});
afterAll(() => test.close());

describe('a price', () => {
  it('is that of the default book, from the quantity on that is asked for, and says so in three languages', async () => {
    const few = await one(ids.lens);
    expect(few).toMatchObject({ listPrice: 10_000, unitPrice: 10_000, net: 10_000, tax: 1_500, gross: 11_500 });
    expect(few.why).toHaveLength(1);
    expect(few.why[0]!.words.en).toContain('Retail');
    expect(few.why[0]!.words.ar).toContain('التجزئة');
    expect(few.why[0]!.words.fa).toContain('خرده‌فروشی');
    expect(await one(ids.lens, 12 * ONE)).toMatchObject({ unitPrice: 9_000, net: 108_000 });
  });

  it('holds the tax of the day', async () => {
    expect((await one(ids.lens, ONE, { on: '2019-05-01' })).tax).toBe(500);
    expect((await one(ids.lens, ONE, { on: '2017-05-01' })).tax).toBe(0);
  });

  it('of a part of its unit is exact', async () => {
    const { lines } = await quote({ lines: [{ productId: ids.consult, quantity: 20 * ONE, unitId: ids.minute }] });
    expect(lines[0]).toMatchObject({ unit: { part: 1, of: 60 }, unitPrice: 40_001, list: 13_334 });
    expect(code(await test.client.prices.quote({ lines: [{ productId: ids.lens, unitId: ids.minute }] }))).toBe(
      'prices.unit-differs',
    );
  });

  it('of a bundle is the sum of what it holds, until it has one of its own', async () => {
    expect(await one(ids.kit)).toMatchObject({ listPrice: 40_001, why: [{ kind: 'bundle' }] });
    value(
      await test.client.priceBooks.setPrices({
        bookId: ids.book,
        productId: ids.kit,
        prices: [{ fromQuantity: 0, price: 35_000 }],
      }),
    );
    expect(await one(ids.kit)).toMatchObject({ listPrice: 35_000, why: [{ kind: 'list' }] });
  });

  it('that a book lacks is taken from the default one of the same money, and never from another money', async () => {
    const book = async (currency: string) =>
      value(await test.client.priceBooks.save({ names: same(currency), currency })).id;
    const [partners, dinars] = [await book('SAR'), await book('KWD')];
    expect(await one(ids.lens, ONE, { bookId: partners })).toMatchObject({ unitPrice: 10_000, bookId: ids.book });
    expect(code(await test.client.prices.quote({ bookId: dinars, lines: [{ productId: ids.lens }] }))).toBe(
      'prices.no-price',
    );
  });

  it('is not told on a day on which the book does not hold', async () => {
    const draft = { names: same('May'), currency: 'SAR', from: '2026-05-01', to: '2026-05-31' };
    const { id } = value(await test.client.priceBooks.save(draft));
    await one(ids.lens, ONE, { bookId: id });
    const late = await test.client.prices.quote({ bookId: id, on: '2026-06-01', lines: [{ productId: ids.lens }] });
    expect(code(late)).toBe('prices.no-book');
  });

  it('too large to be counted is refused in words', async () => {
    const { id } = value(await test.client.products.create({ kind: 'good', code: 'TOWER', names: same('Tower') }));
    const prices = [{ fromQuantity: 0, price: 90_000_000_000 }];
    value(await test.client.priceBooks.setPrices({ bookId: ids.book, productId: id, prices }));
    const large = await test.client.prices.quote({ lines: [{ productId: id, quantity: 2_000 * ONE }] });
    expect(large.ok ? null : large.error).toEqual({ code: 'documents.too-large', details: { line: 0 } });
  });
});

describe('a price book', () => {
  it('keeps its money, and one that is in use is the default', async () => {
    const book = value(await test.client.priceBooks.list({})).books.find(({ isDefault }) => isDefault)!;
    const save = (change: object) => test.client.priceBooks.save({ ...book, ...change });
    expect(code(await save({ currency: 'KWD' }))).toBe('prices.currency-changed');
    expect(code(await save({ active: false }))).toBe('prices.default-needed');
    expect(code(await save({ isDefault: false }))).toBe('prices.default-needed');
    const { id } = value(await test.client.priceBooks.save({ names: same('New'), currency: 'SAR', isDefault: true }));
    const defaults = value(await test.client.priceBooks.list({})).books.filter(({ isDefault }) => isDefault);
    expect(defaults.map((one) => one.id)).toEqual([id]);
    value(await save({ isDefault: true }));
  });
});

describe('a price rule', () => {
  it('says why: ten percent less, because the quantity is 20 or more', async () => {
    const volume = await rule({
      names: names('خصم الكمية', 'تخفیف مقدار', 'Volume'),
      condition: {
        all: [
          { fact: 'product', in: [ids.lens] },
          { fact: 'quantity', least: 20 * ONE },
        ],
      },
      effect: { kind: 'percent', by: -1000 },
    });
    expect((await one(ids.lens, 19 * ONE)).unitPrice).toBe(9_000);
    const many = await one(ids.lens, 20 * ONE);
    expect(many.unitPrice).toBe(8_100);
    const { en, ar, fa } = many.why[1]!.words;
    expect(en).toBe('Volume: 10% less, because the product is Lens and the quantity is 20 or more');
    expect(ar).toContain('الكمية ٢٠ أو أكثر');
    expect(fa).toContain('مقدار ۲۰ یا بیشتر است');
    await stop(volume);
  });

  it('follows the one before it, and none follows one that ends', async () => {
    const first = await rule({ condition: { all: [] }, effect: { kind: 'percent', by: -5000 }, priority: 1 });
    const second = await rule({
      condition: { all: [] },
      effect: { kind: 'amount', by: 250, currency: 'SAR' },
      priority: 2,
      ends: true,
    });
    const third = await rule({
      condition: { all: [] },
      effect: { kind: 'price', price: 1, currency: 'SAR' },
      priority: 3,
    });
    const { unitPrice, why } = await one(ids.lens);
    expect(unitPrice).toBe(5_250);
    expect(why.map(({ price, ruleId }) => [ruleId, price])).toEqual([
      [null, 10_000],
      [first, 5_000],
      [second, 5_250],
    ]);
    for (const id of [first, second, third]) await stop(id);
  });

  it('holds for the class of a client, in a way of selling, and on days of the week', async () => {
    const supplier = value(
      await test.client.parties.create({
        kind: 'organisation',
        names: [{ text: 'مختبر' }],
        roles: [{ type: 'supplier' }],
      }),
    ).id;
    const somebody = value(await test.client.parties.create({ kind: 'person', names: [{ text: 'هدى' }] })).id;
    const id = await rule({
      condition: {
        all: [
          { fact: 'customer', field: 'party_role.type', in: ['supplier', 'partner'] },
          { not: { fact: 'channel', in: ['web'] } },
          {
            any: [
              { fact: 'weekday', in: [3] },
              { fact: 'book', in: [ids.vat] },
            ],
          },
        ],
      },
      effect: { kind: 'percent', by: -2000 },
    });
    const wednesday = { on: '2026-05-06', channel: 'office' };
    const told = await one(ids.lens, ONE, { ...wednesday, partyId: supplier });
    expect(told.unitPrice).toBe(8_000);
    expect(told.why[1]!.words.en).toContain('of the client, “Role” is Supplier or Partner');
    expect((await one(ids.lens, ONE, { ...wednesday, partyId: somebody })).unitPrice).toBe(10_000);
    expect((await one(ids.lens, ONE, wednesday)).unitPrice).toBe(10_000);
    expect((await one(ids.lens, ONE, { ...wednesday, channel: 'web', partyId: supplier })).unitPrice).toBe(10_000);
    expect((await one(ids.lens, ONE, { on: '2026-05-07', partyId: supplier })).unitPrice).toBe(10_000);
    await stop(id);
  });

  it('holds on its days only, and never takes a price below nothing', async () => {
    const id = await rule({
      condition: { all: [] },
      effect: { kind: 'amount', by: -999_999, currency: 'SAR' },
      from: '2026-07-01',
      to: '2026-07-02',
    });
    expect((await one(ids.lens, ONE, { on: '2026-07-02' })).unitPrice).toBe(0);
    expect((await one(ids.lens, ONE, { on: '2026-07-03' })).unitPrice).toBe(10_000);
    await stop(id);
  });
});

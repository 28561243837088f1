// Quotes through the door: priced by the catalogue, numbered without a gap, locked when they are issued, answered once, on paper as they were.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Paper } from '@shared/paper/paper';
import { code, openEngine, value, type TestEngine } from '../../support/open-engine';

const DAY = 86_400_000;
const nobody = '00000000-0000-7000-8000-000000000000';

let test: TestEngine;
let partyId: string;
let productId: string;
beforeAll(async () => {
  test = await openEngine({ country: 'KW' });
  partyId = value(
    await test.client.parties.create({ kind: 'organisation', names: [{ text: 'شركة الخليج' }], language: 'ar' }),
  ).id;
  const { id: taxId } = value(
    await test.client.taxes.save({
      names: { ar: 'ضريبة', fa: 'مالیات', en: 'VAT' },
      included: false,
      rates: [{ from: '2020-01-01', rate: 500 }],
    }),
  );
  productId = value(
    await test.client.products.create({
      kind: 'service',
      code: 'EXAM',
      names: { ar: 'فحص شامل', fa: 'معاینه', en: 'Full examination' },
      taxIds: [taxId],
    }),
  ).id;
  const { id: bookId } = value(
    await test.client.priceBooks.save({
      names: { ar: 'عام', fa: 'عمومی', en: 'General' },
      currency: 'KWD',
      isDefault: true,
    }),
  );
  value(await test.client.priceBooks.setPrices({ bookId, productId, prices: [{ fromQuantity: 0, price: 25_000 }] }));
});
afterAll(() => test.close());

const draft = async (more: object = {}): Promise<string> =>
  value(
    await test.client.quotes.create({
      partyId,
      title: 'فحوص الموظفين',
      lines: [{ productId, quantity: 5_000_000 }],
      ...more,
    }),
  ).id;
const get = async (id: string) => value(await test.client.quotes.get({ id }));
const issue = async (id: string) => test.client.quotes.issue({ id, payable: (await get(id)).payable });
const paper = async (id: string, version?: number): Promise<Paper> =>
  value(await test.client.quotes.paper({ id, ...(version === undefined ? {} : { version }) })).paper;
const blocks = (one: Paper, kind: string): object[] => one.blocks.filter((block) => block.kind === kind);

describe('a draft', () => {
  it('costs what the catalogue says, with the reasons and the tax, in the money of the price book and the language of the client', async () => {
    const quote = await get(await draft());
    expect(quote).toMatchObject({
      number: null,
      state: 'draft',
      version: 1,
      currency: 'KWD',
      language: 'ar',
      payable: 131_250,
      party: { id: partyId, name: 'شركة الخليج' },
    });
    const [line] = quote.versions[0]!.lines;
    expect(line).toMatchObject({ text: 'فحص شامل', unitPrice: 25_000, listPrice: 25_000, net: 125_000, tax: 6250 });
    expect(line!.why[0]!.en).not.toBe('');
    expect(quote.versions[0]!.belowList).toBe(0);
  });

  it('takes what is no product with its own words and price, and says which line lacks them', async () => {
    const lines = [{ text: 'زيارة', unitPrice: 10_000 }];
    expect((await get(await draft({ lines }))).payable).toBe(10_000);
    const untold = await test.client.quotes.create({ partyId, title: 'x', lines: [...lines, { unitPrice: 5 }] });
    expect(untold).toMatchObject({ ok: false, error: { code: 'quotes.line-untold', details: { line: 2 } } });
    expect(code(await test.client.quotes.create({ partyId, title: 'x', lines: [{ text: 'زيارة' }] }))).toBe(
      'quotes.line-unpriced',
    );
    expect(code(await test.client.quotes.create({ partyId: nobody, title: 'x' }))).toBe('quotes.party-not-found');
    expect(code(await test.client.quotes.create({ partyId, dealId: nobody, title: 'x' }))).toBe(
      'quotes.deal-not-found',
    );
  });

  it('tells how far it is below the price book, by discounts and by prices that were agreed alike', async () => {
    const id = await draft({ discount: { percent: 1000 } });
    expect((await get(id)).versions[0]!.belowList).toBe(1000);
    value(await test.client.quotes.update({ id, set: { discount: null, lines: [{ productId, unitPrice: 20_000 }] } }));
    expect((await get(id)).versions[0]).toMatchObject({ belowList: 2000, payable: 21_000, discount: null });
  });

  it('is moved to the bin and back, and issued by nobody who has seen another sum, without lines, or after its last day', async () => {
    const id = await draft({ validUntil: '2020-01-01' });
    expect(code(await issue(id))).toBe('quotes.validity-passed');
    value(await test.client.quotes.update({ id, set: { validUntil: null } }));
    expect(code(await test.client.quotes.issue({ id, payable: 1 }))).toBe('quotes.changed-meanwhile');
    expect(code(await issue(await draft({ lines: [] })))).toBe('quotes.no-lines');
    value(await test.client.quotes.remove({ id }));
    expect(code(await test.client.quotes.update({ id, set: { title: 'y' } }))).toBe('quotes.not-found');
    value(await test.client.quotes.restore({ id }));
    value(await issue(id));
    expect(code(await test.client.quotes.remove({ id }))).toBe('quotes.was-issued');
  });
});

describe('a quote that was issued', () => {
  it('has the next number of this device, without a gap, and is found by it as it is read out', async () => {
    const first = await draft();
    await draft();
    const second = await draft();
    const numbers = [value(await issue(first)).number, value(await issue(second)).number];
    const counted = numbers.map((number) => Number(number.slice(3, 8)));
    expect(counted[1]).toBe(counted[0]! + 1);
    expect(numbers[0]!.slice(0, 2)).toBe(numbers[1]!.slice(0, 2));
    const check = async (text: string) => value(await test.client.numbers.check({ text }));
    expect(await check(numbers[0]!.replaceAll('-', ' '))).toEqual({
      verdict: 'right',
      number: numbers[0],
      quoteId: first,
    });
    expect(await check(numbers[0]!.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)))).toMatchObject({
      verdict: 'wrong',
    });
    expect(await check('hello')).toMatchObject({ verdict: 'none' });
  });

  it('never changes: not by the office, not by undo, not by a statement of one’s own', async () => {
    const id = await draft();
    value(await issue(id));
    const before = await get(id);
    expect(code(await test.client.quotes.update({ id, set: { lines: [] } }))).toBe('quotes.not-a-draft');
    expect(code(await issue(id))).toBe('quotes.not-a-draft');
    expect(code(await test.client.operations.undo({}))).toBe('operations.not-undoable');
    const base = test.engine.base()!;
    const version = base.writer.prepare('SELECT id FROM quote_version WHERE quote_id = ?').get(id) as { id: string };
    for (const statement of [
      `UPDATE quote_version SET payable = 1 WHERE id = '${version.id}'`,
      `UPDATE quote_version SET issued_at = NULL WHERE id = '${version.id}'`,
      `DELETE FROM quote_version WHERE id = '${version.id}'`,
      `UPDATE quote SET counter = 999 WHERE id = '${id}'`,
      `UPDATE quote_event SET state = 'accepted' WHERE quote_id = '${id}'`,
    ])
      expect(() => base.writer.exec(statement), statement).toThrow();
    expect(await get(id)).toEqual(before);
  });

  it('stays on paper as it was, whatever becomes of the client, the product and the price', async () => {
    const id = await draft();
    value(await issue(id));
    const before = await paper(id);
    test.clock.at += 40 * DAY;
    value(await test.client.products.update({ id: productId, set: { names: { ar: 'آخر', fa: 'دیگر', en: 'Other' } } }));
    value(await test.client.parties.update({ id: partyId, set: { note: 'x' } }));
    expect(await paper(id)).toEqual(before);
    value(
      await test.client.products.update({
        id: productId,
        set: { names: { ar: 'فحص شامل', fa: 'معاینه', en: 'Full examination' } },
      }),
    );
  });

  it('is revised in a new version; the earlier one stays readable and on paper', async () => {
    const id = await draft();
    value(await issue(id));
    const first = await paper(id);
    value(await test.client.quotes.revise({ id }));
    expect(code(await test.client.quotes.revise({ id }))).toBe('quotes.is-a-draft');
    expect(await get(id)).toMatchObject({ state: 'draft', version: 2, payable: 131_250 });
    value(await test.client.quotes.update({ id, set: { lines: [{ productId, quantity: 10_000_000 }] } }));
    value(await issue(id));
    const quote = await get(id);
    expect(quote.versions.map(({ version, payable }) => [version, payable])).toEqual([
      [2, 262_500],
      [1, 131_250],
    ]);
    expect(await paper(id, 1)).toEqual(first);
    expect((await paper(id)).number).toBe(`${quote.number} / 2`);
  });

  it('is accepted, declined or withdrawn once, and accepted only while it holds', async () => {
    const today = new Date(test.clock.at).toISOString().slice(0, 10);
    const id = await draft({ validUntil: today });
    expect(code(await test.client.quotes.accept({ id }))).toBe('quotes.not-issued');
    value(await issue(id));
    value(await test.client.quotes.accept({ id, reason: 'بالهاتف' }));
    expect(code(await test.client.quotes.decline({ id }))).toBe('quotes.not-issued');
    expect((await get(id)).events.map(({ state }) => state)).toEqual(['accepted', 'issued', 'draft']);
    const late = await draft({ validUntil: today });
    value(await issue(late));
    test.clock.at += 2 * DAY;
    expect(await get(late)).toMatchObject({ state: 'expired' });
    expect(code(await test.client.quotes.accept({ id: late }))).toBe('quotes.expired');
    const listed = async (state: 'expired' | 'issued' | 'accepted') =>
      value(await test.client.quotes.list({ filter: { state, partyId } })).rows.map((row) => row.id);
    expect(await listed('expired')).toContain(late);
    expect(await listed('issued')).not.toContain(late);
    expect(await listed('accepted')).toContain(id);
    value(await test.client.quotes.withdraw({ id: late, reason: 'تغيرت الأسعار' }));
    expect(await get(late)).toMatchObject({ state: 'withdrawn' });
  });

  it('whose discount is beyond the office’s limit takes approval, and one within it does not', async () => {
    value(await issue(await draft({ discount: { percent: 1000 } })));
    const far = await draft({ discount: { percent: 1500 } });
    const { payable } = await get(far);
    const held = await test.engine.call('quotes.issue', { id: far, payable });
    expect(held).toMatchObject({
      ok: false,
      error: { code: 'door.approval-needed', details: { rule: 'discount', count: 15 } },
    });
    expect(await get(far)).toMatchObject({ state: 'draft', number: null });
  });
});

describe('on paper', () => {
  it('is in the language of the client, with the amount in words, and that it left the base is written down', async () => {
    const id = await draft();
    value(await issue(id));
    const document = await paper(id);
    expect(document).toMatchObject({ language: 'ar', digits: 'arab', title: 'عرض سعر' });
    expect(blocks(document, 'address')).toMatchObject([{ name: 'شركة الخليج' }]);
    expect(blocks(document, 'words')).toEqual([
      { kind: 'words', lines: ['فقط مئة وواحد وثلاثون ديناراً كويتياً ومئتان وخمسون فلساً لا غير'] },
    ]);
    const { entries } = value(await test.client.access.events({ partyId, kinds: ['readings'] }));
    expect(entries[0]).toMatchObject({ way: 'print' });
  });
});

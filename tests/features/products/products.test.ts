// Products through the door: codes, units, bundles that never hold themselves, and what is found in any spelling.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversion } from '@shared/features/products/product';
import { code, openEngine, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
beforeAll(async () => {
  test = await openEngine({ country: 'KW' });
});
afterAll(() => test.close());

const names = (ar: string, fa: string, en: string) => ({ ar, fa, en });
const same = (text: string) => names(text, text, text);
const product = async (given: string, rest: object = {}): Promise<string> =>
  value(await test.client.products.create({ kind: 'good', code: given, names: same(given), ...rest })).id;
const bundle = (given: string, ...held: readonly string[]) =>
  product(given, { kind: 'bundle', components: held.map((productId) => ({ productId, quantity: 1_000_000 })) });

describe('a product', () => {
  it('is told with the steps in which a service is done, and what the client sees of each', async () => {
    const step = {
      names: names('فحص', 'معاینه', 'Examination'),
      who: 'الطبيب',
      minutes: 20,
      promise: names('تقرير في اليوم نفسه', 'گزارش همان روز', 'A report on the same day'),
    };
    const id = await product('CHK', { kind: 'service', steps: [step] });
    expect(value(await test.client.products.show({ id }))).toMatchObject({
      code: 'CHK',
      kind: 'service',
      steps: [step],
    });
    value(await test.client.products.update({ id, set: { steps: [step, { ...step, promise: null }] } }));
    expect(value(await test.client.products.show({ id })).steps).toHaveLength(2);
  });

  it('has a code of its own, whatever the case of its letters', async () => {
    const id = await product('Lens-1');
    expect(code(await test.client.products.create({ kind: 'good', code: 'LENS-1', names: same('x') }))).toBe(
      'products.code-taken',
    );
    value(await test.client.products.update({ id, set: { code: 'lens-1' } }));
  });

  it('is found by code and by name in each language and spelling, page by page', async () => {
    for (const number of [1, 2, 3])
      await product(`VIT-${number}`, { names: names('فيتامين أ', 'ویتامین آ', 'Vitamin A') });
    const found = async (text: string, after?: string) =>
      value(await test.client.products.list({ filter: { text }, limit: 2, after }));
    const first = await found('فيتامين ا');
    expect(first.rows.map((row) => row.code)).toEqual(['VIT-1', 'VIT-2']);
    const rest = await found('فيتامين ا', first.next!);
    expect(rest).toMatchObject({ rows: [{ code: 'VIT-3' }], next: null });
    expect((await found('ويتامين vit-3')).rows.map((row) => row.code)).toEqual(['VIT-3']);
    expect(code(await test.client.products.list({ after: 'nowhere' }))).toBe('products.cursor-invalid');
  });

  it('that is no longer offered leaves the list, and comes back', async () => {
    const id = await product('OLD-1');
    const listed = async (active: boolean) =>
      value(await test.client.products.list({ filter: { text: 'OLD-1', active } })).rows.length;
    value(await test.client.products.archive({ ids: [id] }));
    expect([await listed(true), await listed(false)]).toEqual([0, 1]);
    value(await test.client.products.restore({ ids: [id] }));
    expect([await listed(true), await listed(false)]).toEqual([1, 0]);
  });

  it('lies in a category with everything above it, and no category lies below itself', async () => {
    const save = async (label: string, parentId: string | null) =>
      value(await test.client.products.saveCategory({ names: same(label), parentId })).id;
    const top = await save('Care', null);
    const below = await save('Dental', top);
    await product('DEN-1', { categoryId: below });
    expect(value(await test.client.products.list({ filter: { categoryId: top } })).rows).toMatchObject([
      { code: 'DEN-1' },
    ]);
    expect(code(await test.client.products.saveCategory({ id: top, names: same('Care'), parentId: below }))).toBe(
      'products.category-circle',
    );
  });

  it('bears at most one tax that its price holds', async () => {
    const tax = async (included: boolean) =>
      value(await test.client.taxes.save({ names: same('Tax'), included, rates: [{ from: '2020-01-01', rate: 500 }] }))
        .id;
    const [one, two, added] = [await tax(true), await tax(true), await tax(false)];
    await product('TAX-1', { taxIds: [one, added] });
    expect(
      code(await test.client.products.create({ kind: 'good', code: 'TAX-2', names: same('x'), taxIds: [one, two] })),
    ).toBe('products.two-included-taxes');
  });
});

describe('a bundle', () => {
  it('never holds itself, however deep', async () => {
    const plain = await product('B-0');
    const inner = await bundle('B-1', plain);
    const outer = await bundle('B-2', inner);
    const put = (id: string, held: string) =>
      test.client.products.update({ id, set: { components: [{ productId: held, quantity: 1_000_000 }] } });
    expect(code(await put(inner, outer))).toBe('products.bundle-circle');
    expect(code(await put(inner, inner))).toBe('products.bundle-circle');
    expect(code(await put(plain, inner))).toBe('products.not-a-bundle');
    expect(code(await test.client.products.update({ id: inner, set: { components: [] } }))).toBe(
      'products.bundle-empty',
    );
    expect(value(await test.client.products.show({ id: plain })).inBundles).toMatchObject([{ code: 'B-1' }]);
  });

  it('is changed and taken back as one', async () => {
    const [one, two] = [await product('C-1'), await product('C-2')];
    const id = await bundle('C-3', one);
    const changed = await test.client.products.update({
      id,
      set: { components: [{ productId: two, quantity: 2_500_000 }] },
    });
    expect(value(await test.client.products.show({ id })).components).toMatchObject([
      { code: 'C-2', quantity: 2_500_000 },
    ]);
    value(await test.client.operations.undo({ id: changed.ok ? changed.operationId! : '' }));
    expect(value(await test.client.products.show({ id })).components).toMatchObject([
      { code: 'C-1', quantity: 1_000_000 },
    ]);
  });
});

describe('a unit', () => {
  const save = async (label: string, rest: object = {}) =>
    value(await test.client.products.saveUnit({ names: same(label), ...rest })).id;
  const unitOf = async (id: string) =>
    value(await test.client.products.options({})).units.find((unit) => unit.id === id)!;

  it('is an exact multiple or part of its base', async () => {
    const hour = await save('Hour');
    const minute = await save('Minute', { baseId: hour, part: 1, of: 60 });
    const day = await save('Day', { baseId: hour, part: 8, of: 1 });
    expect(conversion(await unitOf(minute), await unitOf(hour))).toEqual({ part: 1, of: 60 });
    expect(conversion(await unitOf(day), await unitOf(minute))).toEqual({ part: 480, of: 1 });
    expect(conversion(await unitOf(hour), await unitOf(await save('Piece')))).toBeNull();
    expect(code(await test.client.products.saveUnit({ names: same('Second'), baseId: minute, part: 1, of: 60 }))).toBe(
      'products.unit-base',
    );
  });

  it('in which something is counted keeps its size, and may be called otherwise', async () => {
    const base = await save('Tablet');
    const pack = await save('Pack', { baseId: base, part: 20, of: 1 });
    await product('P-1', { unitId: pack });
    const again = { id: pack, baseId: base, of: 1 };
    expect(code(await test.client.products.saveUnit({ ...again, names: same('Pack'), part: 30 }))).toBe(
      'products.unit-in-use',
    );
    value(await test.client.products.saveUnit({ ...again, names: same('Box'), part: 20 }));
  });
});

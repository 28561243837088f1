// What people need, in their words; what of ours fits, with the reason; and what nothing of ours fits.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchText, reasonsOf, wishesOf } from '@shared/features/needs/match';
import { fold } from '@shared/text/fold';
import { openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
let car: string;
beforeAll(async () => {
  test = await openEngine({ language: 'ar', country: 'SA' });
  const { client } = test;
  const category = value(
    await client.products.saveCategory({ names: { ar: 'تأمين المركبات', fa: 'بیمهٔ خودرو', en: 'Motor insurance' } }),
  );
  car = value(
    await client.products.create({
      code: 'CAR-1',
      kind: 'service',
      names: { ar: 'الحماية الشاملة', fa: 'پوشش کامل', en: 'Full cover' },
      categoryId: category.id,
    }),
  ).id;
});
afterAll(() => test.close());

const person = async (name: string, needs: object[]): Promise<string> =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text: name }], needs: needs as never })).id;

describe('needs', () => {
  it('are kept with what counts for somebody, open and pressing ones first, and are taken back by undo', async () => {
    const { client } = test;
    const id = await person('سعاد الخالدي', [
      { words: 'تقسيط', urgency: 'someday' },
      { words: 'تأمين سيارة جديدة', tags: 'مركبة', urgency: 'now', evidence: 'مكالمة' },
    ]);
    const changed = await client.parties.update({
      id,
      put: {
        valueDrivers: [
          { driver: 'speed', rank: 2 },
          { driver: 'privacy', rank: 1, words: 'لا يعرف أحد' },
        ],
      },
    });
    value(changed);
    const record = value(await client.parties.get({ id }));
    expect(record.needs.map(({ words, urgency }) => [words, urgency])).toEqual([
      ['تأمين سيارة جديدة', 'now'],
      ['تقسيط', 'someday'],
    ]);
    expect(record.valueDrivers.map(({ driver, rank }) => [driver, rank])).toEqual([
      ['privacy', 1],
      ['speed', 2],
    ]);
    value(await client.operations.undo({ id: (changed as { operationId: string }).operationId }));
    expect(value(await client.parties.get({ id })).valueDrivers).toEqual([]);
  });

  it('meet products by their words in any spelling, each with the place it was found in', async () => {
    const { client } = test;
    const id = await person('هدى منصور', [
      { words: 'x', tags: 'مركبات، شامله' },
      { words: 'قرض عقاري' },
      { words: 'شامل', status: 'met' },
    ]);
    const { needs } = value(await client.needs.matches({ partyId: id }));
    expect(needs).toHaveLength(2);
    expect(needs[0]).toMatchObject({
      count: 1,
      products: [
        {
          id: car,
          code: 'CAR-1',
          reasons: [
            { tag: 'مركبات', place: 'category', category: { en: 'Motor insurance' } },
            { tag: expect.any(String), place: 'name', category: null },
          ],
        },
      ],
    });
    expect(needs[1]).toMatchObject({ count: 0, products: [] });
    value(await client.products.archive({ ids: [car] }));
    expect(value(await client.needs.matches({ partyId: id })).needs[0]!.count).toBe(0);
    value(await client.products.restore({ ids: [car] }));
  });

  it('that nothing fits are told first, by how many people have them', async () => {
    await person('نورة', [{ words: 'قرض', tags: 'قرض عقاري', urgency: 'now' }]);
    await person('ريم', [{ words: 'قرض', tags: 'قرض عقاري' }]);
    const { words } = value(await test.client.needs.unmet({}));
    expect(words[0]).toEqual({ tag: 'قرض عقاري', people: 3, pressing: 1, products: 0 });
    expect(words.find(({ tag }) => tag === 'مركبات')).toMatchObject({ products: 1 });
    expect(words.findIndex(({ products }) => products > 0)).toBeGreaterThan(
      words.findLastIndex(({ products }) => products === 0),
    );
  });

  it('of people somebody does not see are neither told nor counted', async () => {
    const { client } = test;
    const id = await person('سرّ', [{ words: 'حاجة سرية', tags: 'كلمة نادرة' }]);
    value(await client.users.create({ login: 'omid', role: 'broker-agent', passphrase }));
    value(await client.session.lock({}));
    value(await client.session.unlock({ login: 'omid', passphrase }));
    expect(value(await client.needs.matches({ partyId: id })).needs).toEqual([]);
    expect(value(await client.needs.unmet({})).words).toEqual([]);
  });
});

describe('the words of a need', () => {
  it('are those between commas, else the longer ones of what was said', () => {
    expect(wishesOf({ words: 'x', tags: 'كراسي متحركة، عكاز, ' })).toEqual([
      { label: 'كراسي متحركة', words: [fold('كراسي متحركة')] },
      { label: 'عكاز', words: ['عكاز'] },
    ]);
    expect(wishesOf({ words: 'a car for me', tags: null })).toEqual([{ label: 'a car for me', words: ['car', 'for'] }]);
  });

  it('are found where a word begins, with the Arabic article or without it', () => {
    const texts = { name: matchText(['القرض الحسن']), category: matchText([]), description: matchText(['اقتراض']) };
    expect(reasonsOf(['قرض'], texts)).toEqual([{ tag: 'قرض', place: 'name' }]);
    expect(reasonsOf(['راض'], texts)).toEqual([]);
  });
});

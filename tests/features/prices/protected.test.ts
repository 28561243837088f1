// What must not drive a price cannot: it is refused when a rule is saved, and again when prices are asked, however it came in.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '@shared/catalogue';
import { barOf, customerFacts } from '@shared/features/prices/price-facts';
import { problemOf, type Condition } from '@shared/features/prices/price-rule';
import { code, openEngine, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
const same = (text: string) => ({ ar: text, fa: text, en: text });
const ids = { product: '' };
beforeAll(async () => {
  test = await openEngine();
  const bookId = value(await test.client.priceBooks.save({ names: same('Retail'), currency: 'SAR' })).id;
  ids.product = value(await test.client.products.create({ kind: 'good', code: 'X', names: same('X') })).id;
  const prices = [{ fromQuantity: 0, price: 100 }];
  value(await test.client.priceBooks.setPrices({ bookId, productId: ids.product, prices }));
});
afterAll(() => test.close());

const save = (condition: unknown) =>
  test.client.priceRules.save({
    names: same('Rule'),
    condition: condition as Condition,
    effect: { kind: 'percent', by: 1000 },
  });
const asked = (field: string) => ({ fact: 'customer' as const, field, in: ['female'] });

describe('a rule that asks for what must not drive a price', () => {
  it.each([
    'party.gender',
    'party.birth_on',
    'party.death_on',
    'party.nationality',
    'party.language',
    'identifier.value',
  ])('is refused for %s', async (field) => {
    expect(await save(asked(field))).toMatchObject({
      ok: false,
      error: { code: 'prices.protected-field', details: { field } },
    });
  });

  it.each([
    'PARTY.Gender',
    ' party.gender ',
    'Party.Birth On',
    'party.birth-on',
    'party.birth_text',
    'party.birth_calendar',
    'party.shown_language',
    'identifier.normal',
    'party.ext',
    'party.ext.religion',
    'party.note',
    'party.city',
    'party_name.given',
    'contact_point.value',
    'activity.body',
    'gender',
    'age',
    'health',
    'religion',
    'party.external_key',
    'constructor',
    'party.__proto__',
  ])('is refused under another name, or a name that repeats it: %s', async (field) => {
    expect(['prices.protected-field', 'prices.unknown-field']).toContain(code(await save(asked(field))));
  });

  it('is refused wherever it is nested', async () => {
    const hidden = asked('party.gender');
    const fair: Condition = { fact: 'quantity', least: 1 };
    for (const condition of [
      { not: hidden },
      { all: [fair, { any: [fair, { not: { all: [hidden] } }] }] },
      { any: [{ all: [fair] }, { any: [{ not: hidden }] }] },
    ])
      expect(code(await save(condition))).toBe('prices.protected-field');
    let deep: unknown = hidden;
    for (let level = 0; level < 40; level += 1) deep = { not: deep };
    expect(code(await save(deep))).toBe('prices.rule-too-large');
    expect(code(await save({ ...asked('party.kind'), or: hidden }))).toBe('door.invalid-input');
    expect(value(await test.client.priceRules.list({})).rules).toEqual([]);
  });

  it('is refused when a rule that is there is changed into it', async () => {
    const { id } = value(await save(asked('party.industry')));
    const [rule] = value(await test.client.priceRules.list({})).rules;
    const { words: _, ...stored } = rule!;
    const changed = await test.client.priceRules.save({ ...stored, condition: asked('party.gender') });
    expect(code(changed)).toBe('prices.protected-field');
    expect(value(await test.client.priceRules.list({})).rules).toEqual([rule]);
    value(await test.client.priceRules.stop({ id }));
  });

  it.each([
    ['asks for a protected field', JSON.stringify({ all: [{ not: asked('party.gender') }] })],
    ['is no condition that is known', JSON.stringify({ sql: 'gender = 1' })],
  ])('gives no price at all when it came past the program and %s, until it is out of use', async (_, condition) => {
    const { writer } = test.engine.base()!;
    const id = `018f0000-0000-7000-8000-${String(condition.length).padStart(12, '0')}`;
    writer.exec('INSERT INTO current_operation (one, seq) VALUES (1, 1)');
    writer
      .prepare(
        `INSERT INTO price_rule (id, names, condition, effect, priority, ends, active) VALUES (?, ?, ?, '{"kind":"percent","by":1000}', 1, 0, 1)`,
      )
      .run(id, JSON.stringify(same('Imported')), condition);
    const quote = () => test.client.prices.quote({ lines: [{ productId: ids.product }] });
    expect(await quote()).toMatchObject({ ok: false, error: { code: 'prices.rule-refused', details: { id } } });
    writer.exec('DELETE FROM current_operation');
    const told = value(await test.client.priceRules.list({}));
    expect(told.refused).toEqual([{ id, names: same('Imported') }]);
    value(await test.client.priceRules.stop({ id }));
    expect(value(await quote()).payable).toBe(100);
    expect(value(await test.client.priceRules.list({})).refused).toEqual([]);
  });
});

describe('what the catalogue says of a field', () => {
  it('decides: of everything it knows of people only the facts of a class may drive a price', () => {
    const allowed = catalogue.flatMap(({ key, fields }) =>
      Object.keys(fields)
        .map((field) => `${key}.${field}`)
        .filter((name) => barOf(name) === null),
    );
    expect(allowed.toSorted()).toEqual([...customerFacts].toSorted());
  });

  it('bars each field of class 2 and 3, and each that is protected or repeats such a one', () => {
    for (const { key, fields } of catalogue)
      for (const [name, { privacy, protected: isProtected }] of Object.entries(fields))
        if (privacy >= 2 || isProtected === true)
          expect(problemOf(asked(`${key}.${name}`)), `${key}.${name}`).toMatchObject({ problem: 'field' });
  });
});

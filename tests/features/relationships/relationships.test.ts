// Relationships: typed, dated, seen from both ends, and drawn as a map.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, openEngine, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
beforeAll(async () => {
  test = await openEngine();
});
afterAll(() => test.close());

const nobody = '00000000-0000-7000-8000-000000000000';
const make = async (text: string, kind: 'person' | 'organisation' | 'group' = 'person') =>
  value(await test.client.parties.create({ kind, names: [{ text }] })).id;
const relate = (fromPartyId: string, toPartyId: string, type: string, more: object = {}) =>
  test.client.relationships.create({ fromPartyId, toPartyId, type, ...more });
const of = async (id: string) => value(await test.client.parties.get({ id })).relationships;

describe('a relationship', () => {
  it('stands on the pages of both, each with the other and the right direction', async () => {
    const [doctor, clinic] = [await make('د. هدى'), await make('عيادة النور', 'organisation')];
    const { id } = value(
      await relate(doctor, clinic, 'employee', { position: ' طبيبة  أسنان ', fromOn: '2024-01-01' }),
    );
    expect(await of(doctor)).toMatchObject([
      {
        id,
        type: 'employee',
        direction: 'outgoing',
        party: { id: clinic, kind: 'organisation', name: 'عيادة النور' },
        position: 'طبيبة أسنان',
      },
    ]);
    expect(await of(clinic)).toMatchObject([
      { id, direction: 'incoming', party: { id: doctor, name: 'د. هدى' }, fromOn: '2024-01-01', toOn: null },
    ]);
    value(await test.client.relationships.update({ id, toOn: '2025-01-01' }));
    expect(code(await test.client.relationships.update({ id, toOn: '2023-01-01' }))).toBe(
      'relationships.dates-reversed',
    );
    value(await test.client.relationships.remove({ id }));
    expect([await of(doctor), await of(clinic)]).toEqual([[], []]);
    expect(code(await test.client.relationships.remove({ id }))).toBe('relationships.not-found');
  });

  it.each([
    ['with oneself', (a: string) => relate(a, a, 'friend'), 'relationships.same-party'],
    ['with nobody', (a: string) => relate(a, nobody, 'friend'), 'relationships.party-not-found'],
    ['of no known type', (a: string, b: string) => relate(a, b, 'nemesis'), 'relationships.type-unknown'],
    ['that does not fit the kinds', (a: string, b: string) => relate(a, b, 'employee'), 'relationships.kind-mismatch'],
    [
      'that ends before it begins',
      (a: string, b: string) => relate(a, b, 'friend', { fromOn: '2024-02-01', toOn: '2024-01-31' }),
      'relationships.dates-reversed',
    ],
  ] as const)('%s is refused', async (_, attempt, expected) => {
    const [a, b] = [await make('أ'), await make('ب')];
    expect(code(await attempt(a, b))).toBe(expected);
    expect(await of(a)).toEqual([]);
  });

  it('is not there twice while it lasts, from whichever side a symmetric one is told', async () => {
    const [a, b] = [await make('ريم'), await make('رنا')];
    const first = value(await relate(a, b, 'spouse'));
    expect(code(await relate(a, b, 'spouse'))).toBe('relationships.exists');
    expect(code(await relate(b, a, 'spouse'))).toBe('relationships.exists');
    value(await relate(b, a, 'parent'));
    value(await test.client.relationships.update({ id: first.id, toOn: '2020-01-01' }));
    value(await relate(b, a, 'spouse', { fromOn: '2021-01-01' }));
    expect((await of(a)).map(({ type }) => type).toSorted()).toEqual(['parent', 'spouse', 'spouse']);
  });

  it('with somebody in the recycle bin is hidden and comes back with them', async () => {
    const [a, b] = [await make('شهاب'), await make('شيماء')];
    value(await relate(a, b, 'sibling'));
    value(await test.client.parties.remove({ ids: [b] }));
    expect(await of(a)).toEqual([]);
    expect(code(await relate(a, b, 'friend'))).toBe('relationships.party-not-found');
    value(await test.client.parties.restore({ ids: [b] }));
    expect(await of(a)).toHaveLength(1);
  });
});

describe('the map', () => {
  it('goes as deep as asked, around every circle once, and says where more is hidden', async () => {
    const [a, b, c, d] = [await make('أ'), await make('ب'), await make('ج'), await make('د')];
    for (const [from, to] of [
      [a, b],
      [b, c],
      [c, a],
      [c, d],
    ] as const)
      value(await relate(from, to, 'friend'));
    const near = value(await test.client.parties.graph({ id: a }));
    expect(Object.fromEntries(near.nodes.map(({ id, depth }) => [id, depth]))).toEqual({ [a]: 0, [b]: 1, [c]: 1 });
    expect(near.nodes.find(({ id }) => id === c)!.more).toBe(2);
    const far = value(await test.client.parties.graph({ id: a, depth: 3 }));
    expect(far.nodes.map(({ id }) => id).toSorted()).toEqual([a, b, c, d].toSorted());
    expect(far.edges).toHaveLength(4);
    expect(far.truncated).toBe(false);
  });

  it('of a day leaves out what did not hold then, and marks what has ended', async () => {
    const [a, firm] = [await make('سعاد'), await make('شركة', 'organisation')];
    value(await relate(a, firm, 'employee', { fromOn: '2020-01-01', toOn: '2021-12-31' }));
    expect(value(await test.client.parties.graph({ id: a })).edges).toMatchObject([{ from: a, to: firm, ended: true }]);
    expect(value(await test.client.parties.graph({ id: a, asOf: '2021-12-31' })).edges).toHaveLength(1);
    expect(value(await test.client.parties.graph({ id: a, asOf: '2022-01-01' })).nodes).toHaveLength(1);
  });

  it('stops at two hundred and says so', async () => {
    const hub = await make('محور', 'organisation');
    for (let index = 0; index < 205; index += 1) value(await relate(await make(`عضو ${index}`), hub, 'employee'));
    const { nodes, truncated } = value(await test.client.parties.graph({ id: hub }));
    expect([nodes.length, truncated]).toEqual([200, true]);
  });
});

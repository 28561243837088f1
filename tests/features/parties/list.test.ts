// The list of people: right order in each language, every row once at any depth, filters that mean what they say.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partySorts } from '@shared/features/parties/party';
import { code, openEngine, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
const names = [
  'آزاده',
  'أحمد',
  'بهرام',
  'پریسا',
  'تقی',
  'چنگیز',
  'ژاله',
  'كريم',
  'کوروش',
  'گلناز',
  'يحيى',
  'یاسمن',
  'Zoe',
  'Émile',
  'adam',
];
const ids: string[] = [];
type Query = Parameters<TestEngine['client']['parties']['list']>[0];

beforeAll(async () => {
  test = await openEngine();
  for (const [index, text] of names.entries()) {
    test.clock.at += 60_000;
    const draft = {
      kind: index % 5 === 4 ? ('organisation' as const) : ('person' as const),
      names: [{ text }],
      addresses: index % 2 === 0 ? [{ city: 'الرّياض' }] : [{ city: 'تهران' }],
      roles: index % 3 === 0 ? [{ type: 'patient' as const }] : [],
      language: index % 2 === 0 ? ('ar' as const) : null,
    };
    ids.push(value(await test.client.parties.create(draft)).id);
  }
  value(await test.client.activities.log({ kind: 'call', subject: 'x', partyIds: [ids[3]!] }));
});
afterAll(() => test.close());

const page = async (query: Query) => value(await test.client.parties.list(query));
const shown = async (query: Query) => (await page(query)).rows.map(({ displayName }) => displayName);

async function everyPage(query: Query): Promise<string[]> {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const { rows, next } = await page({ ...query, limit: 4, ...(after === undefined ? {} : { after }) });
    found.push(...rows.map(({ id }) => id));
    after = next ?? undefined;
  } while (after !== undefined);
  return found;
}

describe('order', () => {
  it('by name follows the alphabet of the reader', async () => {
    const [persian, arabic] = [
      await shown({ language: 'fa', limit: 200 }),
      await shown({ language: 'ar', limit: 200 }),
    ];
    const before = (list: string[], first: string, second: string) => list.indexOf(first) < list.indexOf(second);
    expect(
      before(persian, 'بهرام', 'پریسا') &&
        before(persian, 'پریسا', 'تقی') &&
        before(persian, 'ژاله', 'کوروش') &&
        before(persian, 'کوروش', 'گلناز'),
    ).toBe(true);
    expect(before(arabic, 'أحمد', 'بهرام') && before(arabic, 'كريم', 'يحيى')).toBe(true);
    expect(before(arabic, 'adam', 'Émile') && before(arabic, 'Émile', 'Zoe')).toBe(true);
  });

  it.each(
    partySorts.flatMap((by) => (['ascending', 'descending'] as const).map((direction) => [by, direction] as const)),
  )('by %s, %s: pages of four show every row exactly once, in the order of one long page', async (by, direction) => {
    const query = { sort: { by, direction } };
    const whole = (await page({ ...query, limit: 200 })).rows.map(({ id }) => id);
    expect(whole.toSorted()).toEqual(ids.toSorted());
    expect(await everyPage(query)).toEqual(whole);
    const back = (
      await page({ sort: { by, direction: direction === 'ascending' ? 'descending' : 'ascending' }, limit: 200 })
    ).rows.map(({ id }) => id);
    expect(back.toReversed()).toEqual(whole);
  });

  it('a place from somewhere else is refused', async () => {
    for (const after of ['x', '[]', '[1]', '{"a":1}', '["a",1]'])
      expect(code(await test.client.parties.list({ after })), after).toBe('parties.cursor-invalid');
  });

  it('anchors of the scroll bar lead to the rows they promise', async () => {
    const { total, every, cursors } = value(
      await test.client.parties.index({ sort: { by: 'created', direction: 'ascending' } }),
    );
    expect(total).toBe(names.length);
    const whole = (await page({ sort: { by: 'created', direction: 'ascending' }, limit: 200 })).rows.map(
      ({ id }) => id,
    );
    for (const [index, after] of cursors.entries()) {
      const { rows } = await page({ sort: { by: 'created', direction: 'ascending' }, after, limit: 1 });
      const at = whole.indexOf(rows[0]?.id ?? '');
      if (rows.length > 0) expect(at % every, String(index)).toBeLessThanOrEqual(1);
    }
  });
});

describe('filters', () => {
  const cases: readonly (readonly [
    what: string,
    filter: NonNullable<Query['filter']>,
    test: (index: number) => boolean,
  ])[] = [
    ['kind', { kinds: ['organisation'] }, (index) => index % 5 === 4],
    ['no kind chosen', { kinds: [] }, () => true],
    ['a city in any spelling', { city: 'الرياض' }, (index) => index % 2 === 0],
    ['a city in Persian letters', { city: 'الریاض' }, (index) => index % 2 === 0],
    ['a role', { roleType: 'patient' }, (index) => index % 3 === 0],
    ['a role and its stage', { roleType: 'patient', roleStage: 'at-risk' }, () => false],
    ['language', { language: 'ar' }, (index) => index % 2 === 0],
    ['status', { status: 'archived' }, () => false],
    ['words in any spelling', { text: 'كورش' }, (index) => names[index] === 'کوروش'],
    [
      'several together',
      { kinds: ['person'], city: 'الرياض', roleType: 'patient' },
      (index) => index % 5 !== 4 && index % 2 === 0 && index % 3 === 0,
    ],
  ];

  it.each(cases)('%s', async (_, filter, expected) => {
    const { rows, count } = await page({ filter, limit: 200 });
    const wanted = ids.filter((_id, index) => expected(index));
    expect(rows.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
    expect(count).toEqual({ value: wanted.length, capped: false });
    expect((await everyPage({ filter })).toSorted()).toEqual(wanted.toSorted());
  });

  it('the time of creation, from inclusive, to exclusive', async () => {
    const { rows } = await page({ sort: { by: 'created', direction: 'ascending' }, limit: 200 });
    const [from, to] = [rows[2]!.createdAt, rows[6]!.createdAt];
    expect(
      await shown({ filter: { createdFrom: from, createdTo: to }, sort: { by: 'created', direction: 'ascending' } }),
    ).toEqual(rows.slice(2, 6).map(({ displayName }) => displayName));
  });

  it('the owner', async () => {
    const owner = test.engine.actor()!.userId!;
    value(await test.client.parties.bulkUpdate({ ids: [ids[1]!, ids[5]!], set: { ownerId: owner } }));
    const { rows } = await page({ filter: { ownerId: owner } });
    expect(rows.map(({ id, ownerName }) => [id, ownerName]).toSorted()).toEqual(
      [
        [ids[1], 'آمال'],
        [ids[5], 'آمال'],
      ].toSorted(),
    );
  });

  it('at most two hundred rows a page, as a window never shows more', async () => {
    expect(code(await test.client.parties.list({ limit: 201 }))).toBe('door.invalid-input');
  });
});

// Search everywhere, through the door: any spelling, any digits, any part of a mail, activities too, the right one first.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, openEngine, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
const ids: Record<string, string> = {};
const people: Readonly<Record<string, { name: string; more?: object }>> = {
  ahmad: {
    name: 'أحمد عبد الله القحطاني',
    more: {
      contactPoints: [
        { kind: 'phone', value: '+966 50 123 4567' },
        { kind: 'email', value: 'a.qahtani@riyadh-clinic.example' },
      ],
    },
  },
  yahya: { name: 'يحيى مؤمن', more: { contactPoints: [{ kind: 'phone', value: '٠٥٥٧٧٧٨٨٩٩' }] } },
  fatima: { name: 'فاطمة الزهراء' },
  kurosh: {
    name: 'کوروش پاک‌نژاد',
    more: { names: [{ text: 'کوروش پاک‌نژاد' }, { kind: 'transliteration', text: 'Kurosh Paknejad' }] },
  },
  company: { name: 'شركة يحيى للتجارة', more: { kind: 'organisation' } },
  house: { name: 'خانواده پاک‌نژاد', more: { kind: 'group' } },
  obrien: { name: "Siobhán O'Brien-Smith" },
};

beforeAll(async () => {
  test = await openEngine();
  for (const [key, { name, more }] of Object.entries(people)) {
    test.clock.at += 1000;
    ids[key] = value(await test.client.parties.create({ kind: 'person', names: [{ text: name }], ...more })).id;
  }
  ids['call'] = value(
    await test.client.activities.log({
      kind: 'call',
      subject: 'استعلام عن نتيجة التحليل',
      body: 'طلب الاتصال غداً',
      partyIds: [ids['fatima']!],
    }),
  ).id;
});
afterAll(() => test.close());

const find = async (text: string, more: object = {}) => value(await test.client.search.find({ text, ...more })).hits;
const found = async (text: string) => {
  const hits = await find(text);
  return Object.keys(ids).filter((key) => hits.some((hit) => hit.id === ids[key]));
};

describe('a name', () => {
  it.each([
    ['احمد', 'ahmad'],
    ['أحمد', 'ahmad'],
    ['اَحمَد', 'ahmad'],
    ['أحـــمد', 'ahmad'],
    ['عبدالله', 'ahmad'],
    ['عبد الله', 'ahmad'],
    ['قحطاني', 'ahmad'],
    ['القحطانی', 'ahmad'],
    ['Ahmed', 'ahmad'],
    ['یحیی', 'yahya'],
    ['يحيي', 'yahya'],
    ['مومن', 'yahya'],
    ['Yahya', 'yahya'],
    ['فاطمه', 'fatima'],
    ['فاطمة', 'fatima'],
    ['الزهرا', 'fatima'],
    ['Fatemeh', 'fatima'],
    ['كوروش', 'kurosh'],
    ['پاک نژاد', 'kurosh'],
    ['پاکنژاد', 'kurosh'],
    ['kur', 'kurosh'],
    ['paknejad kurosh', 'kurosh'],
    ['obrien', 'obrien'],
    ["o'brien", 'obrien'],
    ['SIOBHAN', 'obrien'],
    ['smith', 'obrien'],
  ])('is found as %s', async (text, key) => {
    expect(await found(text)).toContain(key);
  });

  it('that is written whole comes before one that only begins so', async () => {
    const hits = await find('يحيى');
    expect(
      hits
        .slice(0, 2)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([ids['yahya'], ids['company']].toSorted());
    expect(hits.every(({ matched }) => matched === 'name' || matched === 'spelling')).toBe(true);
  });

  it('is not found by words that are not in it', async () => {
    for (const text of ['قلم', 'zzz', 'احمد کوروش', '   ', '', '"', '*', 'NEAR', 'a AND b', 'name:x', '()', '\u200f'])
      expect(await found(text), text).toEqual([]);
  });
});

describe('a number', () => {
  it.each([
    '0501234567',
    '501234567',
    '1234567',
    '4567',
    '٤٥٦٧',
    '۱۲۳۴',
    '050-123 45 67',
    '+966501234567',
    '00966501234567',
  ])('%s finds its owner', async (text) => {
    expect(await found(text)).toContain('ahmad');
    expect((await find(text))[0]).toMatchObject({ matched: 'phone', subtitle: '+966 50 123 4567' });
  });

  it.each(['0557', '778899', '۸۸۹۹', '5577788'])('%s finds it though it was typed in other digits', async (text) => {
    expect(await found(text)).toContain('yahya');
  });
});

describe('a mail', () => {
  it.each(['a.qahtani@riyadh-clinic.example', 'qahtani@', 'riyadh-cl', 'clinic.exam', 'QAHTANI@RIYADH'])(
    '%s finds its owner',
    async (text) => {
      expect(await found(text)).toContain('ahmad');
    },
  );
});

describe('an activity', () => {
  it('is found by its words and tells whose it was', async () => {
    expect((await find('نتيجه تحليل'))[0]).toMatchObject({
      entity: 'activity',
      id: ids['call'],
      kind: 'call',
      title: 'استعلام عن نتيجة التحليل',
      subtitle: 'فاطمة الزهراء',
      matched: 'activity',
    });
    expect((await find('غدا')).map(({ id }) => id)).toEqual([ids['call']]);
  });

  it('keeps a place among many people of the same word', async () => {
    for (let index = 0; index < 30; index += 1)
      value(await test.client.parties.create({ kind: 'person', names: [{ text: `مشترك ${index}` }] }));
    const { id } = value(
      await test.client.activities.log({ kind: 'note', subject: 'مشترك', partyIds: [ids['ahmad']!] }),
    );
    const { hits, more } = value(await test.client.search.find({ text: 'مشترك', limit: 20 }));
    expect([hits.length, more]).toEqual([20, true]);
    expect(hits.map((hit) => hit.id)).toContain(id);
  });
});

describe('a scope', () => {
  it('leaves the others out', async () => {
    expect((await find('پاک‌نژاد', { scopes: ['group'] })).map(({ id }) => id)).toEqual([ids['house']]);
    expect((await find('يحيى', { scopes: ['organisation'] })).map(({ id }) => id)).toEqual([ids['company']]);
    expect(await find('تحليل', { scopes: ['person', 'organisation'] })).toEqual([]);
    expect((await find('مشترك', { scopes: ['activity'] })).map(({ entity }) => entity)).toEqual(['activity']);
    expect(code(await test.client.search.find({ text: 'x', scopes: [] }))).toBe('door.invalid-input');
  });
});

it('what was renamed is found by its new name and no longer by its old one', async () => {
  const { id } = value(
    await test.client.parties.create({
      kind: 'person',
      names: [{ text: 'گذشته' }],
      contactPoints: [{ kind: 'phone', value: '0509990001' }],
    }),
  );
  const record = value(await test.client.parties.get({ id }));
  value(
    await test.client.parties.update({
      id,
      put: {
        names: [{ id: record.names[0]!.id, text: 'آینده' }],
        contactPoints: [{ id: record.contactPoints[0]!.id, value: '0509990002' }],
      },
    }),
  );
  for (const [text, count] of [
    ['گذشته', 0],
    ['آینده', 1],
    ['0509990001', 0],
    ['0509990002', 1],
  ] as const)
    expect((await find(text)).length, text).toBe(count);
  const activity = value(await test.client.activities.log({ kind: 'note', subject: 'قبلی', partyIds: [id] }));
  value(await test.client.activities.update({ id: activity.id, subject: 'بعدی' }));
  expect([(await find('قبلی')).length, (await find('بعدی')).length]).toEqual([0, 1]);
  value(await test.client.activities.remove({ id: activity.id }));
  expect(await find('بعدی')).toEqual([]);
});

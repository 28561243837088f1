// People from files: found by key, taken for somebody who is there, changed field by field; and a trial that counts what then happens.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { code, openEngine, value, type TestEngine } from '../../support/open-engine';
import { testFolder } from '../../import/support/files';
import { bringIn, planFor, tryAndBringIn } from './support/bring';

const folder = testFolder();
let test: TestEngine;
beforeEach(async () => {
  test = await openEngine();
});
afterEach(() => test.close());
afterAll(() => folder.remove());

const csv = (name: string, ...lines: string[]): string => folder.write(name, `${lines.join('\r\n')}\r\n`);
const HEAD = 'id,name,mobile,email,city,notes';

async function recordOf(text: string) {
  const { hits } = value(await test.client.search.find({ text, limit: 5 }));
  const party = hits.find((hit) => hit.entity === 'party');
  return value(await test.client.parties.get({ id: party?.id ?? '' }));
}

describe('a row whose key is there', () => {
  it('fills what is empty, and a second time changes nothing', async () => {
    const first = csv('first.csv', HEAD, 'A1,Salem Harbi,0501234567,,,old note');
    expect((await bringIn(test, first)).counts).toMatchObject({ created: 1 });
    const second = csv('second.csv', HEAD, 'A1,Salem Al-Harbi,0559876543,salem@example.com,Jeddah,new note');
    const { tried, counts } = await tryAndBringIn(test, second);
    expect(tried).toEqual(counts);
    expect(counts).toMatchObject({ read: 1, updated: 1, created: 0 });
    const record = await recordOf('Salem');
    expect(record.displayName).toBe('Salem Harbi');
    expect(record.note).toBe('old note');
    expect(record.contactPoints.map((point) => point.normal)).toEqual([
      '+966501234567',
      '+966559876543',
      'salem@example.com',
    ]);
    expect(record.addresses.map((address) => address.city)).toEqual(['Jeddah']);
    const again = await tryAndBringIn(test, second);
    expect(again.tried).toEqual(again.counts);
    expect(again.counts).toMatchObject({ read: 1, updated: 0, unchanged: 1 });
  });

  it('each field goes by its own rule', async () => {
    await bringIn(test, csv('first.csv', HEAD, 'A1,Salem Harbi,0501234567,,Riyadh,old note'));
    const file = csv('second.csv', HEAD, 'A1,Salem Al-Harbi,0559876543,,Jeddah,new note');
    const plan = await planFor(test, file, { existing: 'overwrite' });
    const ruled = {
      ...plan.mapping,
      columns: plan.mapping.columns.map((column) =>
        column.target === 'note'
          ? { ...column, rule: 'fill-blank' as const }
          : column.target === 'phone.mobile'
            ? { ...column, rule: 'skip' as const }
            : column,
      ),
    };
    const { tried, counts } = await tryAndBringIn(test, file, {
      existing: 'overwrite',
      mapping: ruled,
    });
    expect(tried).toEqual(counts);
    const record = await recordOf('Salem');
    expect(record.displayName).toBe('Salem Al-Harbi');
    expect(record.note).toBe('old note');
    expect(record.contactPoints).toHaveLength(1);
    expect(record.addresses.map((address) => address.city)).toEqual(['Jeddah']);
  });
});

const known = ['K1,محمد العتيبي,0501111111,m@example.com,,', 'K2,سارة القحطاني,0502222222,,,', 'K3,خالد الحربي,,,,'];
const coming = [
  // The same person by phone and another spelling of the letters; by e-mail; by nothing that proves it.
  ',محمد العتيبى,٠٥٠١١١١١١١,,,',
  ',محمد العتيبي,,M@example.com,,',
  ',سارة العتيبي,0502222222,,,',
  ',خالد الحربي,0503333333,,,',
  // Twice the same new one, and one without a name.
  ',نورة السالم,0504444444,,,',
  ',نورة السالم,0504444444,,الدمام,',
  ',,0505555555,,,',
];

describe('a row that seems to be somebody who is there', () => {
  const cases = {
    create: { created: 6, duplicates: 0, updated: 0, unchanged: 0, rejected: 1 },
    skip: { created: 3, duplicates: 3, updated: 0, unchanged: 0, rejected: 1 },
    // Here a name alone is enough: the row is stored, and a person decides.
    review: { created: 2, duplicates: 4, updated: 0, unchanged: 0, rejected: 1 },
    update: { created: 3, duplicates: 0, updated: 1, unchanged: 2, rejected: 1 },
  } as const;
  const stored = { create: 9, skip: 6, review: 9, update: 6 };

  it.each(Object.entries(cases))('%s', async (policy, expected) => {
    await bringIn(test, csv('known.csv', HEAD, ...known));
    const file = csv('coming.csv', HEAD, ...coming);
    const { tried, counts, done } = await tryAndBringIn(test, file, {
      duplicates: policy as keyof typeof cases,
    });
    expect(done.state).toBe('done');
    expect(tried).toEqual(counts);
    expect(counts).toMatchObject({ read: 7, ...expected, reasons: { 'no-name': 1 } });
    const list = value(
      await test.client.parties.list({
        filter: {},
        sort: { by: 'name', direction: 'ascending' },
        limit: 50,
      }),
    );
    expect(list.rows).toHaveLength(stored[policy as keyof typeof stored]);
  });
});

it('the whole import is taken back as one, and what was changed since is kept and counted', async () => {
  await bringIn(test, csv('known.csv', HEAD, ...known));
  const done = await bringIn(test, csv('coming.csv', HEAD, ...coming), { duplicates: 'update' });
  const noura = await recordOf('نورة');
  value(await test.client.parties.update({ id: noura.id, set: { note: 'changed by hand' } }));
  const outcome = value(await test.client.operations.undo({ groupId: done.id }));
  expect(outcome.kept).toBeGreaterThan(0);
  expect(outcome.impossible).toBe(0);
  const list = value(
    await test.client.parties.list({
      filter: {},
      sort: { by: 'name', direction: 'ascending' },
      limit: 50,
    }),
  );
  expect(list.rows.map((row) => row.displayName).toSorted()).toEqual(
    ['خالد الحربي', 'سارة القحطاني', 'محمد العتيبي', 'نورة السالم'].toSorted(),
  );
});

it('a mapping is kept under its name once, and is found by it', async () => {
  const file = csv('named.csv', HEAD, ...known);
  await bringIn(test, file, { saveMappingAs: 'old base' });
  await bringIn(test, file, { saveMappingAs: 'old base', existing: 'overwrite' });
  const { mappings } = value(await test.client.imports.mappings({}));
  expect(mappings.filter(({ name }) => name === 'old base')).toHaveLength(1);
  expect(mappings[0]?.mapping.columns.map(({ target }) => target)).toContain('phone.mobile');
});

describe('an import that is ended on the way', () => {
  it('keeps what it brought in, goes on no more, is taken back as one, and the file may be begun anew', async () => {
    const rows = Array.from({ length: 4000 }, (_, row) => `K${row},نرگس ${row},05${10_000_000 + row},,,`);
    const file = csv('long.csv', HEAD, ...rows);
    const { id } = value(await test.client.imports.start(await planFor(test, file)));
    while (value(await test.client.imports.get({ id })).counts.read === 0)
      await new Promise((next) => setImmediate(next));
    value(await test.client.imports.cancel({ id }));
    const ended = value(await test.client.imports.get({ id }));
    expect(ended.state).toBe('cancelled');
    expect(ended.counts.read).toBeLessThan(rows.length);
    const parties = async (): Promise<number> => value(await test.client.base.counts({})).parties;
    expect(await parties()).toBe(ended.counts.created);
    expect(code(await test.client.imports.resume({ id }))).toBe('imports.not-paused');
    value(await test.client.operations.undo({ groupId: id }));
    expect(await parties()).toBe(0);
    expect((await bringIn(test, file)).counts).toMatchObject({ created: rows.length });
  });
});

// Whom an import takes rows for: judged as people typed by hand are, in the base and in the file alike, and always the same way.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { duplicatePolicies } from '../../../src-shared/features/imports/imports.contract';
import { openEngine, value, type TestEngine } from '../../support/open-engine';
import { cells, readAll, testFolder } from '../../import/support/files';
import { bringIn, planFor, tryAndBringIn, tryFile, waitFor } from './support/bring';
import { labelledFiles } from './support/labelled-file';

const folder = testFolder();
let test: TestEngine;
beforeEach(async () => {
  test = await openEngine();
});
afterEach(() => test.close());
afterAll(() => folder.remove());

const HEAD = 'id,name,mobile,email,birth date,notes';
const csv = (name: string, ...lines: string[]): string => folder.write(name, `${[HEAD, ...lines].join('\r\n')}\r\n`);
const openPairs = async () => value(await test.client.duplicates.list({ limit: 50 })).pairs;
const parties = async (): Promise<number> => value(await test.client.base.counts({})).parties;

describe('a row', () => {
  it('in another script and order is known by what else agrees, and waits in the queue with its reasons', async () => {
    await bringIn(test, csv('known.csv', ',محمد عبد الله العتيبي,0501111111,,1980-03-02,'));
    const coming = csv('coming.csv', ',"Al-Otaibi, Mohammed Abdullah",,,1980-03-02,');
    const { tried, counts, done } = await tryAndBringIn(test, coming);
    expect(tried).toEqual(counts);
    expect(counts).toMatchObject({ created: 0, duplicates: 1 });
    const [pair] = await openPairs();
    expect(pair?.reasons.map(({ code }) => code)).toContain('birth-same');
    expect([pair?.left.name, pair?.right.name].toSorted()).toEqual([
      'Al-Otaibi, Mohammed Abdullah',
      'محمد عبد الله العتيبي',
    ]);
    expect(done.hasAlike).toBe(true);
  });

  it('is compared with the rows before it as well', async () => {
    const file = csv(
      'twice.csv',
      ',نورة السالم,0504444444,,,',
      ',Noura Al-Salem,0504444444,,,',
      ',سعد الغامدي,0504444444,,,',
    );
    const { tried, counts } = await tryAndBringIn(test, file, { duplicates: 'skip' });
    expect(tried).toEqual(counts);
    expect(counts).toMatchObject({ created: 2, duplicates: 1 });
  });

  it('whose name alone is known is never left out, nor written over somebody', async () => {
    await bringIn(test, csv('known.csv', ',خالد الحربي,,,,'));
    for (const [duplicates, phone] of [
      ['skip', '0503333333'],
      ['update', '0504444444'],
    ] as const)
      expect((await bringIn(test, csv('coming.csv', `,خالد الحربي,${phone},,,`), { duplicates })).counts).toMatchObject(
        {
          created: 1,
          updated: 0,
          duplicates: 0,
        },
      );
    expect(await parties()).toBe(3);
    expect(await openPairs()).not.toHaveLength(0);
  });

  it('is not asked about again where somebody said that those it resembles are two', async () => {
    await bringIn(
      test,
      csv('known.csv', 'T1,هند القحطاني,0507777777,,1990-01-05,', 'T2,هند القحطاني,0507777777,,1990-01-05,'),
    );
    const [pair] = await openPairs();
    value(await test.client.duplicates.dismiss({ partyId: pair!.left.id, otherId: pair!.right.id }));
    await bringIn(test, csv('coming.csv', ',هند القحطاني,0507777777,,1990-01-05,'));
    expect(await openPairs()).toHaveLength(1);
  });

  it('in the recycle bin is nobody', async () => {
    await bringIn(test, csv('known.csv', ',سلمى الدوسري,0506666666,,,'));
    const { hits } = value(await test.client.search.find({ text: 'سلمى', limit: 1 }));
    value(await test.client.parties.remove({ ids: [hits[0]!.id] }));
    expect((await bringIn(test, csv('again.csv', ',سلمى الدوسري,0506666666,,,'))).counts.created).toBe(1);
  });
});

it('the rows that seem known are saved as a workbook: what was done, whom they resemble, how sure, and why in words', async () => {
  await bringIn(test, csv('known.csv', ',محمد العتيبي,0501111111,m@example.com,,'));
  const done = await bringIn(test, csv('coming.csv', ',محمد العتيبى,٠٥٠١١١١١١١,,,', ',ليلى حداد,,,,'), {
    duplicates: 'skip',
  });
  const target = folder.path('alike.xlsx');
  expect(value(await test.client.imports.saveAlike({ id: done.id, file: target }))).toEqual({
    rows: 1,
  });
  const [head, row] = cells((await readAll(target)).rows);
  expect(head?.slice(0, 5)).toEqual(['الصف', 'ما جرى', 'يبدو أنه', 'درجة اليقين', 'لماذا']);
  expect(row?.slice(0, 3)).toEqual(['2', 'تُرك', 'محمد العتيبي']);
  expect(row?.[3]).toMatch(/^9\d %$/);
  expect(row?.[4]).toContain('الهاتف نفسه');
  const nothing = await bringIn(test, csv('nobody.csv', ',زيد بشارة,,,,'));
  expect(nothing.hasAlike).toBe(false);
  expect(await test.client.imports.saveAlike({ id: nothing.id, file: target })).toMatchObject({
    error: { code: 'imports.nothing-alike' },
  });
});

describe('a file of people written down twice', () => {
  const { before, after, pairs } = labelledFiles(2027, 30);
  const files = () => ({
    before: folder.write('before.csv', before),
    after: folder.write('after.csv', after),
  });

  it.each(duplicatePolicies)(
    'is counted by the trial as it is then brought in: %s',
    { timeout: 120_000 },
    async (duplicates) => {
      const { before: first, after: second } = files();
      const one = await tryAndBringIn(test, first, { duplicates });
      expect(one.tried).toEqual(one.counts);
      const two = await tryAndBringIn(test, second, { duplicates });
      expect(two.tried).toEqual(two.counts);
      const { created, duplicates: waiting } = one.counts;
      const stored =
        duplicates === 'review'
          ? created + waiting + two.counts.created + two.counts.duplicates
          : created + two.counts.created;
      expect(await parties()).toBe(stored);
    },
  );

  it('is recognised nearly whole, and hardly anybody is taken for another', { timeout: 120_000 }, async () => {
    const { before: first, after: second } = files();
    value(await test.client.settings.updateSite({ importUnreadable: 'keep-as-text' }));
    await bringIn(test, first, { duplicates: 'create' });
    const done = await bringIn(test, second);
    const target = folder.path('found.csv');
    value(await test.client.imports.saveAlike({ id: done.id, file: target }));
    const found = new Map(
      cells((await readAll(target)).rows)
        .slice(1)
        .map((row) => [Number(row[0]) - 2, row[2] ?? '']),
    );
    const named = (row: number): boolean => (found.get(row) ?? '').split(' | ').includes(pairs[row]!.left.name);
    const same = pairs.flatMap(({ isSame }, row) => (isSame ? [row] : []));
    const others = pairs.flatMap(({ isSame }, row) => (isSame ? [] : [row]));
    const recall = same.filter(named).length / same.length;
    const precision = same.filter(named).length / (same.filter(named).length + others.filter(named).length);
    expect(recall).toBeGreaterThan(0.95);
    expect(precision).toBeGreaterThan(0.98);
  });

  it(
    'paused in the middle and taken up by a new engine ends with the counts of one that was not',
    { timeout: 120_000 },
    async () => {
      const { before: first, after: second } = files();
      await bringIn(test, first, { duplicates: 'create' });
      const plan = await planFor(test, second, { duplicates: 'update' });
      const tried = await tryFile(test, second, { duplicates: 'update' });
      const { id } = value(await test.client.imports.start(plan));
      while (value(await test.client.imports.get({ id })).counts.read === 0)
        await new Promise((next) => setImmediate(next));
      await test.client.imports.pause({ id });
      const paused = value(await test.client.imports.get({ id }));
      expect(paused).toMatchObject({ state: 'paused' });
      expect(paused.counts.read).toBeLessThan(pairs.length);
      value(await test.client.imports.resume({ id }));
      const done = await waitFor(test, id);
      expect(done.counts).toEqual(tried);
    },
  );
});

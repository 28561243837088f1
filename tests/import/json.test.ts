// JSON in the shapes programs export it: a list, a list inside an object, a record per line, records one after another.
import { afterAll, describe, expect, it } from 'vitest';
import { openSource } from '../../src-main/import/open-source';
import { DEFAULT_LIMITS } from '../../src-main/import/limits';
import { cells, readAll, readRows, testFolder } from './support/files';

const folder = testFolder();
afterAll(() => folder.remove());
const records = [
  { name: 'سالم', phones: ['0501234567', '0551112222'], address: { city: 'الرياض', zip: 11564 } },
  { name: 'Sara', active: true, note: null },
  { name: 'مریم', jobs: [{ firm: 'A', since: 2020 }, { firm: 'B' }] },
];
const expected = [
  ['سالم', '0501234567 ::: 0551112222', 'الرياض', '11564', '', '', '', '', ''],
  ['Sara', '', '', '', 'true', '', '', '', ''],
  ['مریم', '', '', '', '', 'A', '2020', 'B', ''],
];
const shapes = {
  'a list': JSON.stringify(records),
  'a list in an object': JSON.stringify(
    { exported: '2026-01-01', meta: { of: [1, 2] }, contacts: records, end: true },
    null,
    2,
  ),
  'a record per line': records.map((record) => JSON.stringify(record)).join('\n'),
  'records one after another': records.map((record) => JSON.stringify(record, null, 2)).join('\n\n'),
  'with a byte order mark': `\ufeff${JSON.stringify(records)}`,
};

describe.each(Object.entries(shapes))('%s', (_shape, text) => {
  it('gives every value a column by its name', async () => {
    const { inspection, rows } = await readAll(folder.write('data.json', text));
    expect(inspection.settings.kind).toBe('json');
    expect(inspection.headers).toEqual([
      'name',
      'phones',
      'address.city',
      'address.zip',
      'active',
      'jobs.1.firm',
      'jobs.1.since',
      'jobs.2.firm',
      '…',
    ]);
    expect(cells(rows)).toEqual(expected);
  });
});

it('names that come late stand in the last column, so that nothing is lost', async () => {
  const lines = Array.from({ length: 1200 }, (_, number) => (number < 1100 ? { a: number } : { a: number, late: 'x' }));
  const { inspection, rows } = await readAll(
    folder.write('late.jsonl', lines.map((line) => JSON.stringify(line)).join('\n')),
  );
  expect(inspection.headers).toEqual(['a', '…']);
  expect(cells(rows).at(-1)).toEqual(['1199', 'late: x']);
});

it('a broken record is refused by itself and the others are read', async () => {
  const { rows } = await readAll(folder.write('broken.jsonl', '{"a":1}\n{"a":tru}\n{"a":3}}\n{"a":4}\n'));
  expect(rows.map((row) => [cells([row])[0]?.[0], row.problem])).toEqual([
    ['1', undefined],
    ['{"a":tru}', 'bad-json'],
    ['3', undefined],
    ['4', undefined],
  ]);
});

it('a file of many blocks goes on after any record', async () => {
  const many = Array.from({ length: 3000 }, (_, number) => ({ id: number, text: `${'نص '.repeat(60)}${number}` }));
  const path = folder.write('many.json', JSON.stringify({ rows: many }));
  const { inspection, rows } = await readAll(path);
  expect(rows).toHaveLength(3000);
  for (const stop of [1, 1499, 2999, 3000]) {
    const source = await openSource(path, { settings: inspection.settings, limits: DEFAULT_LIMITS });
    let taken = 0;
    for await (const _row of source.rows()) {
      taken += 1;
      if (taken === stop) break;
    }
    const { checkpoint } = source.position();
    await source.close();
    const rest = await readRows(path, inspection.settings, { from: checkpoint });
    expect(rest).toEqual(rows.slice(stop));
  }
});

// Walk-through W10 through the door, at a fiftieth of its size: what the trial counts is what the import does, and all of it is undone.
import { readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { openEngine, value } from '../../support/open-engine';
import { cells, readAll, testFolder } from '../../import/support/files';
import { bringIn, planFor, tryAndBringIn } from './support/bring';
import { oldBase, withPersianDigits } from './support/old-base';

const folder = testFolder();
afterAll(() => folder.remove());
const old = oldBase(1000);

it.each([
  ['in Windows-1256', old.file],
  ['with Persian digits', withPersianDigits(old.file)],
])(
  'an old base %s is tried, imported, and taken back',
  async (_how, bytes) => {
    const test = await openEngine({ country: 'IR', language: 'fa' });
    await bringIn(test, folder.write('before.csv', old.before));
    const counted = value(await test.client.base.counts({}));
    const file = folder.write('old.csv', bytes);
    const plan = await planFor(test, file);
    expect(plan.mapping.columns.map(({ target }) => target)).toEqual([
      'external-key',
      'name.display',
      'phone.mobile',
      'birth',
      'address.home.city',
      'note',
    ]);
    expect(plan.mapping.calendar).toBe('persian');
    const { tried, counts, done } = await tryAndBringIn(test, file, { duplicates: 'review' });
    expect(tried).toEqual(counts);
    expect(counts).toEqual({ ...old.expected, unchanged: 0, attachments: 0, attachmentsRejected: 0 });
    const target = folder.path('rejected.xlsx');
    expect(value(await test.client.imports.saveRejected({ id: done.id, file: target }))).toEqual({
      rows: old.expected.rejected,
    });
    expect(readFileSync(target).subarray(0, 2).toString()).toBe('PK');
    expect(cells((await readAll(target)).rows)).toHaveLength(old.expected.rejected + 1);
    const outcome = value(await test.client.operations.undo({ groupId: done.id }));
    expect(outcome).toMatchObject({ kept: 0, impossible: 0 });
    expect(value(await test.client.base.counts({}))).toMatchObject({ parties: counted.parties });
    await test.close();
  },
  300_000,
);

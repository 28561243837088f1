// Where an export may be written, and what is left behind when it cannot be: nothing half-written, and words.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generateInto } from '../../../src-main/features/base';
import { code, ended, value } from '../../support/open-engine';
import { mountSmallDisk } from '../../system/support/mounts';
import { closeAfterEach, newFolder, office, wish } from './support/office';
import { smallOffice } from './support/small-office';

closeAfterEach();

describe('where it may be', () => {
  test('a file that is there stays as it is, unless its replacement was asked for', async () => {
    const { test } = await smallOffice();
    const file = join(newFolder(), 'there.csv');
    writeFileSync(file, 'mine');
    const asked = wish(file, { list: 'parties', columns: ['name'] });
    expect(code(await test.client.exports.make(asked))).toBe('exports.exists');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    const { jobId } = value(await test.client.exports.make({ ...asked, replace: true }));
    expect((await ended(test, jobId)).state).toBe('done');
    expect(readFileSync(file, 'utf8')).toContain('محمود');
  });

  test('a folder that is missing, and the base itself, are refused in words', async () => {
    const { test } = await smallOffice();
    const what = { list: 'parties' as const };
    expect(code(await test.client.exports.make(wish(join(newFolder(), 'no', 'a.csv'), what)))).toBe(
      'exports.folder-missing',
    );
    expect(code(await test.client.exports.make(wish(join(test.folder, 'a.csv'), what)))).toBe('exports.in-base');
    expect(
      code(
        await test.client.exports.make(wish(join(newFolder(), 'a.ics'), { list: 'relationships' }, { format: 'ics' })),
      ),
    ).toBe('exports.no-such-format');
  });

  test('a folder that becomes unwritable in the meantime ends the job in words, with nothing half-written', async () => {
    const { test } = await smallOffice();
    const folder = newFolder();
    // A folder stands where the file aside would be written: refused by the system even for root.
    mkdirSync(join(folder, 'a.csv.exporting.part'));
    const { jobId } = value(await test.client.exports.make(wish(join(folder, 'a.csv'), { list: 'parties' })));
    const job = await ended(test, jobId);
    expect(job.state).toBe('failed');
    expect(existsSync(join(folder, 'a.csv'))).toBe(false);
    chmodSync(folder, 0o700);
  });
});

test('a full disk ends a list and a package in words, with nothing half-written left behind', async () => {
  const test = await office();
  const some = { parties: 1500, activities: 0, seed: 1, onProgress: () => undefined };
  await generateInto(test.engine.context('base.generate'), test.engine.state, some);
  const disk = mountSmallDisk(1);
  try {
    for (const format of ['csv', 'xlsx', 'jsonl', 'vcf'] as const) {
      const path = join(disk.path, `list.${format}`);
      // Some formats say the same in fewer bytes than the disk has: it is filled up to a few pages first.
      writeFileSync(join(disk.path, 'filler'), Buffer.alloc(960 * 1024));
      const { jobId } = value(await test.client.exports.make(wish(path, { list: 'parties' }, { format })));
      expect((await ended(test, jobId)).failure?.code, format).toBe('files.disk-full');
      expect(readdirSync(disk.path), format).toEqual(['filler']);
    }
    const to = join(disk.path, 'exit');
    const { jobId } = value(await test.client.exports.makeExit({ to, language: 'en' }));
    expect((await ended(test, jobId)).failure?.code).toBe('files.disk-full');
    expect(readdirSync(disk.path)).toEqual(['filler']);
    expect(value(await test.client.operations.list({})).operations.map(({ command }) => command)).not.toContain(
      'exports.make',
    );
  } finally {
    disk.remove();
  }
});

test('stopped in the middle it leaves no file and no line in the ledger', async () => {
  const test = await office();
  await generateInto(test.engine.context('base.generate'), test.engine.state, {
    parties: 3000,
    activities: 0,
    seed: 1,
    onProgress: () => undefined,
  });
  const folder = newFolder();
  const { jobId } = value(await test.client.exports.make(wish(join(folder, 'a.csv'), { list: 'parties' })));
  value(await test.client.jobs.cancel({ id: jobId }));
  const job = await ended(test, jobId);
  expect(job.state).toBe('cancelled');
  expect(readdirSync(folder)).toEqual([]);
  expect(value(await test.client.operations.list({})).operations.map(({ command }) => command)).not.toContain(
    'exports.make',
  );
});

// Tables of dBase and FoxPro, with the long texts beside them, in the code pages of their time.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openSource } from '../../src-main/import/open-source';
import { DEFAULT_LIMITS } from '../../src-main/import/limits';
import { cells, inspect, readAll, readRows, testFolder, tryAll } from './support/files';

const fixtures = join(import.meta.dirname, 'fixtures');
const folder = testFolder();
afterAll(() => folder.remove());

describe('a FoxPro table as GoldMine kept it', () => {
  it('gives its fields by name, its notes from the file beside it, and no deleted record', async () => {
    const { inspection, rows } = await readAll(join(fixtures, 'CONTACT1.DBF'));
    expect(inspection.settings).toMatchObject({ kind: 'dbf', encoding: 'windows-1256' });
    expect(inspection.headers).toContain('ACCOUNTNO');
    const [first, second, third] = cells(rows);
    expect(rows).toHaveLength(3);
    expect(first).toEqual([
      'GM-0001',
      'شركة النور',
      'سالم الحربي',
      'الحربي',
      '0501234567',
      'الرياض',
      'AMAL',
      '1998-04-12',
      'عميل قديم منذ 1998',
      'R000',
    ]);
    expect(second?.[8]).toBe('تفضل الاتصال مساء\nولا تحب البريد');
    expect(third?.[8]).toBe('');
  });

  it('goes on after any record', async () => {
    const path = join(fixtures, 'CONTHIST.DBF');
    const { inspection, rows } = await readAll(path);
    for (let stop = 1; stop <= rows.length; stop += 1) {
      const source = await openSource(path, { settings: inspection.settings, limits: DEFAULT_LIMITS });
      const first = [];
      for await (const row of source.rows()) {
        first.push(row);
        if (first.length === stop) break;
      }
      const { checkpoint } = source.position();
      await source.close();
      expect([...first, ...(await readRows(path, inspection.settings, { from: checkpoint }))]).toEqual(rows);
    }
  });

  it('whose notes are missing is refused with words, not read without them', async () => {
    copyFileSync(join(fixtures, 'CONTACT1.DBF'), folder.path('ALONE.DBF'));
    expect(await tryAll(folder.path('ALONE.DBF'))).toMatchObject({ failure: { code: 'import.memo-missing' } });
  });
});

describe('tables of dBase', () => {
  it('III in the Arabic code page of DOS, with dates, numbers and flags', async () => {
    const { inspection, rows } = await readAll(join(fixtures, 'dbase3.dbf'));
    expect(inspection.settings.encoding).toBe('cp720');
    expect(cells(rows)).toEqual([
      ['محمد علي', '41.5', 'TRUE', '1984-02-29', 'ملاحظة طويلة\nفي سطرين'],
      ['John', '', '', '', 'second'],
    ]);
  });

  it('IV with its own kind of notes', async () => {
    expect(cells((await readAll(join(fixtures, 'dbase4.dbf'))).rows)).toEqual([['ليلى حسن', 'نص من dBase IV']]);
  });

  it('are read in the encoding a person chooses', async () => {
    const path = join(fixtures, 'dbase3.dbf');
    const inspection = await inspect(path, { encoding: 'windows-1256' });
    expect(inspection.settings.encoding).toBe('windows-1256');
    expect(cells(inspection.rows)[0]?.[0]).not.toBe('محمد علي');
  });
});

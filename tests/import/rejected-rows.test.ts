// The file of rejected rows: readable in Excel in the person's language, harmless, and fit to be corrected and imported again.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, expect, it } from 'vitest';
import type { RejectedRow } from '../../src-main/import';
import { openRejectedFile } from '../../src-main/import';
import { applyMapping, guessMapping } from '../../src-shared/features/imports/mapping';
import { languages, type Language } from '../../src-shared/locale/language';
import { countryName } from '../../src-shared/locale/country-name';
import { createTranslator } from '../../src-shared/locale/translate';
import { cards, cells, readAll, testFolder } from './support/files';

type Options = { headers: readonly string[]; translate: (id: string) => string; rightToLeft?: boolean };

/** All rows into a file; answers how many. */
function writeRejectedRows(path: string, rows: readonly RejectedRow[], options: Options): number {
  const file = openRejectedFile(path, { rightToLeft: false, ...options });
  for (const row of rows) file.add(row);
  return file.end();
}

const folder = testFolder();
afterAll(() => folder.remove());

const rows: RejectedRow[] = [
  {
    row: { row: 7, cells: ['علي "الكبير", الرياض', '12', '=HYPERLINK("http://x")'] },
    reasons: [{ code: 'bad-phone', column: 1, value: '12' }],
  },
  {
    row: { row: 9, cells: ['', '+966501234567', '-1\n@x'] },
    reasons: [{ code: 'no-name' }, { code: 'bad-date', value: '@soon' }],
  },
];
/** As the engine hands them over: with the name of the office's country. */
function wordsIn(language: Language): (id: string) => string {
  const words = createTranslator(language);
  return (id) => words(id, { country: countryName('SA', language) });
}

const headers = ['الاسم', 'الجوال', '=ملاحظات'];

it.each(languages)('says in %s why each row was not taken', (language) => {
  const path = folder.path(`rejected-${language}.csv`);
  const translate = wordsIn(language);
  expect(writeRejectedRows(path, rows, { headers, translate })).toBe(2);
  const bytes = readFileSync(path);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [heading, first, second]: string[][] = parse(bytes, { bom: true });
  expect(heading?.slice(3)).toEqual(['الاسم', 'الجوال', "'=ملاحظات"]);
  expect(first).toEqual([
    '7',
    `${translate('import.reason.bad-phone')}: 12`,
    'bad-phone',
    'علي "الكبير", الرياض',
    '12',
    `'=HYPERLINK("http://x")`,
  ]);
  expect(first?.[1]).toContain(countryName('SA', language));
  expect(second?.[2]).toBe('no-name bad-date');
  expect(second?.slice(3)).toEqual(['', "'+966501234567", "'-1\n@x"]);
});

it('no cell begins as a formula', () => {
  const hostile = ['=1', '+1', '-1', '@x', '\tx', '\rx', '\nx', '\0x', '＝1', '＋1', '－1', '＠x'];
  const path = folder.path('hostile.csv');
  writeRejectedRows(path, [{ row: { row: 1, cells: hostile }, reasons: [] }], { headers, translate: (id) => id });
  const [, read]: string[][] = parse(readFileSync(path), { bom: true, relax_column_count: true });
  expect(read?.slice(3).every((cell) => cell.startsWith("'"))).toBe(true);
});

it('a corrected file goes in again without its extra columns or apostrophes', async () => {
  const path = folder.path('again.csv');
  writeRejectedRows(
    path,
    [{ row: { row: 3, cells: ['فاطمة سالم', '+966501234567', 'x'] }, reasons: [{ code: 'bad-date' }] }],
    { headers: ['الاسم', 'الجوال', 'ملاحظات'], translate: createTranslator('ar') },
  );
  const { inspection, rows: read } = await readAll(path);
  const guess = guessMapping(inspection.headers, cells(read).slice(1), {
    country: 'SA',
    language: 'ar',
    today: '2026-11-23',
  });
  expect(guess.columns.map((column) => column.target)).toEqual([
    null,
    null,
    null,
    'name.display',
    'phone.mobile',
    'note',
  ]);
  expect(
    applyMapping(cells(read)[1] ?? [], guess, { country: 'SA', language: 'ar', today: '2026-11-23' }),
  ).toMatchObject({
    ok: true,
    value: { names: [{ text: 'فاطمة سالم' }], contactPoints: [{ value: '+966501234567' }] },
  });
});

it('rejected cards show whom they are about', async () => {
  const { rows: read } = await readAll(
    folder.write('cards.vcf', 'BEGIN:VCARD\nVERSION:3.0\nN:Haddad;Layla;;;\nTEL:12\nTEL:13\nEND:VCARD\n'),
  );
  const path = folder.path('rejected-cards.csv');
  writeRejectedRows(
    path,
    cards(read).map((row) => ({ row, reasons: [{ code: 'bad-phone' as const }] })),
    { headers: [], translate: wordsIn('en') },
  );
  const [heading, line] = readFileSync(path, 'utf8').split('\r\n');
  expect(heading).toContain('Full name,Telephone');
  expect(line).toContain('Layla Haddad,12; 13');
});

it('a folder that cannot be written leaves nothing behind', () => {
  expect(() =>
    writeRejectedRows(folder.path('missing/rejected.csv'), rows, { headers, translate: (id) => id }),
  ).toThrow(/ENOENT/);
});

it.each(languages)(
  'as a workbook in %s they stand in the direction of the language, as text that is never calculated',
  async (language) => {
    const path = folder.path(`rejected-${language}.xlsx`);
    const translate = wordsIn(language);
    expect(writeRejectedRows(path, rows, { headers, translate, rightToLeft: language !== 'en' })).toBe(2);
    const book = await readXlsx(readFileSync(path));
    const [sheet] = book.sheets;
    expect(sheet?.name).toBe(translate('import.rejected.sheet'));
    expect(sheet?.view?.rightToLeft === true).toBe(language !== 'en');
    expect(sheet?.rows[0]?.slice(3)).toEqual(headers);
    expect(sheet?.rows[1]).toEqual([
      7,
      `${translate('import.reason.bad-phone')}: 12`,
      'bad-phone',
      'علي "الكبير", الرياض',
      '12',
      '=HYPERLINK("http://x")',
    ]);
    const { rows: read } = await readAll(path);
    expect(cells(read)[2]?.slice(3)).toEqual(['', '+966501234567', '-1\n@x']);
  },
);

it('a workbook of more rows than memory would like is read back whole', async () => {
  const path = folder.path('long.xlsx');
  const file = openRejectedFile(path, { headers: ['a'], translate: (id) => id, rightToLeft: true });
  const text = 'نص '.repeat(40);
  for (let row = 2; row < 30_002; row += 1) file.add({ row: { row, cells: [`${text}${row}`] }, reasons: [] });
  expect(file.end()).toBe(30_000);
  const { rows: read } = await readAll(path);
  expect(read).toHaveLength(30_001);
  expect(cells(read).at(-1)?.[3]).toBe(`${text}30001`.trim());
});

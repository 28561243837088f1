// The file of rejected rows: readable in Excel in the person's language, harmless, and fit to be corrected and imported again.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, it } from 'vitest';
import type { RejectedRow } from '../../src-main/import';
import { rejectedCsv, writeRejectedRows } from '../../src-main/import';
import { applyMapping, guessMapping } from '../../src-shared/features/imports/mapping';
import { languages, type Language } from '../../src-shared/locale/language';
import { countryName } from '../../src-shared/locale/country-name';
import { createTranslator } from '../../src-shared/locale/translate';
import { cards, cells, readAll, testFolder } from './support/files';

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
  const [, line = ''] = [
    ...rejectedCsv([{ row: { row: 1, cells: hostile }, reasons: [] }], { headers, translate: (id) => id }),
  ];
  const [read]: string[][] = parse(line);
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
  const [heading, line] = [
    ...rejectedCsv(
      cards(read).map((row) => ({ row, reasons: [{ code: 'bad-phone' as const }] })),
      { headers: [], translate: wordsIn('en') },
    ),
  ];
  expect(heading).toContain('Full name,Telephone');
  expect(line).toContain('Layla Haddad,12; 13');
});

it('a folder that cannot be written leaves nothing behind', () => {
  expect(() =>
    writeRejectedRows(folder.path('missing/rejected.csv'), rows, { headers, translate: (id) => id }),
  ).toThrow(/ENOENT/);
});

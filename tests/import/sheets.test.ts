// Spreadsheets: dates, numbers and text as a person typed them, any sheet, formats other programs write, and limits.
import { writeOds } from 'hucre/ods';
import { streamXlsxRows, writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { isDateCode } from '../../src-main/import/sheets/cell-formats';
import { numberText, serialDateText } from '../../src-main/import/sheets/cell-text';
import { DEFAULT_LIMITS } from '../../src-main/import/limits';
import { openSource } from '../../src-main/import/open-source';
import { cells, inspect, readAll, readRows, testFolder, tryAll } from './support/files';
import { xlsxParts, zip } from './support/zip';

const folder = testFolder();
afterAll(() => folder.remove());

const people = [
  ['الاسم', 'تاريخ الميلاد', 'الجوال', 'الرصيد'],
  ['فاطمة القحطاني', new Date('1990-05-01'), 966501234567, 1234.5],
  ['یوسف کریمی', new Date('1975-12-31T10:30:00Z'), 9121234567, 0.1 + 0.2],
  ['A & B <Ltd>', null, 501234567, 1e21],
];
const columns = [{}, { numFmt: 'yyyy-mm-dd hh:mm' }, {}, {}];
const peopleText = [
  ['الاسم', 'تاريخ الميلاد', 'الجوال', 'الرصيد'],
  ['فاطمة القحطاني', '1990-05-01', '966501234567', '1234.5'],
  ['یوسف کریمی', '1975-12-31T10:30:00', '9121234567', '0.3'],
  ['A & B <Ltd>', '', '501234567', '1000000000000000000000'],
];
const sheets = [
  { name: 'أشخاص', rows: people, columns },
  {
    name: 'Second',
    rows: [
      ['x', 'y'],
      [1, true],
    ],
  },
];

describe('a sheet reads as a person would have typed it', () => {
  it('XLSX', async () => {
    const { inspection, rows } = await readAll(folder.write('people.xlsx', await writeXlsx({ sheets })));
    expect(inspection.settings).toMatchObject({ kind: 'xlsx', sheet: 0, headerRow: 1 });
    expect(inspection.sheets.map((sheet) => sheet.name)).toEqual(['أشخاص', 'Second']);
    expect(inspection.rowCount).toEqual({ value: 3, exact: true });
    expect(cells(rows)).toEqual(peopleText);
  });

  it('ODS', async () => {
    const { inspection, rows } = await readAll(folder.write('people.ods', await writeOds({ sheets })));
    expect(inspection.settings.kind).toBe('ods');
    expect(cells(rows)).toEqual(peopleText);
    expect(cells((await readAll(folder.path('people.ods'), { sheet: 'Second' })).rows)).toEqual([
      ['x', 'y'],
      ['1', 'TRUE'],
    ]);
  });

  it('another sheet by name or by number', async () => {
    const path = folder.write('second.xlsx', await writeXlsx({ sheets }));
    expect(cells((await readAll(path, { sheet: 'Second' })).rows)).toEqual([
      ['x', 'y'],
      ['1', 'TRUE'],
    ]);
    expect((await readAll(path, { sheet: 1 })).inspection.settings.sheet).toBe(1);
    await expect(inspect(path, { sheet: 'nowhere' })).rejects.toMatchObject({
      failure: { code: 'import.sheet-missing' },
    });
  });

  it('the first sheet a person can see', async () => {
    const path = folder.write(
      'hidden.xlsx',
      await writeXlsx({ sheets: [{ name: 'H', rows: [['a', 'b']], hidden: true }, ...sheets] }),
    );
    expect((await inspect(path)).settings.sheet).toBe(1);
  });

  it('numbers and dates have no exponent, no binary dust and no time zone', () => {
    expect([1e21, 123456789012345680, 0.1 + 0.2, 1.5e-7, -2.5, 1e15, 966501234567].map(numberText)).toEqual([
      '1000000000000000000000',
      '123456789012346000',
      '0.3',
      '0.00000015',
      '-2.5',
      '1000000000000000',
      '966501234567',
    ]);
    expect([1, 59, 60, 61, 36526, 36526.5, 0.75, 2958465].map((serial) => serialDateText(serial, false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-02-28',
      '1900-03-01',
      '2000-01-01',
      '2000-01-01T12:00:00',
      '18:00:00',
      '9999-12-31',
    ]);
    expect(serialDateText(0, true)).toBeNull();
    expect(serialDateText(35064, true)).toBe('2000-01-01');
  });

  it('a format is a date when letters of a date are left in it', () => {
    const dates = [
      'yyyy-mm-dd',
      'd/m/yy',
      '[$-ar-SA]dddd، d mmmm yyyy',
      'B2dd/mm/yyyy',
      '[h]:mm',
      'mm:ss.0',
      'yyyy"سنة"',
      'd\\-mmm',
    ];
    const numbers = [
      'General',
      '0.00',
      '#,##0.00 "ريال"',
      '0.00E+00',
      '@',
      '[Red]-0',
      '"day" 0',
      '# ?/?',
      '_-* #,##0.00_-',
    ];
    expect(dates.filter((code) => !isDateCode(code))).toEqual([]);
    expect(numbers.filter(isDateCode)).toEqual([]);
  });
});

describe('what other programs write', () => {
  it('rich text, phonetic guides, escapes, inline strings, formulas, errors, gaps and zero-padded numbers', async () => {
    const sheet = `
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>inline &amp; more</t></is></c></row>
      <row r="3"><c r="A3" t="str"><f>A1&amp;"x"</f><v>joined</v></c><c r="B3" t="e"><v>#N/A</v></c><c r="C3" t="b"><v>0</v></c></row>
      <row><c t="s"><v>1</v></c><c><v>7</v></c><c s="1"><v>501234567</v></c><c s="2"><v>36526</v></c></row>
      <row r="9"/><row r="10"><c r="B10" t="d"><v>1990-05-01T00:00:00Z</v></c><c r="A10" t="s"><v>99</v></c><c r="C10" t="n"><v>not a number</v></c></row>`;
    const strings =
      '<si><r><t>Rich </t></r><r><t xml:space="preserve">text_x000D_</t></r><rPh sb="0" eb="1"><t>guide</t></rPh></si><si><t>سالم&#x20;علي</t></si>';
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="0000000000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs>';
    const path = folder.write('foreign.xlsx', zip(xlsxParts({ sheet, strings, styles })));
    const { rows } = await readAll(path, { headerRow: false });
    expect(rows).toEqual([
      { row: 1, cells: ['Rich text\r', '', 'inline & more'] },
      { row: 3, cells: ['joined', '', 'FALSE'] },
      { row: 4, cells: ['سالم علي', '7', '0501234567', '2000-01-01'] },
      { row: 10, cells: ['', '1990-05-01', 'not a number'] },
    ]);
  });

  it('prefixed elements, single quotes and stored entries', async () => {
    const workbook = `<x:workbook xmlns:x="m" xmlns:r='r'><x:workbookPr date1904='1'/><x:sheets><x:sheet name='A &gt; B' sheetId='1' r:id='r1'/></x:sheets></x:workbook>`;
    const parts = xlsxParts({ sheet: '', workbook }).filter((part) => part.name !== 'xl/worksheets/sheet1.xml');
    const content = `<x:worksheet><x:sheetData><x:row r='1'><x:c r='A1' t='str'><x:v>a "&gt;" b</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const path = folder.write(
      'prefixed.xlsx',
      zip([...parts.map((part) => ({ ...part, stored: true })), { name: 'xl/worksheets/sheet1.xml', content }]),
    );
    const { inspection, rows } = await readAll(path, { headerRow: false });
    expect(inspection.sheets[0]?.name).toBe('A > B');
    expect(cells(rows)).toEqual([['a ">" b']]);
  });

  it('LibreOffice: repeated and covered cells, paragraphs, spans, notes, tables within cells, padded numbers', async () => {
    const content = `<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet>
      <table:table table:name="First"><table:table-column table:number-columns-repeated="3"/>
        <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
        <table:table-row><table:table-cell office:value-type="string"><text:p>Name <text:span>of</text:span><text:s text:c="2"/>all</text:p><text:p>second &amp; line</text:p></table:table-cell>
          <table:covered-table-cell table:number-columns-repeated="2"/>
          <table:table-cell office:value-type="string"><office:annotation><text:p>a remark</text:p></office:annotation><text:p>سالم</text:p></table:table-cell>
          <table:table-cell table:number-columns-repeated="1020"/></table:table-row>
        <table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="float" office:value="501234567"><text:p>0501234567</text:p></table:table-cell>
          <table:table-cell office:value-type="date" office:date-value="1990-05-01T10:30:00"><text:p>1.5.90</text:p></table:table-cell>
          <table:table-cell office:value-type="time" office:time-value="PT09H05M00S"><text:p>9:05</text:p></table:table-cell>
          <table:table-cell office:value-type="percentage" office:value="0.125" table:number-columns-repeated="2"><text:p>12,5%</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell><table:table><table:table-row><table:table-cell office:value-type="string"><text:p>inner</text:p></table:table-cell></table:table-row></table:table></table:table-cell></table:table-row>
      </table:table><table:table table:name="Second"><table:table-row><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row></table:table>
      </office:spreadsheet></office:body></office:document-content>`;
    const parts = [
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
      { name: 'content.xml', content },
    ];
    const path = folder.write('libre.ods', zip(parts));
    const { inspection, rows } = await readAll(path, { headerRow: false });
    expect(inspection.sheets.map((sheet) => sheet.name)).toEqual(['First', 'Second']);
    const repeated = ['0501234567', '1990-05-01T10:30:00', '09:05:00', '0.125', '0.125'];
    expect(rows.slice(0, 4)).toEqual([
      { row: 3, cells: ['Name of  all\nsecond & line', '', '', 'سالم'] },
      { row: 4, cells: repeated },
      { row: 5, cells: repeated },
      { row: 6, cells: repeated },
    ]);
    expect(cells((await readAll(path, { sheet: 'Second', headerRow: false })).rows)).toEqual([['TRUE']]);
  });

  it('the streaming reader agrees with a whole reader on every row', async () => {
    const table = Array.from({ length: 3000 }, (_, number) => [
      `محمد ${number}`,
      number / 7,
      new Date(Date.UTC(1970, 0, number * 3)),
      number % 3 === 0 ? null : `n${number}`,
    ]);
    const bytes = await writeXlsx({ sheets: [{ name: 'T', rows: table }] });
    const read = cells(
      await readRows(folder.write('agree.xlsx', bytes), {
        kind: 'xlsx',
        encoding: 'utf-8',
        bomBytes: 0,
        delimiter: ',',
        quote: '"',
        sheet: 0,
        headerRow: 0,
      }),
    );
    let row = 0;
    for await (const { values } of streamXlsxRows(bytes)) {
      const [name, , date] = values;
      expect([read[row]?.[0], read[row]?.[2]]).toEqual([
        name,
        date instanceof Date ? date.toISOString().slice(0, 10) : date,
      ]);
      row += 1;
    }
    expect(read).toHaveLength(row);
  });
});

it('a title above the heading is passed over', async () => {
  const rows = [['قائمة العملاء ٢٠٢٥'], [], ['الاسم', 'الجوال'], ['علي', '0501234567'], ['سالم', '0551234567']];
  const { inspection } = await readAll(folder.write('title.xlsx', await writeXlsx({ sheets: [{ name: 'T', rows }] })));
  expect(inspection.settings.headerRow).toBe(3);
  expect(inspection.headers).toEqual(['الاسم', 'الجوال']);
});

it('reading goes on from any row', async () => {
  const table = Array.from({ length: 5000 }, (_, number) => [`name ${number}`, number]);
  const path = folder.write('resume.xlsx', await writeXlsx({ sheets: [{ name: 'T', rows: table }] }));
  const { settings } = await inspect(path);
  const source = await openSource(path, { settings, limits: DEFAULT_LIMITS });
  for await (const row of source.rows()) if (row.row === 3210) break;
  const rest = await readRows(path, settings, { from: source.position().checkpoint });
  await source.close();
  expect(rest).toHaveLength(5000 - 3210);
  expect(rest[0]).toEqual({ row: 3211, cells: ['name 3210', '3210'] });
});

describe('limits hold', () => {
  const refused = async (name: string, bytes: Buffer, limits = DEFAULT_LIMITS): Promise<string> => {
    const outcome = await tryAll(folder.write(name, bytes), limits);
    return 'failure' in outcome ? outcome.failure.code : 'read';
  };

  it('an archive that unpacks to far more than it weighs is refused', async () => {
    const sheet = `<row r="1"><c r="A1" t="str"><v>${'a'.repeat(8_000_000)}</v></c></row>`;
    expect(await refused('bomb.xlsx', zip(xlsxParts({ sheet })))).toBe('import.archive-suspicious');
    const lie = xlsxParts({ sheet }).map((part) =>
      part.name.includes('sheet1') ? { ...part, statedSize: 100 } : part,
    );
    expect(await refused('lie.xlsx', zip(lie))).toBe('import.archive-suspicious');
  });

  it('entity definitions are refused', async () => {
    const workbook = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><workbook>&b;</workbook>';
    expect(await refused('entities.xlsx', zip(xlsxParts({ sheet: '', workbook })))).toBe('import.archive-suspicious');
  });

  it('too many shared strings, a file over its size, a locked workbook, a hollow XLS', async () => {
    const strings = '<si><t>0123456789</t></si>'.repeat(1000);
    expect(
      await refused('strings.xlsx', zip(xlsxParts({ sheet: '', strings })), {
        ...DEFAULT_LIMITS,
        sharedStringBytes: 5000,
      }),
    ).toBe('import.file-too-large');
    const ods = Buffer.from((await writeOds({ sheets })) as Uint8Array);
    expect(await refused('size.ods', ods, { ...DEFAULT_LIMITS, sheetFileBytes: 500 })).toBe('import.file-too-large');
    const locked = Buffer.from(
      (await writeXlsx({ sheets, encryption: { password: 'x', spinCount: 1000 } })) as Uint8Array,
    );
    expect(await refused('locked.xlsx', locked)).toBe('import.encrypted');
    const hollow = Buffer.alloc(4096);
    hollow.write('d0cf11e0a1b11ae1', 'hex');
    hollow.writeUInt16LE(9, 30);
    hollow.write('Workbook', 1024, 'utf16le');
    hollow.writeUInt32LE(1, 48);
    expect(await refused('hollow.xls', hollow)).toBe('import.damaged');
    expect(await refused('big.xls', hollow, { ...DEFAULT_LIMITS, wholeSheetBytes: 1000 })).toBe(
      'import.file-too-large',
    );
  });

  it('a cell in column XFD and a row number beyond belief cost only themselves', async () => {
    const sheet =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="XFD2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>';
    const { rows } = await readAll(folder.write('wide.xlsx', zip(xlsxParts({ sheet }))), { headerRow: false });
    expect(rows.map((row) => row.problem)).toEqual([undefined, 'too-many-columns', undefined]);
    expect(
      await refused('deep.xlsx', zip(xlsxParts({ sheet: '<row r="9000001"><c r="A9000001"><v>1</v></c></row>' }))),
    ).toBe('import.too-many-rows');
  });
});

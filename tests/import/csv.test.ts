// Delimited text: every encoding and separator offices use, quotes and line ends inside cells, and going on at any row.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src-main/import/limits';
import { openSource } from '../../src-main/import/open-source';
import type { ReadSettings } from '../../src-main/import/protocol';
import { cells, encode, inspect, readAll, readRows, testFolder } from './support/files';

const folder = testFolder();
afterAll(() => folder.remove());

const arabic =
  'الاسم;الجوال;المدينة\nفاطمة بنت سالم;٠٥٠١٢٣٤٥٦٧;الرياض\nخالد المنصوري;0551234567;جدة\nهند العتيبي;0561112223;مكة المكرمة\n';
const persian =
  'نام و نام خانوادگی,تلفن همراه,شهر\nمحمدعلی رضائی,۰۹۱۲۱۲۳۴۵۶۷,شیراز\nیوسف کریمی,09351234567,تهران\nژاله پرتوی گیلانی,09121111111,رشت\n';
const persian1256 = persian.replaceAll('ی', 'ي').replaceAll('ک', 'ك').replaceAll('۰۹۱۲۱۲۳۴۵۶۷', '09121234567');
const settings = (over: Partial<ReadSettings> = {}): ReadSettings => ({
  kind: 'csv',
  encoding: 'utf-8',
  bomBytes: 0,
  delimiter: ',',
  quote: '"',
  sheet: 0,
  headerRow: 0,
  ...over,
});

describe('the encoding of a file is guessed and its text comes out readable', () => {
  const cases: [string, string, string, boolean][] = [
    ['Arabic UTF-8', arabic, 'utf-8', false],
    ['Arabic UTF-8 with a byte order mark', arabic, 'utf-8', true],
    ['Persian UTF-8', persian, 'utf-8', false],
    ['Persian UTF-16 little endian with a mark (Excel "Unicode text")', persian, 'utf-16le', true],
    ['Persian UTF-16 big endian with a mark', persian, 'utf-16be', true],
    ['Arabic UTF-16 little endian without a mark', arabic, 'utf-16le', false],
    ['Persian UTF-16 big endian without a mark', persian, 'utf-16be', false],
    ['Arabic Windows-1256', arabic.replace('٠٥٠١٢٣٤٥٦٧', '0501234567'), 'windows-1256', false],
    ['Persian Windows-1256', persian1256, 'windows-1256', false],
    ['Arabic ISO-8859-6', arabic.replace('٠٥٠١٢٣٤٥٦٧', '0501234567').replaceAll(';', ','), 'iso-8859-6', false],
    [
      'French Windows-1252',
      'Prénom;Société;Téléphone\nAndré;Café de la gare;0381123456\nÉlodie;Hôtel d’été;0467123456\n',
      'windows-1252',
      false,
    ],
    [
      'German Windows-1252',
      'Name;Straße;Ort\nJürgen Müller;Königstraße 5;Köln\nBärbel Groß;Hühnerweg 3;Düsseldorf\n',
      'windows-1252',
      false,
    ],
  ];
  it.each(cases)('%s', async (name, text, encoding, mark) => {
    const path = folder.write(`${name}.csv`, encode(text, encoding, mark));
    const { inspection, rows } = await readAll(path);
    expect(inspection.settings.encoding).toBe(encoding);
    expect(inspection.encodingConfidence).toBeGreaterThan(0.5);
    const delimiter = inspection.settings.delimiter;
    expect(cells(rows)).toEqual(
      text
        .trimEnd()
        .split('\n')
        .map((line) => line.split(delimiter)),
    );
    expect(inspection.settings.headerRow).toBe(1);
  });

  it('a name far down the file decides as well as one at its head', async () => {
    const latin = Array.from({ length: 30_000 }, (_, number) => `row ${number},Plain Name,0501234567`).join('\n');
    const path = folder.write(
      'late.csv',
      encode(`id,name,phone\n${latin}\n9,${'محمد عبد الله السالم'},0501234567\n${latin}`, 'windows-1256'),
    );
    expect((await inspect(path)).settings.encoding).toBe('windows-1256');
  });

  it('the person can overrule the guess', async () => {
    const path = folder.write('overrule.csv', encode(arabic.replace('٠٥٠١٢٣٤٥٦٧', '1'), 'windows-1256'));
    const { inspection, rows } = await readAll(path, { encoding: 'iso-8859-6', delimiter: ',' });
    expect(inspection.settings).toMatchObject({ encoding: 'iso-8859-6', delimiter: ',' });
    expect(cells(rows)[0]).toHaveLength(1);
  });

  it('a few damaged bytes in UTF-8 cost only their own row', async () => {
    const good = Array.from({ length: 200 }, (_, number) => `${number},محمد علي`).join('\n');
    const bytes = Buffer.concat([
      Buffer.from(`id,name\n${good}\n`),
      Buffer.from('300,'),
      Buffer.from([0xd9, 0x2c, 0xff]),
      Buffer.from('\n301,سالم\n'),
    ]);
    const { inspection, rows } = await readAll(folder.write('torn.csv', bytes));
    expect(inspection.settings.encoding).toBe('utf-8');
    expect(rows.filter((row) => row.problem).map((row) => [row.row, row.problem])).toEqual([[202, 'undecodable']]);
    expect(rows).toHaveLength(203);
  });
});

describe('separators and quotes', () => {
  it.each([
    [',', 'comma'],
    [';', 'semicolon'],
    ['\t', 'tab'],
    ['|', 'bar'],
  ])('%j is found by the evenness of the rows', async (delimiter, name) => {
    const rows = [
      ['Name', 'City', 'Note'],
      ['Ali', 'Riyadh', 'a, b; c'],
      ['Sara, the elder', 'Jeddah', '1|2'],
      ['Omar', 'Dammam', 'x\ty'],
    ];
    const quoted = rows
      .map((row) => row.map((cell) => (/[,;|\t]/.test(cell) ? `"${cell}"` : cell)).join(delimiter))
      .join('\r\n');
    const { inspection, rows: read } = await readAll(folder.write(`${name}.csv`, quoted));
    expect(inspection.settings.delimiter).toBe(delimiter);
    expect(cells(read)).toEqual(rows);
  });

  it('a line `sep=;` decides and is no row', async () => {
    const { inspection, rows } = await readAll(folder.write('sep.csv', 'sep=;\r\nName;Phone\r\nAli;1,5\r\n'));
    expect(inspection.settings.delimiter).toBe(';');
    expect(cells(rows)).toEqual([
      ['Name', 'Phone'],
      ['Ali', '1,5'],
    ]);
    expect(inspection.headers).toEqual(['Name', 'Phone']);
  });

  it('line ends, separators and doubled quotes inside quotes belong to the cell', async () => {
    const text = 'name,note\r\n"Ali","first\r\nsecond, ""third"""\r\n"سالم","سطر\nآخر"\r\n';
    expect(cells((await readAll(folder.write('quotes.csv', text))).rows)).toEqual([
      ['name', 'note'],
      ['Ali', 'first\r\nsecond, "third"'],
      ['سالم', 'سطر\nآخر'],
    ]);
  });

  it.each([
    ['\n', 'LF'],
    ['\r\n', 'CRLF'],
    ['\r', 'CR'],
  ])('rows end with %j', async (end, name) => {
    const { rows } = await readAll(folder.write(`${name}.csv`, ['a,b', '1,2', '', '3,4'].join(end)));
    expect(rows.map((row) => row.row)).toEqual([1, 2, 4]);
    expect(cells(rows)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('a quote inside an unquoted cell is a character; text behind a closing quote refuses its row alone', async () => {
    const { rows } = await readAll(folder.write('stray.csv', 'name,size\nAli,5" pipe\n"Sara"x,2\nOmar,3\n'));
    expect(cells(rows)).toEqual([
      ['name', 'size'],
      ['Ali', '5" pipe'],
      ['Sarax', '2'],
      ['Omar', '3'],
    ]);
    expect(rows.map((row) => row.problem)).toEqual([undefined, undefined, 'stray-quote', undefined]);
  });

  it('a quote that never closes refuses its line alone', async () => {
    const body = Array.from({ length: 50_000 }, (_, number) => `${number},name ${number}`).join('\n');
    const { rows } = await readAll(folder.write('open.csv', `id,name\nx,"never closed\n${body}\n`));
    expect(rows).toHaveLength(50_002);
    expect(rows[1]).toMatchObject({ row: 2, problem: 'quote-not-closed', cells: ['x,"never closed'] });
    expect(rows.at(-1)).toMatchObject({ cells: ['49999', 'name 49999'] });
  });

  it('a file of quotes that never close is refused, not scanned for ever', async () => {
    const path = folder.write(
      'hostile.csv',
      `id,name\n${'"a\n"b,'.repeat(3)}${Array.from({ length: 40 }, () => `"${'x'.repeat(60_000)}`)
        .join('\n')
        .replaceAll('\n"', '\n')}\n`,
    );
    expect((await readAll(path)).rows.length).toBeGreaterThan(0);
  });

  it('rows longer, wider or with longer cells than the limits are refused one by one', async () => {
    const limits = { ...DEFAULT_LIMITS, columns: 5, cellLength: 100, recordLength: 400_000 };
    const text = `a,b\n1,${'x'.repeat(101)}\n${'1,'.repeat(9)}\n2,${'y'.repeat(2_000_000)}\n3,fine\n`;
    const rows = await readRows(folder.write('long.csv', text), settings(), { limits });
    expect(rows.map((row) => row.problem)).toEqual([
      undefined,
      'cell-too-long',
      'too-many-columns',
      'row-too-long',
      undefined,
    ]);
    expect(cells(rows).at(-1)).toEqual(['3', 'fine']);
  });
});

describe('reading goes on where it stopped', () => {
  it.each(['utf-8', 'utf-16le', 'windows-1256'] as const)(
    'from any row of a %s file the rest is the same',
    async (encoding) => {
      const lines = Array.from({ length: 40_000 }, (_, number) => `${number},"محمد ${number}\nسطر",sara ${number}`);
      const path = folder.write(`resume-${encoding}.csv`, encode(`id,name,other\n${lines.join('\n')}\n`, encoding));
      const chosen = settings({ encoding });
      const whole = await readRows(path, chosen);
      expect(whole).toHaveLength(40_001);
      const source = await openSource(path, { settings: chosen, limits: DEFAULT_LIMITS });
      const wanted = new Set([1, 2, 777, 8191, 23_456, 40_000, 40_001]);
      for await (const row of source.rows()) {
        if (!wanted.has(row.row)) continue;
        const rest = await readRows(path, chosen, { from: source.position().checkpoint });
        expect(rest).toHaveLength(40_001 - row.row);
        expect(rest[0]).toEqual(whole[row.row]);
        expect(rest.at(-1)).toEqual(row.row === 40_001 ? undefined : whole.at(-1));
      }
      await source.close();
    },
  );
});

describe('the reader agrees with another one', () => {
  it('on any table written by the rules', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'ب', ',', ';', '"', '\n', '\r', ' ', '۱', '\t', '😀', 'é'),
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        async (table) => {
          const text = table
            .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
            .join('\r\n');
          const oracle: string[][] = parse(text, { relax_column_count: true, record_delimiter: '\r\n' });
          const read = cells(await readRows(folder.write('table.csv', text), settings()));
          expect(read).toEqual(oracle.filter((row) => row.some((value) => value.trim() !== '')));
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('says how fast it reads (shown, not judged)', async () => {
  const line =
    'شركة النور للتوريدات,محمد عبد الله,0501234567,a.b@example.com,الرياض,حي العليا شارع التحلية,12345,SA,1985-03-02,customer,note,42';
  const path = folder.write('speed.csv', `${line}\n`.repeat(200_000));
  const started = performance.now();
  const rows = await readRows(path, settings());
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(`CSV: ${Math.round(rows.length / seconds)} rows a second\n`);
  expect(rows).toHaveLength(200_000);
});

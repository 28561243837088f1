// Files that nobody here wrote: each is read as its own makers read it, or refused by a code that has words.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IMPORT_FAILURE_CODES } from '../../src-shared/features/imports/import-failures';
import { cells, readAll, tryAll } from './support/files';

const corpora = join(import.meta.dirname, 'corpora');
const spectrum = dirname(createRequire(import.meta.url).resolve('csv-spectrum'));

describe('csv-spectrum', () => {
  // location_coordinates: the corpus's own CSV and JSON disagree about its degree signs.
  const names = readdirSync(join(spectrum, 'csvs')).map((name) => name.replace('.csv', ''));

  it.each(names.filter((name) => name !== 'location_coordinates'))('%s', async (name) => {
    const { rows } = await readAll(join(spectrum, 'csvs', `${name}.csv`), { headerRow: true });
    const wanted = JSON.parse(readFileSync(join(spectrum, 'json', `${name}.json`), 'utf8')) as Record<string, string>[];
    const [head = [], ...body] = cells(rows);
    expect(body.map((row) => Object.fromEntries(head.map((column, index) => [column, row[index] ?? ''])))).toEqual(
      wanted,
    );
  });
});

describe('calendars of other programs', () => {
  const folder = join(corpora, 'icalendar');
  /** Events, tasks and journal lines of each file, counted by its own marks. */
  const entries = (name: string): number =>
    readFileSync(join(folder, name), 'latin1').match(/^BEGIN:V(?:EVENT|TODO|JOURNAL)/gm)?.length ?? 0;

  it.each(readdirSync(folder).filter((name) => name.endsWith('.ics')))('%s', async (name) => {
    const outcome = await tryAll(join(folder, name));
    if ('failure' in outcome) {
      expect(IMPORT_FAILURE_CODES).toContain(outcome.failure.code);
      expect(entries(name), 'refused although it holds entries').toBe(0);
      return;
    }
    expect(outcome.inspection.settings.kind).toBe('ics');
    expect(outcome.rows).toHaveLength(entries(name));
    for (const row of cells(outcome.rows)) expect(row[4]).toMatch(/^(?:\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?)?$/);
  });
});

describe('what LibreOffice writes', () => {
  const at = (name: string): string => join(corpora, 'libreoffice', name);
  const people = [
    ['محمد بن عبد الله العتيبي', '0501234567', '1980-03-02', 'الرياض', '1250.5', 'عميل قديم'],
    ['سارة القحطاني', '0559876543', '1992-12-31', 'جدة', '-3', 'سطر أول\nسطر ثانٍ'],
    ['علی‌رضا رضایی', '09121234567', '1986-03-21', 'تهران', '0', 'گیومه "داخل" متن؛ و ویرگول, هم'],
    ['John "Jack" O\'Neil', '+44 20 7946 0958', '1970-01-01', 'London', '1000000', '=1+1'],
    ['ليلى حداد', '٠٥٠٧٧٧٧٧٧٧', '2000-02-29', 'الدمام', '0.1', ''],
  ];
  const whole = (row: readonly string[]): string[] => [...row, ...Array<string>(6 - row.length).fill('')];

  it.each(['people.xlsx', 'people.ods', 'people.xls'])(
    '%s: every cell, dates as dates, an empty row left out',
    async (name) => {
      const { inspection, rows } = await readAll(at(name));
      expect(inspection.headers[2]).toBe('تاريخ الميلاد');
      expect(cells(rows).slice(1).map(whole)).toEqual(people);
    },
  );

  it('people.csv: every cell, dates as they were shown', async () => {
    const shown = people.map((row) =>
      row.map((cell, column) => (column === 2 ? cell.split('-').reverse().join('/') : cell)),
    );
    expect(cells((await readAll(at('people.csv'))).rows).slice(1)).toEqual(shown);
  });

  it('table.dbf: the code page, which it does not name, is found', async () => {
    const { inspection, rows } = await readAll(at('table.dbf'));
    expect(inspection.settings.encoding).toBe('windows-1256');
    expect(cells(rows)[0]).toEqual([
      'محمد بن عبد الله العتيبي',
      '0501234567',
      '1980-03-02',
      'الرياض',
      '1250.50',
      'عميل قديم',
    ]);
    expect(rows).toHaveLength(4);
  });

  it('a flat OpenDocument file is refused by a code that has words', async () => {
    expect(await tryAll(at('people.fods'))).toMatchObject({ failure: { code: 'import.format-unknown' } });
  });
});

describe('messages of other mail libraries', () => {
  const wanted = JSON.parse(readFileSync(join(corpora, 'python-email/expected.json'), 'utf8')) as Record<
    string,
    { readonly subject: string; readonly at: number | null }
  >;
  /** Without any header, or with nothing at all behind them: no message to anybody. */
  const noMessages = ['msg_19.eml', 'erroneous.eml'];
  const nothingIn = ['msg_18.eml', 'msg_37.eml'];
  const messages = ['python-email', 'enmime'].flatMap((folder) =>
    readdirSync(join(corpora, folder))
      .filter((name) => name.endsWith('.eml'))
      .map((name) => [folder, name] as const),
  );
  const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

  it.each(messages)('%s/%s', async (folder, name) => {
    const outcome = await tryAll(join(corpora, folder, name));
    if ('failure' in outcome) throw new Error(`refused: ${outcome.failure.code}`);
    if (noMessages.includes(name)) return expect(outcome.inspection.settings.kind).toBe('csv');
    expect(outcome.inspection.settings.kind).toBe('mail');
    expect(outcome.rows).toHaveLength(1);
    const [row] = outcome.rows;
    if (nothingIn.includes(name)) return expect(row).toMatchObject({ problem: 'record-damaged' });
    const [, date, , , , subject] = cells(outcome.rows)[0]!;
    expect(cells(outcome.rows)[0]!.join('')).not.toBe('');
    if (folder !== 'python-email') return;
    const { subject: theirs, at } = wanted[name]!;
    expect(spaced(subject!)).toBe(theirs);
    if (at !== null) expect(Date.parse(date!) / 1000).toBe(at);
  });

  it('words sent as a type that is none are read as text', async () => {
    const { rows } = await readAll(join(corpora, 'python-email/msg_14.eml'));
    expect(cells(rows)[0]![6]).toContain("I'm sorry but I'm using a drainbread ISP");
  });
});

describe('dBase tables of another library', () => {
  const at = (name: string): string => join(corpora, 'dbfread', name);
  const people = [
    ['Alice', '1987-03-01'],
    ['Bob', '1980-11-12'],
  ];

  it('people.dbf, and a day that is none kept as it stands', async () => {
    expect(cells((await readAll(at('people.dbf'))).rows)).toEqual(people);
    expect(cells((await readAll(at('invalid_value.dbf'))).rows)).toEqual([['Alice', 'NotAYear'], people[1]]);
  });

  it('memotest.dbf with its memos; without the file that holds them it is refused', async () => {
    const memos = cells((await readAll(at('memotest.dbf'))).rows);
    expect(memos).toEqual(people.map(([name, born]) => [name, born, `${name} memo`]));
    expect(await tryAll(at('no_memofile.dbf'))).toMatchObject({ failure: { code: 'import.memo-missing' } });
  });
});

it('a dBase table of another program gives every record', async () => {
  const path = join(corpora, 'node-dbf/bayarea_zipcodes.dbf');
  const { inspection, rows } = await readAll(path);
  expect(inspection.headers).toEqual(['ZIP', 'PO_NAME', 'STATE', 'Area__', 'Length__']);
  expect(rows).toHaveLength(readFileSync(path).readUInt32LE(4));
  expect(cells(rows)[0]?.slice(0, 3)).toEqual(['94558', 'NAPA', 'CA']);
});

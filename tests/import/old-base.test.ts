// An office's old base: fifty thousand rows in Windows-1256 with semicolons and Jalali birth dates, some of them unusable.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Parser } from '../../src-main/import';
import { forkWithNode, isCardRow, startParser } from '../../src-main/import';
import { createRowMapper, guessMapping } from '../../src-shared/features/imports/mapping';
import { encodeSingleByte, testFolder } from './support/files';
import { bundleParser } from './support/parser-bundle';

const folder = testFolder();
let parser: Parser;
beforeAll(async () => {
  parser = startParser({ fork: forkWithNode(await bundleParser(folder.path('.'))) });
});
afterAll(() => {
  parser.close();
  folder.remove();
});

const ROWS = 50_000;
const site = { country: 'IR', language: 'fa', today: '2026-05-06' } as const;
const given = ['محمد', 'فاطمه', 'علي', 'زهرا', 'حسين', 'ژاله', 'پرويز', 'گلنار', 'چنگيز', 'سارا'];
const family = ['رضائي', 'کريمي', 'حسيني', 'موسوي', 'نوري', 'شاکري', 'پرتوي', 'گيلاني'].map((name) =>
  name.replaceAll('ک', 'ك'),
);

function line(number: number): string {
  const nameless = number % 1500 === 7;
  const name = nameless ? '' : `${given[number % 10]} ${family[number % 8]} ${given[(number * 7) % 10]}`;
  const phone = number % 243 === 5 ? '0912' : `0912${String(1_000_000 + number)}`;
  const date = number % 673 === 11 ? '1365/13/40' : `${1330 + (number % 60)}/${1 + (number % 12)}/${1 + (number % 29)}`;
  return [
    number + 1,
    name,
    phone,
    date,
    number % 3 === 0 ? 'تهران' : 'شيراز',
    number % 11 === 0 ? '"يادداشت; با نشان ""ويژه"""' : '',
  ].join(';');
}

it('is read, understood and counted exactly', async () => {
  const lines = Array.from({ length: ROWS }, (_, number) => line(number));
  const path = folder.write(
    'old.csv',
    encodeSingleByte(
      `شماره;نام ونام خانوادگي;تلفن همراه;تاريخ تولد;شهر;توضيحات\r\n${lines.join('\r\n')}\r\n`,
      'windows-1256',
    ),
  );
  const seen = await parser.inspect(path);
  if (!seen.ok) throw new Error(seen.error.code);
  expect(seen.value.settings).toMatchObject({ encoding: 'windows-1256', delimiter: ';', headerRow: 1 });
  const sample = seen.value.rows.flatMap((row) => ('cells' in row ? [row.cells] : []));
  const guess = guessMapping(seen.value.headers, sample, site);
  expect(guess.columns.map((column) => column.target)).toEqual([
    null,
    'name.display',
    'phone.mobile',
    'birth',
    'address.home.city',
    'note',
  ]);
  expect(guess.calendar).toBe('persian');

  const mapRow = createRowMapper(guess, { ...site, dateOrder: guess.dateOrder, headers: seen.value.headers });
  const counts: Record<string, number> = { read: 0, accepted: 0, rejected: 0 };
  const count = (key: string): void => void (counts[key] = (counts[key] ?? 0) + 1);
  const opened = await parser.open(path, seen.value.settings);
  if (!opened.ok) throw new Error(opened.error.code);
  for (let done = false; !done;) {
    const batch = await opened.value.next(2000);
    if (!batch.ok) throw new Error(batch.error.code);
    for (const row of batch.value.rows) {
      count('read');
      const result = isCardRow(row) ? null : mapRow(row.cells);
      count(result?.ok ? 'accepted' : 'rejected');
      if (result && !result.ok) for (const reason of result.error) count(reason.code);
    }
    done = batch.value.done;
  }
  const every = (step: number, from: number): number => Math.floor((ROWS - 1 - from) / step) + 1;
  const [phones, dates, names] = [every(243, 5), every(673, 11), every(1500, 7)];
  const refused = Array.from({ length: ROWS }, (_, number) => number).filter(
    (number) => number % 1500 === 7 || number % 243 === 5 || number % 673 === 11,
  ).length;
  expect(counts).toEqual({
    read: ROWS,
    accepted: ROWS - refused,
    rejected: refused,
    'bad-phone': phones,
    'bad-date': dates,
    'no-name': names,
  });
});

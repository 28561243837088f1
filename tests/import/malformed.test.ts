// Fifty broken files per format and thousands of random mutations: each is read, refused by a code, or has rows refused one by one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { IMPORT_FAILURE_CODES } from '../../src-shared/features/imports/import-failures';
import { DEFAULT_LIMITS } from '../../src-main/import/limits';
import { RowShape } from '../../src-main/import/protocol';
import { createCardMapper, createRowMapper, guessMapping } from '../../src-shared/features/imports/mapping';
import { cards, cells, testFolder, tryAll } from './support/files';
import type { BrokenFile } from './support/malformed';
import {
  brokenCsv,
  brokenOds,
  brokenVcf,
  brokenXls,
  brokenXlsx,
  mutate,
  randomOf,
  soundCsv,
  soundOds,
  soundVcf,
  soundXls,
  soundXlsx,
} from './support/malformed';

import {
  brokenChat,
  brokenDbf,
  brokenIcs,
  brokenJson,
  brokenMail,
  soundChat,
  soundDbf,
  soundIcs,
  soundJson,
  soundMail,
} from './support/malformed-records';

const folder = testFolder();
// The memo file that the table of dBase points into.
folder.write('file.dbt', readFileSync(join(import.meta.dirname, 'fixtures/dbase3.dbt')));
afterAll(() => folder.remove());

const site = { country: 'SA', language: 'ar', today: '2026-11-23' } as const;
/** An error of ours and not of the file. */
const DEFECTS = ['TypeError', 'ReferenceError', 'SyntaxError', 'AssertionError', 'unknown'];
const limits = { ...DEFAULT_LIMITS, wholeSheetBytes: 5_000_000 };

async function settle({ name, bytes }: BrokenFile, extension: string): Promise<string> {
  const outcome = await tryAll(folder.write(`file.${extension}`, bytes), limits);
  if ('failure' in outcome) {
    expect(IMPORT_FAILURE_CODES, name).toContain(outcome.failure.code);
    expect(DEFECTS, name).not.toContain(outcome.failure.details?.['what']);
    return outcome.failure.code;
  }
  const { rows, inspection } = outcome;
  for (const row of rows.slice(0, 200)) expect(RowShape.safeParse(row).success, name).toBe(true);
  const tables = rows.filter((row) => 'cells' in row);
  const guess = guessMapping(inspection.headers, cells(tables.slice(0, 50)), site);
  const mapRow = createRowMapper(guess, site);
  const mapCard = createCardMapper({}, site);
  const mapped = [
    ...cells(tables).slice(0, 200).map(mapRow),
    ...cards(rows)
      .slice(0, 200)
      .map((row) => mapCard(row.card)),
  ];
  return `${rows.length} rows, ${rows.filter((row) => row.problem).length} refused by the reader, ${mapped.filter((result) => !result.ok).length} by the mapping`;
}

describe.each([
  ['CSV', 'csv', brokenCsv],
  ['XLSX', 'xlsx', brokenXlsx],
  ['ODS', 'ods', brokenOds],
  ['XLS', 'xls', brokenXls],
  ['vCard', 'vcf', brokenVcf],
  ['iCalendar', 'ics', brokenIcs],
  ['JSON', 'json', brokenJson],
  ['mail', 'mbox', brokenMail],
  ['dBase', 'dbf', brokenDbf],
  ['chat', 'txt', brokenChat],
] as const)('%s', (format, extension, make) => {
  it('fifty broken files: each is settled, none hangs, none is a defect of ours', async () => {
    const files = await make();
    expect(files).toHaveLength(50);
    const settled = new Map<string, string>();
    for (const file of files) settled.set(file.name, await settle(file, extension));
    expect(settled.size).toBe(50);
    if (process.env['DIWAN_SHOW'])
      process.stdout.write(`${format}\n${[...settled].map(([name, outcome]) => `  ${name}: ${outcome}`).join('\n')}\n`);
  });
});

describe('mutations of sound files', () => {
  it.each([
    ['CSV', 'csv', async () => soundCsv, 400],
    ['vCard', 'vcf', async () => soundVcf, 400],
    ['XLSX', 'xlsx', soundXlsx, 300],
    ['ODS', 'ods', soundOds, 150],
    ['XLS', 'xls', async () => soundXls, 150],
    ['iCalendar', 'ics', async () => soundIcs, 100],
    ['JSON', 'json', async () => soundJson, 100],
    ['mail', 'mbox', async () => soundMail, 100],
    ['dBase', 'dbf', async () => soundDbf, 100],
    ['chat', 'txt', async () => soundChat, 100],
  ] as const)('%s', async (_format, extension, make, count) => {
    const sound = await make();
    const random = randomOf(2026);
    for (let number = 0; number < count; number += 1)
      await settle({ name: `mutation ${number}`, bytes: mutate(sound, random) }, extension);
  });
});

// Thousands of broken copies of sound files, in every format (fifty thousand with DIWAN_MUTATIONS=50000): each is read or refused by a code, none throws an error of ours, none hangs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { IMPORT_FAILURE_CODES } from '../../src-shared/features/imports/import-failures';
import { DEFAULT_LIMITS } from '../../src-main/import/limits';
import { RowShape } from '../../src-main/import/protocol';
import { testFolder, tryAll } from './support/files';
import { mutate, randomOf, soundCsv, soundOds, soundVcf, soundXls, soundXlsx } from './support/malformed';
import { soundChat, soundDbf, soundIcs, soundJson, soundMail } from './support/malformed-records';

const folder = testFolder();
folder.write('file.dbt', readFileSync(join(import.meta.dirname, 'fixtures/dbase3.dbt')));
afterAll(() => folder.remove());

const SEED = Number(process.env['DIWAN_SEED'] ?? 2026);
/** Times the share of each format; together as many as asked for. */
const SHARE = Number(process.env['DIWAN_MUTATIONS'] ?? 5_000) / 50_000;
const DEFECTS = ['TypeError', 'ReferenceError', 'AssertionError', 'unknown'];
const LONGEST_MS = 10_000;
/** The parser process has 256 MB of heap; here it shares one with the test. */
const MOST_MEMORY = 640 * 1024 * 1024;

describe(`mutations, seed ${SEED}`, () => {
  it.each([
    ['CSV', 'csv', async () => soundCsv, 7100],
    ['vCard', 'vcf', async () => soundVcf, 8000],
    ['iCalendar', 'ics', async () => soundIcs, 8000],
    ['JSON', 'json', async () => soundJson, 8000],
    ['mail', 'mbox', async () => soundMail, 4000],
    ['dBase', 'dbf', async () => soundDbf, 5000],
    ['chat', 'txt', async () => soundChat, 6000],
    ['XLSX', 'xlsx', soundXlsx, 2000],
    ['ODS', 'ods', soundOds, 900],
    ['XLS', 'xls', async () => soundXls, 1000],
  ] as const)(
    '%s',
    async (_format, extension, make, count) => {
      const sound = await make();
      const random = randomOf(SEED);
      for (let number = 0; number < count * SHARE; number += 1) {
        const bytes = mutate(sound, random);
        const began = performance.now();
        const outcome = await tryAll(folder.write(`file.${extension}`, bytes), DEFAULT_LIMITS);
        expect(performance.now() - began, `mutation ${number}`).toBeLessThan(LONGEST_MS);
        if ('failure' in outcome) {
          expect(IMPORT_FAILURE_CODES, `mutation ${number}`).toContain(outcome.failure.code);
          expect(DEFECTS, `mutation ${number}`).not.toContain(outcome.failure.details?.['what']);
        } else if (number % 50 === 0)
          for (const row of outcome.rows) expect(RowShape.safeParse(row).success, `mutation ${number}`).toBe(true);
      }
      expect(process.memoryUsage().rss).toBeLessThan(MOST_MEMORY);
    },
    3_600_000,
  );
});

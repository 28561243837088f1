// Broken files brought in through the door: what was counted is in the base, nothing else is, and the base stays sound.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { testFolder } from '../../import/support/files';
import { brokenCsv, brokenOds, brokenVcf, brokenXls, brokenXlsx } from '../../import/support/malformed';
import { brokenDbf, brokenJson } from '../../import/support/malformed-records';
import { openEngine, value, type TestEngine } from '../../support/open-engine';
import { waitFor } from './support/bring';

const folder = testFolder();
folder.write('file.dbt', readFileSync(join(import.meta.dirname, '../../import/fixtures/dbase3.dbt')));
let test: TestEngine;
beforeEach(async () => {
  test = await openEngine();
});
afterEach(() => test.close());
afterAll(() => folder.remove());

/** Every so many of the fifty: each takes a process of its own. */
const EVERY = 7;

it.each([
  ['CSV', 'csv', brokenCsv],
  ['XLSX', 'xlsx', brokenXlsx],
  ['ODS', 'ods', brokenOds],
  ['XLS', 'xls', brokenXls],
  ['vCard', 'vcf', brokenVcf],
  ['JSON', 'json', brokenJson],
  ['dBase', 'dbf', brokenDbf],
] as const)('%s', { timeout: 180_000 }, async (_format, extension, make) => {
  const files = await make();
  let stored = 0;
  for (const { name, bytes } of files.filter((_, index) => index % EVERY === 0)) {
    const file = folder.write(`file.${extension}`, bytes);
    const look = await test.client.imports.inspect({ file, into: 'parties' });
    if (!look.ok) continue;
    const named = look.value.mapping.columns.map((column, index) =>
      index === 0 && column.target === null ? { ...column, target: 'name.display' } : column,
    );
    const mapping = { ...look.value.mapping, columns: named };
    const started = await test.client.imports.start({ file, read: {}, mapping, duplicates: 'create' });
    if (!started.ok) continue;
    const { state, counts } = await waitFor(test, started.value.id);
    expect(['done', 'failed'], name).toContain(state);
    stored += counts.created;
    expect(value(await test.client.base.counts({})).parties, name).toBe(stored);
  }
  expect(test.reported).toEqual([]);
  expect(value(await test.client.base.verify({ quick: false }))).toMatchObject({ sound: true });
});

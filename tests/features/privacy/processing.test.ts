// The record of processing: made of what the program goes by, complete, and written out in three languages.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogue, categoryOf, entityOf, isLocal, shownFieldsOf } from '@shared/catalogue';
import { purposePresets } from '@shared/features/privacy/presets';
import { languages } from '@shared/locale/language';
import { messagesByLanguage } from '@shared/locale/messages';
import { code, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
let folder: string;
beforeAll(async () => {
  test = await openEngine();
  folder = mkdtempSync(join(tmpdir(), 'diwan-processing-'));
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

it('every personal field is of a category that some purpose needs', () => {
  const needed = new Set(purposePresets.flatMap(({ categories }) => categories));
  const unneeded = catalogue.flatMap((entity) =>
    Object.entries(entity.fields)
      .filter(([name, { privacy }]) => privacy >= 2 && !needed.has(categoryOf(entity, name)))
      .map(([name]) => `${entity.key}.${name}`),
  );
  expect(unneeded).toEqual([]);
});

it('a field that repeats another one tells what that one tells', () => {
  const party = entityOf('party');
  expect(
    ['display_name', 'primary_phone', 'birth_text', 'note', 'owner_id'].map((name) => categoryOf(party, name)),
  ).toEqual(['name', 'contact', 'demographic', 'note', 'dealing']);
});

it('names every field once, every purpose in use, whoever sees people, and what the office changed of it', async () => {
  value(await test.client.users.create({ login: 'teller', role: 'bank-teller', passphrase }));
  const names = { ar: 'مجلة', fa: 'خبرنامه', en: 'Newsletter' };
  const own = { names, basis: 'consent' as const, balancing: null, categories: ['name' as const], active: true };
  value(await test.client.privacy.savePurpose(own));
  const record = value(await test.client.processing.record({}));
  const fields = record.data.flatMap((one) => one.fields);
  const shown = catalogue.flatMap((entity) =>
    isLocal(entity) ? [entity.key] : shownFieldsOf(entity).map(([name]) => `${entity.key}.${name}`),
  );
  expect(fields.toSorted()).toEqual(shown.toSorted());
  expect(record.purposes.map(({ id }) => id)).not.toContain('sharing');
  expect(record.purposes.at(-1)).toMatchObject({ names, basis: 'consent' });
  expect(record.recipients).toEqual([
    { id: 'administrator', name: null, holders: 1, scope: 'all', sensitive: 'show' },
    { id: 'bank-teller', name: null, holders: 1, scope: 'subtree', sensitive: 'last4' },
  ]);
});

it.each(languages)('is written as a page and as a table, in %s', async (language) => {
  const words = messagesByLanguage[language];
  for (const format of ['html', 'csv'] as const) {
    const to = join(folder, `record-${language}.${format}`);
    expect(value(await test.client.processing.export({ to, format, language })).path).toBe(to);
    const text = readFileSync(to, 'utf8');
    for (const id of [
      'privacy.purpose.marketing',
      'processing.kept.proof',
      'policy.role-bank-teller',
      'catalogue.identifier.value',
    ])
      expect(text, id).toContain(words[id]);
    expect(code(await test.client.processing.export({ to, format, language }))).toBe('exports.exists');
    value(await test.client.processing.export({ to, format, language, replace: true }));
  }
  expect(readFileSync(join(folder, `record-${language}.html`), 'utf8')).toContain(
    `lang="${language}" dir="${language === 'en' ? 'ltr' : 'rtl'}"`,
  );
});

it('is not written into the base, nor where nothing is', async () => {
  const inBase = join(test.folder, 'record.html');
  const asked = { format: 'html' as const, language: 'en' as const };
  expect(code(await test.client.processing.export({ ...asked, to: inBase }))).toBe('exports.in-base');
  const nowhere = join(folder, 'no', 'such', 'folder.html');
  expect(code(await test.client.processing.export({ ...asked, to: nowhere }))).toBe('exports.folder-missing');
});

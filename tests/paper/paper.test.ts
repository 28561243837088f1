// Documents on paper, by the command line and without a screen, read by tools that are not ours: words, fonts, pages, pictures.
// The pictures and words that were looked at lie in golden/; DIWAN_UPDATE=1 writes them anew.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages, type Language } from '@shared/locale/language';
import type { Paper } from '@shared/paper/paper';
import { runCli } from '../cli/support/cli';
import { documentIn } from './documents';
import { factsOf, fontsOf, pictureOf, readGrey, unlike, wordsOf, writeGrey } from './pdf';

const golden = (name: string): string => join(import.meta.dirname, 'golden', name);
const folder = mkdtempSync(join(tmpdir(), 'diwan-paper-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Spaces beside figures are a guess of the tool. */
const joined = (line: string): string => line.replaceAll(' ', '');

function printed(paper: Paper | object, name: string): Buffer {
  const out = join(folder, `${name}.pdf`);
  const { DISPLAY: _none, ...env } = process.env;
  const ran = runCli(['paper', '--input', '-', '--out', out], {
    input: JSON.stringify(paper),
    env: env as Record<string, string>,
  });
  expect(ran.stderr, name).toBe('');
  return readFileSync(out);
}

describe('a document on paper', () => {
  const made = new Map<Language, Buffer>();
  beforeAll(() => {
    for (const language of languages) made.set(language, printed(documentIn(language), language));
  }, 120_000);

  it.each(languages)('reads in %s as it was written, page after page', (language) => {
    const words = wordsOf(made.get(language)!);
    if (process.env['DIWAN_UPDATE'] === '1') writeFileSync(golden(`${language}.txt`), `${words}\n`);
    expect(`${words}\n`).toBe(readFileSync(golden(`${language}.txt`), 'utf8'));
  });

  it.each(languages)(
    'looks in %s as it was looked at, and a picture of another language would be noticed',
    (language) => {
      const picture = pictureOf(made.get(language)!);
      if (process.env['DIWAN_UPDATE'] === '1')
        writeFileSync(golden(`${language}.pgm.gz`), gzipSync(writeGrey(picture)));
      const known = readGrey(gunzipSync(readFileSync(golden(`${language}.pgm.gz`))));
      expect(unlike(picture, known)).toBeLessThan(0.004);
      for (const other of languages.filter((one) => one !== language))
        expect(unlike(pictureOf(made.get(other)!), known), other).toBeGreaterThan(0.01);
    },
  );

  it.each(languages)(
    'has in %s its letters in it as letters, is tagged for screen readers, and is of A4',
    (language) => {
      const pdf = made.get(language)!;
      const fonts = fontsOf(pdf);
      expect(fonts.length).toBeGreaterThan(1);
      for (const font of fonts)
        expect(font).toEqual({
          name: expect.stringContaining('Vazirmatn'),
          type: 'CID TrueType',
          embedded: true,
          hasUnicode: true,
        });
      const facts = factsOf(pdf);
      expect(facts).toMatchObject({
        Tagged: 'yes',
        JavaScript: 'no',
        Title: `${documentIn(language).title} 7K-00042-3`,
      });
      expect(facts['Page size']).toContain('A4');
    },
  );

  it('says on every page which one it is and of how many, in the digits of its reader', () => {
    const digits = { ar: '٠١٢٣٤٥٦٧٨٩', fa: '۰۱۲۳۴۵۶۷۸۹', en: '0123456789' };
    for (const language of languages) {
      const pdf = made.get(language)!;
      const count = Number(factsOf(pdf)['Pages']);
      expect(count).toBeGreaterThan(1);
      const { pages } = documentIn(language).foot;
      const said = Array.from({ length: count }, (_, index) =>
        joined(pages.replace('{page}', digits[language][index + 1]!).replace('{pages}', digits[language][count]!)),
      );
      const found = wordsOf(pdf)
        .split('\n')
        .map(joined)
        .filter((line) => said.includes(line));
      expect(found, language).toEqual(said);
    }
  });

  it('is one and the same file whenever it is made, and another one when a figure differs', () => {
    const again = printed(documentIn('ar'), 'again');
    expect(again.equals(made.get('ar')!)).toBe(true);
    expect(printed({ ...documentIn('ar'), number: '7K-00043-1' }, 'other').equals(again)).toBe(false);
  });
});

it('what is no document is refused in words, and no file is written', () => {
  const out = join(folder, 'none.pdf');
  const ran = runCli(['paper', '--input', '-', '--out', out, '--json'], { input: '{"language":"xx"}' });
  expect(ran.exitCode).toBe(1);
  expect(JSON.parse(ran.stdout)).toMatchObject({ ok: false, error: { code: 'cli.paper-not-a-document' } });
  expect(spawnSync('ls', [out]).status).not.toBe(0);
});

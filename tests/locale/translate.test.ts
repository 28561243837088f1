// Words outside the window: the same ids, the reader's digits, names fenced when asked.
import { describe, expect, test } from 'vitest';
import { createTranslator, hasWords } from '@shared/locale/translate';
import { messagesByLanguage } from '@shared/locale/messages/index';

describe('translator', () => {
  test('every language has words for every id of the others', () => {
    for (const id of Object.keys(messagesByLanguage.en)) expect(hasWords('ar', id) && hasWords('fa', id)).toBe(true);
  });

  test('an id without words is a fault, not an empty line', () => {
    expect(() => createTranslator('en')('common.no-such-words')).toThrow('common.no-such-words');
  });

  test.each(['ar', 'fa', 'en'] as const)('plain %s words come out as they are written', (language) => {
    const plain = Object.entries(messagesByLanguage[language]).filter(([, words]) => !/[{}<>']/.test(words));
    const translate = createTranslator(language);
    for (const [id, words] of plain) expect(translate(id)).toBe(words);
  });

  test('text values are fenced only when asked', () => {
    const entry = Object.entries(messagesByLanguage.en).find(([, words]) =>
      /^[^{}<>']*\{(\w+)\}[^{}<>']*$/.test(words),
    );
    if (!entry) return;
    const [id, words] = entry;
    const name = /\{(\w+)\}/.exec(words)?.[1] ?? '';
    expect(createTranslator('en')(id, { [name]: 'سارة' })).toBe(words.replace(`{${name}}`, 'سارة'));
    expect(createTranslator('en', { isolate: true })(id, { [name]: 'سارة' })).toBe(
      words.replace(`{${name}}`, '\u2068سارة\u2069'),
    );
  });
});

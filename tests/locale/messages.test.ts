// Every word a person reads exists in three languages, asks for the same values, has the plurals of its language, and is used.
import { describe, expect, test } from 'vitest';
import { catalogue } from '@shared/catalogue';
import { doorErrors } from '@shared/core/contract';
import { operationsByName } from '@shared/features/contracts';
import { languages } from '@shared/locale/language';
import type { Language } from '@shared/locale/language';
import { messagesByLanguage } from '@shared/locale/messages/index';
import { createTranslator } from '@shared/locale/translate';
import { asked, topicFiles } from './message-files';
import { messageUse } from './message-use';

const english = messagesByLanguage.en;
const ids = Object.keys(english);
const files = topicFiles('en').map((file) => file.topic);
/** The first parts of ids. A file `errors-import.json` holds ids of both topics. */
const topics = [...new Set(files.flatMap((file) => file.split('-')))];

const idsOf = (language: Language): string[] => Object.keys(messagesByLanguage[language]).sort();
const sorted = (names: Iterable<string>): string[] => [...names].sort();

describe('message files', () => {
  test.each(languages)('every %s file is loaded, and its ids begin with its topic', (language) => {
    const found = topicFiles(language);
    expect(found.map((file) => file.topic)).toEqual(files);
    expect(
      found.flatMap(({ topic, words }) =>
        Object.keys(words).filter((id) => !topic.split('-').includes(id.split('.')[0] ?? '')),
      ),
    ).toEqual([]);
    expect(found.flatMap(({ words }) => Object.keys(words)).sort()).toEqual(idsOf(language));
  });

  test.each(['ar', 'fa'] as const)('%s has exactly the ids of English', (language) => {
    expect(idsOf(language)).toEqual(idsOf('en'));
  });

  test.each(languages)('no %s message is empty, padded or carries direction controls', (language) => {
    const bad = Object.entries(messagesByLanguage[language]).filter(
      ([, words]) =>
        words.trim() !== words || words === '' || /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/.test(words),
    );
    expect(bad).toEqual([]);
  });

  // Words that ask for nothing are given out as they stand; only such with values are taken apart (ui/words.tsx).
  test.each(languages)('a %s message that asks for nothing reads as it is written', (language) => {
    const t = createTranslator(language);
    const plain = Object.entries(messagesByLanguage[language]).filter(([, words]) => asked(words).names.size === 0);
    expect(plain.length).toBeGreaterThan(500);
    expect(plain.filter(([id, words]) => t(id, {}) !== words)).toEqual([]);
  });

  test('Persian is written with Persian letters and Arabic with Arabic ones', () => {
    const names = (id: string): boolean => /(?:^|[.-])(?:ar|fa|arab|arabext|persian)$/.test(id);
    expect(Object.entries(messagesByLanguage.fa).filter(([id, words]) => !names(id) && /[يك]/.test(words))).toEqual([]);
    expect(Object.entries(messagesByLanguage.ar).filter(([id, words]) => !names(id) && /[یکپچژگ]/.test(words))).toEqual(
      [],
    );
  });

  test.each(['ar', 'fa'] as const)('no English sentence stands among the %s words', (language) => {
    const left = ids.filter(
      (id) =>
        /[a-z]{3,} [a-z]{2,} [a-z]{2,}/.test(english[id] ?? '') && messagesByLanguage[language][id] === english[id],
    );
    expect(left).toEqual([]);
  });
});

describe('values and plurals', () => {
  test.each(languages)('%s messages ask for the same values as English ones', (language) => {
    const differing = ids.filter((id) => {
      const words = messagesByLanguage[language][id] ?? '';
      return String(sorted(asked(words).names)) !== String(sorted(asked(english[id] ?? '').names));
    });
    expect(differing).toEqual([]);
  });

  test.each(languages)('%s plurals have every form of the language', (language) => {
    const lacking = Object.entries(messagesByLanguage[language]).flatMap(([id, words]) =>
      asked(words).plurals.flatMap(({ ordinal, forms }) => {
        const needed = new Intl.PluralRules(language, { type: ordinal ? 'ordinal' : 'cardinal' }).resolvedOptions()
          .pluralCategories;
        return needed.filter((form) => !forms.includes(form)).map((form) => `${id}: ${form}`);
      }),
    );
    expect(lacking).toEqual([]);
  });

  test('a value that chooses among words is called choice, because all other texts are fenced', () => {
    const misnamed = languages.flatMap((language) =>
      Object.entries(messagesByLanguage[language]).filter(([, words]) =>
        [...asked(words).choices].some((name) => name !== 'choice'),
      ),
    );
    expect(misnamed.map(([id]) => id)).toEqual([]);
  });
});

describe('use', () => {
  const use = messageUse(topics);

  test('every id the program asks for has words', () => {
    const missing = use.asked.filter(({ id }) => topics.includes(id.split('.')[0] ?? '') && english[id] === undefined);
    expect(missing.map(({ id, file }) => `${id} in ${file}`)).toEqual([]);
  });

  test('every template of an id finds words', () => {
    const empty = use.patterns.filter((pattern) => !ids.some((id) => pattern.test(id)));
    expect([...new Set(empty.map((pattern) => pattern.source))]).toEqual([]);
  });

  test('no message is unused', () => {
    const unused = ids.filter((id) => !use.quoted.has(id) && !use.patterns.some((pattern) => pattern.test(id)));
    expect(unused).toEqual([]);
  });

  test('every error code of every operation has words', () => {
    const codes = new Set<string>([
      ...doorErrors,
      ...[...operationsByName().values()].flatMap((operation) => [...operation.errors]),
    ]);
    expect(sorted(codes).filter((code) => english[`errors.${code}`] === undefined)).toEqual([]);
  });

  test('every choice of the catalogue has words', () => {
    const named = catalogue.flatMap((entity) =>
      Object.entries(entity.fields).flatMap(([field, { choices = [] }]) =>
        choices.map((choice) => `catalogue.${entity.key}.${field}.${choice}`),
      ),
    );
    expect(named.filter((id) => english[id] === undefined)).toEqual([]);
  });
});

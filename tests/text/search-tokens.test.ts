// What is stored and what is asked must meet: any spelling of a name finds any other.
import { describe, expect, test } from 'vitest';
import { indexTextWords, indexTokens, queryTokens } from '@shared/text/search-tokens';
import type { IndexTokens, QueryWord } from '@shared/text/search-tokens';

const holds = (stored: readonly string[], wanted: string, prefix: boolean): boolean =>
  stored.some((token) => (prefix ? token.startsWith(wanted) : token === wanted));

const findsWord = (stored: IndexTokens, word: QueryWord): boolean =>
  holds(stored.words, word.text, word.prefix) ||
  word.skeletons.some((code) => holds(stored.skeletons, code, word.prefix));

/** The search as the index performs it, in memory. */
function finds(query: string, record: string): boolean {
  const stored = indexTokens(record);
  const { words, joined } = queryTokens(query);
  return [words, ...joined].some(
    (alternative) => alternative.length > 0 && alternative.every((word) => findsWord(stored, word)),
  );
}

const spellings: readonly (readonly string[])[] = [
  [
    'أحمد القحطاني',
    'احمد القحطانى',
    'أحْمَد القَحطاني',
    'أحمـــد قحطاني',
    'Ahmed Al-Qahtani',
    'Ahmad Alqahtani',
    'ahmad al qahtani',
  ],
  ['عبد الله', 'عبدالله', 'عبدالـلّٰه', 'Abdullah', 'Abd Allah', 'Abd-Allah', 'Abdollah'],
  [
    'عبد الرحمن الشمري',
    'عبدالرحمن الشمري',
    'عبدالرحمٰن شمري',
    'Abdulrahman Alshammari',
    'Abd al-Rahman al-Shammari',
    'Abdul Rahman Shammari',
  ],
  ['یحیی کریمی', 'يحيى كريمي', 'يحيي كريمى', 'Yahya Karimi'],
  ['فاطمة الزهراء', 'فاطمه الزهرا', 'فاطمة زهراء', 'Fatima Zahra', 'Fatemeh Al-Zahra'],
  ['علی رضا', 'علیرضا', 'علی‌رضا', 'Alireza', 'Ali Reza', 'Ali-Reza'],
  ['محمد رضا میرزایی', 'محمدرضا میرزائی', 'محمد‌رضا ميرزايي', 'Mohammad Reza Mirzaei', 'Mohammadreza Mirzaee'],
  ['نور الدين', 'نورالدين', 'نورالدّین', 'Noureddine', 'Nour al-Din', 'Nour Eddin'],
  ['أبو القاسم', 'ابوالقاسم', 'Abolghasem', 'Abu al-Qasim', 'Aboul Qassem'],
  ['حبيب الله', 'حبیب‌الله', 'حبيبالله', 'Habibollah', 'Habibullah'],
  ['می روم', 'می‌روم', 'میروم'],
  ['ﻣﺤﻤﺪ', 'محمد', 'مُحَمَّد', 'Mohammed', 'MUHAMMAD'],
  ['شركة ۱۲۳', 'شرکت ١٢٣'.replace('شرکت', 'شرکه'), 'شركة 123'],
  ["Sa'ad O'Brien", 'Saad OBrien', 'sa’ad o’brien'],
];

describe('search tokens', () => {
  test.each(spellings)('%s is found by all its spellings', (...all) => {
    const missed = all.flatMap((query) =>
      all.filter((record) => !finds(query, record)).map((record) => `${query} -> ${record}`),
    );
    expect(missed).toEqual([]);
  });

  test('every beginning of the last word finds the name', () => {
    for (const name of ['محمد القحطاني', 'Mohammed Otaibi', 'سید علی موسوی']) {
      const folded = queryTokens(name).words.at(-1)?.text ?? '';
      for (let length = 1; length <= folded.length; length += 1) {
        expect(finds(`${name.split(' ')[0] ?? ''} ${folded.slice(0, length)}`, name)).toBe(true);
      }
    }
  });

  test('words before the last are asked for whole', () => {
    expect(queryTokens('مح علي').words.map((word) => word.prefix)).toEqual([false, true]);
    expect(finds('مح علي', 'محمد علي')).toBe(false);
  });

  test('a name of another person is not found', () => {
    expect(finds('محمد القحطاني', 'محمد العتيبي')).toBe(false);
    expect(finds('Fatima', 'مريم')).toBe(false);
    expect(finds('قحطاني', 'محمد')).toBe(false);
  });

  test('the article is dropped only when a word of three letters remains', () => {
    expect(indexTokens('القحطاني').words).toEqual(['القحطاني', 'قحطاني']);
    expect(indexTokens('الله').words).toEqual(['الله']);
    expect(queryTokens('الق').words[0]?.text).toBe('الق');
  });

  test('a family name with its article is not joined to the given name', () => {
    expect(indexTokens('محمد القحطاني').words).not.toContain('محمدالقحطاني');
  });

  test('each token is stored once', () => {
    const { words, skeletons } = indexTokens('محمد محمد Mohammed محمد');
    expect(new Set(words).size).toBe(words.length);
    expect(new Set(skeletons).size).toBe(skeletons.length);
  });

  test('a query without letters or digits asks for nothing', () => {
    expect(queryTokens(' -؟! ')).toEqual({ words: [], joined: [] });
    expect(indexTokens('')).toEqual({ words: [], skeletons: [] });
  });

  test('tokens hold letters and digits only, so they need no quoting', () => {
    const { words, skeletons } = indexTokens('a"b*c:d^e(f) "محمد" NEAR(x) -y');
    for (const token of [...words, ...skeletons]) expect(token).toMatch(/^[\p{L}\p{N}]+$/u);
  });

  test('words of long texts are found without their Arabic particles and Persian plural', () => {
    expect(indexTextWords('زار والمريض بالمستشفى')).toEqual(
      expect.arrayContaining(['المريض', 'مريض', 'مستشفي'].slice(1)),
    );
    expect(indexTextWords('بیمارها و نامه‌هایی')).toEqual(expect.arrayContaining(['بيمار', 'نامه']));
  });
});

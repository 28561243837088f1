// Lists must stand in the order a reader of each language looks names up in; the measure is Intl.Collator.
import { describe, expect, test } from 'vitest';
import type { Language } from '@shared/locale/language';
import { sortKey, sortKeys } from '@shared/text/sort-key';
import { inventedNames, randomFrom } from './invented-names';

const sorted = (names: readonly string[], language: Language): string[] =>
  [...names].sort((left, right) =>
    Buffer.compare(Buffer.from(sortKey(left, language)), Buffer.from(sortKey(right, language))),
  );

/** Share of random pairs that the key orders the other way round than the collator does. */
function disagreement(language: Language, count: number): number {
  const names = inventedNames(language, count);
  const collator = new Intl.Collator(language, { numeric: true });
  const keys = names.map((name) => Buffer.from(sortKey(name, language)));
  const random = randomFrom(7);
  let wrong = 0;
  const pairs = 300_000;
  for (let pair = 0; pair < pairs; pair += 1) {
    const left = Math.floor(random() * count);
    const right = Math.floor(random() * count);
    const mine = Buffer.compare(keys[left] ?? Buffer.alloc(0), keys[right] ?? Buffer.alloc(0));
    const theirs = collator.compare(names[left] ?? '', names[right] ?? '');
    if (mine !== 0 && Math.sign(mine) !== Math.sign(theirs)) wrong += 1;
  }
  return wrong / pairs;
}

describe('sort key', () => {
  test.each(['ar', 'fa', 'en'] as const)(
    '%s names stand where Intl.Collator puts them, but for one pair in two thousand',
    (language) => {
      expect(disagreement(language, 3000)).toBeLessThan(0.0005);
    },
  );

  test('Persian order: alef with madda first, peh cheh zheh gaf in their places, waw before heh', () => {
    const names = [
      'یاسر',
      'هادی',
      'وحید',
      'گلناز',
      'کریم',
      'ژاله',
      'زهرا',
      'چمن',
      'جواد',
      'پارسا',
      'بابک',
      'احمد',
      'آرش',
    ];
    expect(sorted(names, 'fa')).toEqual([...names].reverse());
  });

  test('Arabic order: heh before waw', () => {
    expect(sorted(['ياسر', 'وليد', 'هاني', 'نبيل', 'أحمد', 'باسم'], 'ar')).toEqual([
      'أحمد',
      'باسم',
      'نبيل',
      'هاني',
      'وليد',
      'ياسر',
    ]);
  });

  test('the three keys of a party are the same whether made together or one by one', () => {
    const odd = ['آرش', 'آرش', 'سؤال 12', 'رقم ٠٠٧ مكتبة', 'Özil 𝒜𝟙 𞤀', '𐒰 9 ء', ''];
    for (const text of [...odd, ...(['ar', 'fa', 'en'] as const).flatMap((language) => inventedNames(language, 500))]) {
      expect(sortKeys(text)).toEqual({
        ar: sortKey(text, 'ar'),
        fa: sortKey(text, 'fa'),
        en: sortKey(text, 'en'),
      });
    }
  });

  test('spelling variants of one name sort together', () => {
    for (const language of ['ar', 'fa', 'en'] as const) {
      for (const [left, right] of [
        ['أحمد', 'احمد'],
        ['علي', 'علی'],
        ['كريم', 'کریم'],
        ['مُحَمَّد', 'محمد'],
        ['Núñez', 'Nunez'],
      ] as const) {
        expect(sortKey(left, language)).toBe(sortKey(right, language));
      }
    }
  });

  test("the reader's own script comes first, other scripts last", () => {
    const names = ['Иван', 'Zoe', 'Adam', 'ياسر', 'أحمد', '7 up'];
    expect(sorted(names, 'ar')).toEqual(['7 up', 'أحمد', 'ياسر', 'Adam', 'Zoe', 'Иван']);
    expect(sorted(names, 'fa')).toEqual(['7 up', 'أحمد', 'ياسر', 'Adam', 'Zoe', 'Иван']);
    expect(sorted(names, 'en')).toEqual(['7 up', 'Adam', 'Zoe', 'أحمد', 'ياسر', 'Иван']);
  });

  test('numbers sort by their value in any digits', () => {
    expect(sorted(['غرفه ۱۰', 'غرفه ٩', 'غرفه 2', 'غرفه ۰۱'], 'fa')).toEqual([
      'غرفه ۰۱',
      'غرفه 2',
      'غرفه ٩',
      'غرفه ۱۰',
    ]);
  });

  test('a shorter name stands before the longer one that begins with it', () => {
    expect(sorted(['علی رضایی', 'علیرضا', 'علی'], 'fa')).toEqual(['علی', 'علی رضایی', 'علیرضا']);
  });

  test('alef with madda typed as two code points sorts like the single one', () => {
    expect(sortKey('ا\u0653رش', 'fa')).toBe(sortKey('آرش', 'fa'));
  });
});

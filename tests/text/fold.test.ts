// The golden table of the fold: what a reader takes for the same must be the same, and what differs must stay apart.
import { describe, expect, test } from 'vitest';
import { fold, foldCompact } from '@shared/text/fold';
import { foldDeletions, foldDigits, foldKeptDistinct, foldMappings } from '@shared/text/fold-table';
import { differentPairs, foldedForms, samePairs } from './fold.golden';

describe('fold', () => {
  test('the golden table is large enough to mean something', () => {
    expect(samePairs.length + foldedForms.length).toBeGreaterThanOrEqual(120);
  });

  test.each(samePairs)('%s and %s are the same', (left, right) => {
    expect(fold(left)).toBe(fold(right));
    expect(fold(left)).not.toBe('');
  });

  test.each(foldedForms)('%s is stored as %s', (text, stored) => {
    expect(fold(text)).toBe(stored);
  });

  test.each(differentPairs)('%s and %s stay apart', (left, right) => {
    expect(fold(left)).not.toBe(fold(right));
  });

  test('folding twice changes nothing, for every code point alone and inside a word', () => {
    const changed: string[] = [];
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
      if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
      const once = fold(`a${String.fromCodePoint(codePoint)}ب`);
      if (fold(once) !== once) changed.push(codePoint.toString(16));
    }
    expect(changed).toEqual([]);
  });

  test('composed and decomposed text fold alike, for every code point', () => {
    const changed: string[] = [];
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
      if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
      const text = `a${String.fromCodePoint(codePoint)}ب`;
      const others = [text.normalize('NFD'), text.normalize('NFC')].filter((form) => form !== text);
      if (others.some((form) => fold(form) !== fold(text))) changed.push(codePoint.toString(16));
    }
    expect(changed).toEqual([]);
  });

  test('the result holds letters and digits parted by single spaces', () => {
    for (const text of ['  a  -- b ', '\u0000', '(محمد) — [علی]', '😀 x 😀', '\ud800 lone', 'ﷺ', '½', '㈀⼀']) {
      expect(fold(text)).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
    }
  });

  test('each row of the table does what it says', () => {
    for (const [from, to] of foldDeletions)
      for (let c = from; c <= to; c += 1) expect(fold(`ب${String.fromCodePoint(c)}ب`)).toBe('بب');
    for (const [from, to, into] of foldMappings)
      for (let c = from; c <= to; c += 1) expect(fold(String.fromCodePoint(c))).toBe(into);
    for (const [from, to] of foldDigits)
      for (let c = from; c <= to; c += 1) expect(fold(String.fromCodePoint(c))).toBe(String(c - from));
    for (const [from] of foldKeptDistinct) expect(fold(String.fromCodePoint(from))).toBe(String.fromCodePoint(from));
  });

  test('the compact form forgets spaces', () => {
    expect(foldCompact('عبد الله')).toBe(foldCompact('عبدالله'));
    expect(foldCompact('می روم')).toBe(foldCompact('می‌روم'));
  });
});

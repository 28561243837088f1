// Whatever stands in a cell or a field, reading it answers: nothing throws, nothing hangs, results stay in their alphabet.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identifierSchemes } from '@shared/catalogue';
import { checkIdentifier } from '@shared/features/parties/identifiers';
import { isCivilDate } from '@shared/locale/civil';
import { parseNumber } from '@shared/locale/numbers';
import { parseCivilDate } from '@shared/locale/parse-date';
import { cleanLine, cleanText } from '@shared/text/clean';
import { normaliseEmail } from '@shared/text/email';
import { fold } from '@shared/text/fold';
import { normalisePhone, phoneQueryDigits } from '@shared/text/phone';
import { indexTextWords, indexTokens, queryTokens } from '@shared/text/search-tokens';
import { sortKey } from '@shared/text/sort-key';

const pieces = fc.constantFrom(
  ...'ا|ال|لا|محمد|علی|عبد|ه|ء|ـ|َ|‌|‏|‮|٣|۷|5|/|-|.|,|٫|٬|:| |al|abd|sh|gh|w|y|😀|\ud800|é|ﷺ|ﷲ|½|شوال|مهر|May|هـ'.split(
    '|',
  ),
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join('')),
);

describe('hostile text', () => {
  test('folding is idempotent for whole texts and yields plain words', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const folded = fold(raw);
        return fold(folded) === folded && /^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u.test(folded);
      }),
      { numRuns: 5000 },
    );
  });

  test('cleaning is idempotent', () => {
    fc.assert(
      fc.property(
        text,
        (raw) => cleanLine(cleanLine(raw)) === cleanLine(raw) && cleanText(cleanText(raw)) === cleanText(raw),
      ),
      { numRuns: 5000 },
    );
  });

  test('a name is always found by itself', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const { words, skeletons } = indexTokens(raw);
        return queryTokens(raw).words.every(
          (word) =>
            words.some((stored) => stored.startsWith(word.text)) ||
            word.skeletons.some((code) => skeletons.includes(code)),
        );
      }),
      { numRuns: 5000 },
    );
  });

  test('every reader answers', () => {
    fc.assert(
      fc.property(text, (raw) => {
        normaliseEmail(raw);
        normalisePhone(raw, 'SA');
        phoneQueryDigits(raw);
        parseNumber(raw);
        indexTextWords(raw);
        for (const scheme of identifierSchemes) checkIdentifier(scheme, raw);
        for (const language of ['ar', 'fa', 'en'] as const) sortKey(raw, language);
        const date = parseCivilDate(raw, { calendar: 'umalqura', language: 'ar', today: '2026-11-23' });
        return date === null || isCivilDate(date.civil);
      }),
      { numRuns: 3000 },
    );
  });

  test('very long texts are read too', () => {
    for (const piece of ['a', 'ا', '1', '\u200c', ' ', 'ال ', ',1', '@', 'عبد الله ']) {
      const long = piece.repeat(100_000);
      expect(normaliseEmail(long).valid).toBe(false);
      expect(normalisePhone(long, 'SA').valid).toBe(false);
      expect(parseCivilDate(long, { calendar: 'persian', language: 'fa', today: '2026-11-23' })).toBeNull();
      expect(parseNumber(long)).toBeNull();
      cleanLine(long);
      sortKey(long, 'ar');
      indexTokens(long);
      queryTokens(long);
      checkIdentifier('iban', long);
    }
  });
});

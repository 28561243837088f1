// Consonant skeleton of a name, the same in Arabic, Persian and Latin letters: محمد = Mohammed = Muhammad.
// Two words are taken for spellings of one name when their skeleton variants intersect.
import { arabicCodes } from './skeleton-arabic';
import { consonantsOf, distinctCodes } from './skeleton-codes';
import { latinCodes } from './skeleton-latin';

/** The primary skeleton of one folded word; '' when the word has none (digits, other scripts). */
export const skeleton = (foldedWord: string): string => skeletons(foldedWord)[0] ?? '';

/** All skeleton variants (at most four, primary first) of one folded word. ض is z or d, Latin g is گ or ج, w may be a vowel. */
export function skeletons(foldedWord: string): readonly string[] {
  const known = memo.get(foldedWord);
  if (known !== undefined) return known;
  if (memo.size >= MEMO_SIZE) memo.clear();
  const codes = distinctCodes(codesOf(foldedWord).map(consonantsOf));
  memo.set(foldedWord, codes);
  return codes;
}

/** The same variants with their vowels marked between the consonants (see skeleton-codes.ts): حسن and حسين part here. */
export const soundings = (foldedWord: string): readonly string[] => distinctCodes(codesOf(foldedWord));

/** Pure memo: the words of names repeat so much that an import computes one in twenty. */
const memo = new Map<string, readonly string[]>();
const MEMO_SIZE = 10_000;

function codesOf(foldedWord: string): readonly string[] {
  if (latinWord.test(foldedWord)) return latinCodes(foldedWord);
  return arabicWord.test(foldedWord) ? arabicCodes(foldedWord) : [];
}

/** Whether two folded words may be spellings of one name. */
export function sameSkeleton(left: string, right: string): boolean {
  const rightCodes = skeletons(right);
  return skeletons(left).some((code) => rightCodes.includes(code));
}

const latinWord = /^[a-z]+$/;
const arabicWord = /^[\u0620-\u06d3]+$/;

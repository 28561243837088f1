// One fold for search, import, duplicates and sorting: texts a reader takes for the same become the same string.
import { foldDeletions, foldDigits, foldMappings } from './fold-table';

/** Raised whenever fold-table.ts or this file changes a result, so that a base knows its index is stale. */
export const FOLD_VERSION = 1;

/**
 * Folds text to lower-case letters and digits, words parted by single spaces, no space at either end. Idempotent.
 * Each code point: delete row, else compatibility decomposition, lower case, mapping row, digit row; other marks go;
 * what is then neither letter nor number parts words. Cost: about 0.3 µs for a name.
 */
export function fold(text: string): string {
  if (alreadyFolded.test(text)) return text;
  let folded = '';
  let gap = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const part = unit < 0xd800 || unit > 0xdfff ? foldedUnit(unit) : foldedCodePoint(text.codePointAt(index) ?? unit);
    if (unit >= 0xd800 && unit <= 0xdbff && (text.codePointAt(index) ?? 0) > 0xffff) index += 1;
    if (part === ' ') gap = true;
    else if (part !== '') {
      if (gap && folded !== '') folded += ' ';
      folded += part;
      gap = false;
    }
  }
  return untidy.test(folded) ? folded.trim().replace(/ +/g, ' ') : folded;
}

/** The fold without spaces: عبد الله and عبدالله, می روم and میروم agree. */
export const foldCompact = (text: string): string => fold(text).replaceAll(' ', '');

const alreadyFolded = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
/** Characters whose decomposition holds spaces (⑴, ﷺ) leave these. */
const untidy = /^ |  | $/;
const wordPart = /[\p{L}\p{N}]/u;
const mark = /\p{M}/u;

/** Pure memo of foldedCodePoint by UTF-16 unit; holds at most the characters in use. */
const unitMemo: (string | undefined)[] = [];

function foldedUnit(unit: number): string {
  const known = unitMemo[unit];
  if (known !== undefined) return known;
  const part = foldedCodePoint(unit);
  unitMemo[unit] = part;
  return part;
}

function foldedCodePoint(codePoint: number): string {
  if (within(foldDeletions, codePoint)) return '';
  const plain = String.fromCodePoint(codePoint).normalize('NFKD').toLowerCase().normalize('NFKD');
  let result = '';
  for (const character of plain) result += foldedPlain(character);
  return result.trim() === '' && result !== '' ? ' ' : result;
}

/** Folds one character that has no further decomposition. */
function foldedPlain(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  if (within(foldDeletions, codePoint)) return '';
  const mapping = foldMappings.find(([from, to]) => codePoint >= from && codePoint <= to);
  if (mapping) return mapping[2];
  const digits = foldDigits.find(([from, to]) => codePoint >= from && codePoint <= to);
  if (digits) return String(codePoint - digits[0]);
  if (wordPart.test(character)) return character;
  return mark.test(character) ? '' : ' ';
}

const within = (ranges: readonly (readonly [number, number, string])[], codePoint: number): boolean =>
  ranges.some(([from, to]) => codePoint >= from && codePoint <= to);

// Rescues text typed with the wrong keyboard switched on: lpl] is محمد, اشسسشى is Hassan.

/** What the same key gives on the US layout and on the Arabic (101) one; `b` alone gives two letters there. */
const arabicKeys =
  "q ض w ص e ث r ق t ف y غ u ع i ه o خ p ح [ ج ] د a ش s س d ي f ب g ل h ا j ت k ن l م ; ك ' ط z ئ x ء c ؤ v ر b لا n ى m ة , و . ز / ظ ` ذ";
/** The same for the Persian standard layout (ISIRI 9147). */
const persianKeys =
  "q ض w ص e ث r ق t ف y غ u ع i ه o خ p ح [ ج ] چ a ش s س d ی f ب g ل h ا j ت k ن l م ; ک ' گ z ظ x ط c ز v ر b ذ n د m پ , و";

type Layout = ReadonlyMap<string, string>;

/** Pairs of key and letter; the other way round where `back`. */
function layoutOf(keys: string, back: boolean): Layout {
  const parts = keys.split(' ');
  const pairs = parts.flatMap((key, index) => (index % 2 === 0 ? [[key, parts[index + 1] ?? ''] as const] : []));
  return new Map(pairs.map(([key, letter]) => (back ? [letter, key] : [key, letter])));
}

const toArabic = layoutOf(arabicKeys, false);
const toPersian = layoutOf(persianKeys, false);
const fromArabic = layoutOf(arabicKeys, true);
const fromPersian = layoutOf(persianKeys, true);

export interface KeyboardReadings {
  /** What may have been meant. Latin input gives an Arabic and a Persian reading where they differ. */
  readonly meant: readonly string[];
  /** The text as it stands is nobody's name. */
  readonly isSenseless: boolean;
}

const nothing: KeyboardReadings = { meant: [], isSenseless: false };

/** What the text may have been meant to be, when it makes no sense as it stands and does on another layout. Usually nothing. */
export function keyboardReadings(text: string): KeyboardReadings {
  const typed = inLowerCase(text.replace(/[\u200c-\u200f]/g, '').trim());
  if (/^[a-z[\];',./`\u0620-\u06d3 ]{3,}$/.test(typed) && /[a-z]/.test(typed)) {
    const words = typed.split(' ').filter((word) => word.length > 2 && !/^[a-z]+\.$/.test(word));
    if (!words.some(isSenselessLatin)) return nothing;
    const meant = [...new Set([typedOn(toArabic, typed), typedOn(toPersian, typed)])].filter(isArabic);
    return { meant, isSenseless: meant.length > 0 && words.every(isSenselessLatin) && words.some(isNoWord) };
  }
  if (!/^[\u0620-\u06d3 ]{3,}$/.test(typed)) return nothing;
  const readings = [typedOn(fromArabic, typed.replaceAll('لا', 'b')), typedOn(fromPersian, typed)];
  const meant = [...new Set(readings)].filter(isSpeakableLatin);
  return { meant, isSenseless: meant.length > 0 && /[ةى](?=[^ ])/.test(typed) };
}

/** With shift, some keys give letters of their own; with the caps lock on, none does. */
function inLowerCase(text: string): string {
  const shifted: Readonly<Record<string, string>> = { H: 'أ', Y: 'إ', N: 'آ', C: 'ژ' };
  const isCapsLock = !/[a-z]/.test(text);
  const isName = /(?:^| )[A-Z][a-z]*(?= |$)/.test(text) && !/[[\];`]/.test(text);
  if (isCapsLock || isName) return text.toLowerCase();
  return text.replace(/[HYNC]/g, (letter) => shifted[letter] ?? letter).toLowerCase();
}

const typedOn = (layout: Layout, text: string): string => [...text].map((key) => layout.get(key) ?? key).join('');

const isArabic = (text: string): boolean => /^[\u0620-\u06d3 ]+$/.test(text);

/** Keys of letters that give brackets, an apostrophe or comma where none can stand (O'Connor is a name), or no vowel at all. */
const isNoWord = (word: string): boolean =>
  /[[\];`/]/.test(word) || (/['.,]./.test(word) && !isSpeakable(word.replace(/['.,]/g, ''))) || !/[aeiouy]/.test(word);

/** The same, or letters that are hard to say: Schwartz is, and a name. */
const isSenselessLatin = (word: string): boolean => isNoWord(word) || !isSpeakable(word.replace(/['.,]/g, ''));

const isSpeakableLatin = (text: string): boolean =>
  text.split(' ').every((word) => /^[a-z]{2,}$/.test(word) && isSpeakable(word));

/** Vowels and consonants in the shares and runs that names have. */
function isSpeakable(word: string): boolean {
  if (/[^aeiouy]{4}|[aeiou]{4}/.test(word)) return false;
  const vowels = word.replace(/[^aeiouy]/g, '').length / word.length;
  return vowels >= 0.2 && vowels <= 0.75;
}

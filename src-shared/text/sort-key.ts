// A text's place in the alphabet as a short string compared byte by byte, because the database has no collations.
// Numbers come first, then the reader's own script, then the other one; spelling variants of a letter sort as that letter.
import type { Language } from '../locale/language';
import { fold } from './fold';

/** Raised whenever a key changes, so that a base knows its stored keys are stale. */
export const SORT_KEY_VERSION = 1;

/**
 * The key of a text in the order of one language (CLDR's primary order). Compare with SQLite BINARY.
 * Words are parted by a space, letters of the three alphabets become one ASCII byte each, numbers sixteen digits.
 */
export function sortKey(text: string, language: Language): string {
  const order = orders[language];
  let key = '';
  let digits = '';
  for (const letter of fold(keepOwnLetters(text, language))) {
    if (letter >= '0' && letter <= '9') {
      digits += letter;
      continue;
    }
    if (digits !== '') key += paddedNumber(digits);
    digits = '';
    key += order.get(letter) ?? letter;
  }
  return digits === '' ? key : key + paddedNumber(digits);
}

/** Stand-ins for two letters that the fold would merge: letters of a script (N'Ko) no office here writes. */
const MADDA = '\u07ca';
const HAMZA = '\u07cb';

const arabicOrder = [...'ابپتثجچحخدذرزژسشصضطظعغفڤقكگلمنهوي'];
const persianOrder = [...`${MADDA}ا${HAMZA}بپتثجچحخدذرزژسشصضطظعغفڤقكگلمنوهي`];
const latinOrder = [...'abcdefghijklmnopqrstuvwxyz'];

/** Letters to bytes. All lie above the digits (0x30-0x39) and below 0x7f; at most 37 Arabic and 26 Latin letters just fit. */
const orders: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  ar: byteOrder(arabicOrder, latinOrder),
  fa: byteOrder(persianOrder, latinOrder),
  en: byteOrder(latinOrder, arabicOrder),
};

function byteOrder(first: readonly string[], then: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...first, ...then].map((letter, index) => [letter, String.fromCharCode(0x3a + index)]));
}

/**
 * Arabic: every hamza sorts as alef, alef with madda as two alefs, teh marbuta as teh.
 * Persian: alef with madda before alef, hamza on a seat or on the line after alef; hamza on alef is plain alef.
 */
function keepOwnLetters(text: string, language: Language): string {
  if (!needsCare.test(text)) return text;
  const composed = text.normalize('NFC');
  if (language === 'fa') return composed.replaceAll('آ', MADDA).replace(/[ءؤئ]/g, HAMZA);
  return composed.replaceAll('آ', 'اا').replace(/[ءؤئ]/g, 'ا').replaceAll('ة', 'ت');
}

/** The letters above, composed or not, and presentation forms are left to the fold. */
const needsCare = /[ءآؤئة\u0653\u0654]/;

/** Sixteen digits hold every number a name contains; a longer one sorts by its digits. */
const paddedNumber = (digits: string): string => digits.replace(/^0+(?=.)/, '').padStart(16, '0');

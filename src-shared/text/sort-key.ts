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
  return keyOf(fold(keepOwnLetters(text, language)), orders[language]);
}

/** The keys of all three orders, at little more than the cost of one: Arabic and English fold alike, and most texts in Persian too. */
export function sortKeys(text: string): Readonly<Record<Language, string>> {
  const folded = fold(keepOwnLetters(text, 'ar'));
  const persian = needsCare.test(text) ? fold(keepOwnLetters(text, 'fa')) : folded;
  return { ar: keyOf(folded, orders.ar), fa: keyOf(persian, orders.fa), en: keyOf(folded, orders.en) };
}

/** Unit by unit: what lies outside the orders stays as it is, so halves of a surrogate pair stay together. */
function keyOf(folded: string, order: Order): string {
  let key = '';
  let digits = '';
  for (let index = 0; index < folded.length; index += 1) {
    const unit = folded.charCodeAt(index);
    if (unit >= ZERO && unit <= NINE) {
      digits += folded[index];
      continue;
    }
    if (digits !== '') key += paddedNumber(digits);
    digits = '';
    key += order[unit] ?? folded[index];
  }
  return digits === '' ? key : key + paddedNumber(digits);
}

const ZERO = 0x30;
const NINE = 0x39;

/** Stand-ins for two letters that the fold would merge: letters of a script (N'Ko) no office here writes. */
const MADDA = '\u07ca';
const HAMZA = '\u07cb';

const arabicOrder = [...'ابپتثجچحخدذرزژسشصضطظعغفڤقكگلمنهوي'];
const persianOrder = [...`${MADDA}ا${HAMZA}بپتثجچحخدذرزژسشصضطظعغفڤقكگلمنوهي`];
const latinOrder = [...'abcdefghijklmnopqrstuvwxyz'];

/** By UTF-16 unit; every letter of the three alphabets is one. */
type Order = readonly (string | undefined)[];

/** Letters to bytes. All lie above the digits (0x30-0x39) and below 0x7f; at most 37 Arabic and 26 Latin letters just fit. */
const orders: Readonly<Record<Language, Order>> = {
  ar: byteOrder(arabicOrder, latinOrder),
  fa: byteOrder(persianOrder, latinOrder),
  en: byteOrder(latinOrder, arabicOrder),
};

function byteOrder(first: readonly string[], then: readonly string[]): Order {
  const order: (string | undefined)[] = [];
  for (const [index, letter] of [...first, ...then].entries())
    order[letter.charCodeAt(0)] = String.fromCharCode(0x3a + index);
  return order;
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

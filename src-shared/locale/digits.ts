// Digits between the three sets people here read and type: 0123456789, ٠١٢٣٤٥٦٧٨٩ and ۰۱۲۳۴۵۶۷۸۹.
import type { Digits, Language } from './language';

const zeroOf: Readonly<Record<Digits, number>> = { latn: 0x30, arab: 0x660, arabext: 0x6f0 };

/** Every Arabic-Indic, Persian and full-width digit as 0-9; all else unchanged. */
export function toLatinDigits(text: string): string {
  return foreignDigit.test(text) ? text.replace(foreignDigits, latinDigit) : text;
}

/** Every digit of a text in one set; all else unchanged. */
export function toDigits(text: string, digits: Digits): string {
  const latin = toLatinDigits(text);
  if (digits === 'latn') return latin;
  return latin.replace(/[0-9]/g, (digit) => String.fromCharCode(zeroOf[digits] + Number(digit)));
}

/** What `auto` means: Persian digits in Persian, Arabic-Indic in Arabic where the country writes them, else Latin. */
export function digitsOf(choice: Digits | 'auto', language: Language, country: string): Digits {
  if (choice !== 'auto') return choice;
  if (language === 'fa') return 'arabext';
  return language === 'ar' && !latinDigitCountries.has(country) ? 'arab' : 'latn';
}

/** Arabic-speaking countries whose CLDR locale writes Latin digits: the Emirates and the Maghreb. */
const latinDigitCountries = new Set(['AE', 'DZ', 'EH', 'LY', 'MA', 'TN', 'MR']);

const foreignDigit = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/;
const foreignDigits = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;
/** The last four bits of all three blocks count from their zero, which lies on a multiple of sixteen. */
const latinDigit = (digit: string): string => String(digit.charCodeAt(0) & 0xf);

// Phone numbers in any digits and punctuation to one form, and the pieces by which any run of four digits finds them.
import type { CountryCode } from 'libphonenumber-js/max';
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { toLatinDigits } from '../locale/digits';

export interface NormalisedPhone {
  /** The digits to keep for search: of the E.164 number, or those typed when it is not understood. */
  digits: string;
  /** `+` and at most fifteen digits, or null when the text is no possible number of any country. */
  e164: string | null;
  /** Whether the country's numbering plan has such a number. */
  valid: boolean;
  /** For display (left to right): `+966 50 123 4567`; the typed text when it is not understood. */
  international: string;
  /**
   * Every digit string under which it is searched: international with and without 00, as dialled at home with its leading
   * zero, and as it was typed, extension and all.
   */
  forms: string[];
}

/** Fewer digits find too much to be a search. */
export const MIN_PHONE_RUN = 4;

/**
 * Any text to a phone number. `country` (ISO 3166 alpha-2) reads numbers without a country code; 00 is read as +.
 * Never fails: what is not understood keeps its digits and says valid: false.
 */
export function normalisePhone(raw: string, country: string): NormalisedPhone {
  const key = `${country} ${raw}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  if (memo.size >= MEMO_SIZE) memo.clear();
  const phone = readPhone(raw, country);
  memo.set(key, phone);
  return phone;
}

/** Pure memo: an import asks for each number two or three times in a row, and reading one costs as much as storing it. */
const memo = new Map<string, NormalisedPhone>();
const MEMO_SIZE = 500;

function readPhone(raw: string, country: string): NormalisedPhone {
  const typed = toLatinDigits(raw.replace(invisible, '')).trim();
  const text = typed.replace(/^(?:\+\s*)?00(?=[\s\-./(]*[1-9])/, '+');
  const bare = text.replace(/\D/g, '');
  const asTyped = typed.replace(/\D/g, '');
  const parsed = parsePhoneNumberFromString(text, isSupportedCountry(country) ? (country as CountryCode) : undefined);
  if (!parsed || !parsed.isPossible()) {
    return { digits: bare, e164: null, valid: false, international: typed, forms: distinctForms([asTyped]) };
  }
  const digits = parsed.number.slice(1);
  const atHome = parsed
    .formatNational()
    .replace(/(?:ext|x).*$/i, '')
    .replace(/\D/g, '');
  return {
    digits,
    e164: parsed.number,
    valid: parsed.isValid(),
    get international() {
      return parsed.formatInternational();
    },
    forms: distinctForms([`00${digits}`, atHome, asTyped]),
  };
}

/** A form that stands inside another finds nothing more. */
const distinctForms = (forms: readonly string[]): string[] =>
  forms.filter(
    (form, index) =>
      form !== '' && !forms.some((other, at) => at !== index && other.includes(form) && (other !== form || at < index)),
  );

/** Every digit string under which a phone is searched; see NormalisedPhone. */
export const phoneForms = (raw: string, country: string): string[] => normalisePhone(raw, country).forms;

/** All 4-grams of a digit string, each once: what the index stores. A shorter string is its own only gram. */
export function phoneGrams(digits: string): string[] {
  const grams = new Set<string>();
  for (let from = 0; from + MIN_PHONE_RUN <= digits.length; from += 1)
    grams.add(digits.slice(from, from + MIN_PHONE_RUN));
  return grams.size === 0 && digits !== '' ? [digits] : [...grams];
}

/**
 * 4-grams that together cover a run of digits; a number holds the run only if it holds all of them (the caller still
 * checks the run itself, as grams may stand apart). Empty for fewer than four digits.
 */
export function phoneQueryGrams(digits: string): string[] {
  const last = digits.length - MIN_PHONE_RUN;
  if (last < 0) return [];
  const grams = new Set<string>();
  for (let from = 0; from < last; from += MIN_PHONE_RUN) grams.add(digits.slice(from, from + MIN_PHONE_RUN));
  return [...grams.add(digits.slice(last))];
}

/**
 * The digits a person searches a phone by, or null when the text is something else: no letter, at least four digits, in any
 * digits and any punctuation. A leading 00 stays: every international form is kept with it.
 */
export function phoneQueryDigits(text: string): string | null {
  const plain = toLatinDigits(text.replace(invisible, ''));
  if (/[\p{L}@]/u.test(plain)) return null;
  const digits = plain.replace(/\D/g, '');
  return digits.length >= MIN_PHONE_RUN ? digits : null;
}

/** Direction marks, joiners and other invisible characters that copied numbers carry. */
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

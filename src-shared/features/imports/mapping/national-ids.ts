// Which country's identity number a value is, by length, leading digits and check digit (published rules).

import type { identifierSchemes } from '../../../catalogue';
import { toLatinDigits } from '../../../locale/digits';

type Scheme = (typeof identifierSchemes)[number];

/** The scheme whose rule the digits keep; the site's country is tried first, for some lengths are shared. */
export function schemeOfNationalId(text: string, country: string): Scheme | null {
  const digits = toLatinDigits(text).replace(/[\s\-./]/g, '');
  if (!/^\d{10,15}$/.test(digits)) return null;
  const rules = country === 'IR' ? [iranian, saudi, emirati, egyptian] : [saudi, emirati, egyptian, iranian];
  for (const rule of rules) {
    const scheme = rule(digits);
    if (scheme) return scheme;
  }
  return null;
}

/** The scheme a number without a valid check digit is filed under: that of the site's country by its length. */
export function likelyScheme(text: string, country: string): Scheme {
  const length = toLatinDigits(text).replace(/\D/g, '').length;
  if (country === 'SA' && length === 10) return 'sa-national-id';
  if (country === 'IR' && (length === 10 || length === 8 || length === 9)) return 'ir-national-id';
  if (country === 'IR' && length === 11) return 'ir-company-id';
  if (country === 'AE' && length === 15) return 'ae-emirates-id';
  if (country === 'EG' && length === 14) return 'eg-national-id';
  return 'other';
}

function saudi(digits: string): Scheme | null {
  if (digits.length !== 10 || !luhn(digits)) return null;
  return digits.startsWith('1') ? 'sa-national-id' : digits.startsWith('2') ? 'sa-iqama' : null;
}

function emirati(digits: string): Scheme | null {
  return /^784(?:19|20)\d{10}$/.test(digits) && luhn(digits) ? 'ae-emirates-id' : null;
}

/** Century digit, YYMMDD, governorate 01-35 or 88; the check digit's rule is not published. */
function egyptian(digits: string): Scheme | null {
  return /^[23]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)\d{5}$/.test(digits) ? 'eg-national-id' : null;
}

function iranian(digits: string): Scheme | null {
  if (digits.length === 10) return iranianPerson(digits) ? 'ir-national-id' : null;
  return digits.length === 11 && iranianCompany(digits) ? 'ir-company-id' : null;
}

function iranianPerson(digits: string): boolean {
  if (/^(\d)\1{9}$/.test(digits)) return false;
  const rest = weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return Number(digits[9]) === (rest < 2 ? rest : 11 - rest);
}

/** Ten digits, each raised by the tens digit plus two, weighted 29, 27, 23, 19, 17 twice over; the remainder by 11 checks. */
function iranianCompany(digits: string): boolean {
  if (/^(\d)\1{10}$/.test(digits)) return false;
  const raise = Number(digits[9]) + 2;
  const weights = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17];
  const sum = weights.reduce((total, weight, at) => total + (Number(digits[at]) + raise) * weight, 0);
  const rest = sum % 11;
  return Number(digits[10]) === (rest === 10 ? 0 : rest);
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((total, weight, at) => total + Number(digits[at]) * weight, 0);
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

// Which country's identity number a value is, by the published rules: the scheme whose rule it keeps, else the likeliest one.

import { toLatinDigits } from '../../../locale/digits';
import type { IdentifierScheme } from '../../parties/identifiers';
import { checkIdentifier } from '../../parties/identifiers';

const nationalSchemes = [
  'sa-national-id',
  'sa-iqama',
  'ae-emirates-id',
  'eg-national-id',
  'ir-national-id',
  'ir-company-id',
] as const;

/** The site's own schemes are tried first, for some lengths are shared. Ten digits at least: nine are any number. */
export function schemeOfNationalId(text: string, country: string): IdentifierScheme | null {
  const digits = toLatinDigits(text).replace(/[\s\-./]/g, '');
  if (!/^\d{10,15}$/.test(digits)) return null;
  const own = `${country.toLowerCase()}-`;
  const ordered = nationalSchemes.toSorted(
    (left, right) => Number(right.startsWith(own)) - Number(left.startsWith(own)),
  );
  return ordered.find((scheme) => checkIdentifier(scheme, digits).verdict === 'valid') ?? null;
}

/** The scheme of the site's country by the number's length, for a number that fails its check; a warning comes later. */
export function likelyScheme(text: string, country: string): IdentifierScheme {
  const length = toLatinDigits(text).replace(/\D/g, '').length;
  if (country === 'SA' && length === 10) return 'sa-national-id';
  if (country === 'IR' && length >= 8 && length <= 10) return 'ir-national-id';
  if (country === 'IR' && length === 11) return 'ir-company-id';
  if (country === 'AE' && length === 15) return 'ae-emirates-id';
  if (country === 'EG' && length === 14) return 'eg-national-id';
  return 'other';
}

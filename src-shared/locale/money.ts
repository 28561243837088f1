// Money: whole minor units of a currency, exactly; as people write it and as they read it.
import { toLatinDigits } from './digits';
import { digitsFor } from './preferences';
import type { WritingPreferences } from './preferences';

/** ISO 4217, by how many digits follow the point where it is not two. The rial of Iran is counted whole, as nobody pays in dinars. */
const exponents: Readonly<Record<string, number>> = {
  ...spread(0, 'BIF CLP DJF GNF IRR ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...spread(3, 'BHD IQD JOD KWD LYD OMR TND'),
};

/** What a country's people pay with. ISO 3166-1 alpha-2 → ISO 4217. */
const currencyOfCountry: Readonly<Record<string, string>> = {
  SA: 'SAR',
  AE: 'AED',
  BH: 'BHD',
  KW: 'KWD',
  OM: 'OMR',
  QA: 'QAR',
  YE: 'YER',
  EG: 'EGP',
  IQ: 'IQD',
  JO: 'JOD',
  SY: 'SYP',
  PS: 'ILS',
  LB: 'LBP',
  SD: 'SDG',
  LY: 'LYD',
  TN: 'TND',
  DZ: 'DZD',
  MA: 'MAD',
  IR: 'IRR',
  AF: 'AFN',
  TR: 'TRY',
  PK: 'PKR',
  GB: 'GBP',
};

function spread(digits: number, codes: string): Record<string, number> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, digits]));
}

const known: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export const isCurrency = (code: string): boolean => known.has(code);
export const currencyFor = (country: string): string => currencyOfCountry[country] ?? 'USD';
export const currencies: readonly string[] = [...known];

/** How many digits of an amount in minor units follow the point. */
export const minorDigits = (currency: string): number => exponents[currency] ?? 2;

/** More than any office sells for, and so little that sums of ten thousand of them are still exact in the database. */
export const MOST_MINOR = 100_000_000_000_000;

/** "too-precise": more digits after the point than the currency has. */
export type MoneyError = 'no-amount' | 'too-precise' | 'too-large';

/** Minor units of an amount as typed, in any digits: 1,234.5 · ١٬٢٣٤٫٥ · 12/5. Never rounded. */
export function parseMoney(text: string, currency: string): { minor: number } | { error: MoneyError } {
  const read = parseScaled(text, minorDigits(currency));
  return 'error' in read ? read : { minor: read.scaled };
}

/** A decimal number as typed, times ten to the power of `digits`, at most `MOST_MINOR`; never rounded. */
export function parseScaled(text: string, digits: number): { scaled: number } | { error: MoneyError } {
  const plain = pointed(text);
  if (plain === null) return { error: 'no-amount' };
  const [whole = '', decimals = ''] = plain.split('.');
  const meant = decimals.replace(/0+$/, '');
  if (meant.length > digits) return { error: 'too-precise' };
  const scaled = BigInt(`${whole}${meant.padEnd(digits, '0')}` || '0');
  return scaled > BigInt(MOST_MINOR) ? { error: 'too-large' } : { scaled: Number(scaled) };
}

/** Digits with at most one point; null when the marks contradict one another. Threes after a comma are thousands. */
function pointed(text: string): string | null {
  const plain = toLatinDigits(text)
    .replace(/[\s'\u2019_\u066c\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replaceAll('\u060c', ',')
    .replace('\u066b', '.')
    .replace(/^(\d+)\/(\d+)$/, '$1.$2');
  const grouped = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  return /^(\d+\.?\d*|\.\d+)$/.test(grouped) ? grouped : null;
}

/** Minor units as a decimal number without marks: 1234.500 of 1234500 fils. */
export function majorUnits(minor: number | bigint | string, currency: string): string {
  return decimalText(minor, minorDigits(currency));
}

/** A scaled number as a decimal one, with all its digits after the point: 2.500000 of 2500000 with six. */
export function decimalText(scaled: number | bigint | string, digits: number): string {
  const [sign, text] = String(scaled).startsWith('-') ? ['-', String(scaled).slice(1)] : ['', String(scaled)];
  if (digits === 0) return sign + text;
  const padded = text.padStart(digits + 1, '0');
  return `${sign}${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

type Writing = Pick<WritingPreferences, 'language' | 'digits' | 'country'>;

/** The amount with its currency as the reader writes it; `minor` as text where it may be more than a number holds. */
export function formatMoney(minor: number | bigint | string, currency: string, preferences: Writing): string {
  const digits = minorDigits(currency);
  const format = new Intl.NumberFormat(`${preferences.language}-u-nu-${digitsFor(preferences)}`, {
    style: 'currency',
    currency,
    currencyDisplay: 'symbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // Exact beyond what a number holds: a decimal text is formatted as it stands.
  return format.format(majorUnits(minor, currency) as Intl.StringNumericLiteral);
}

export const moneyScales = ['exact', 'thousand', 'million'] as const;
export type MoneyScale = (typeof moneyScales)[number];

/** Rials are told in thousands and millions of toman, which are ten rials each. */
export const isInToman = (currency: string): boolean => currency === 'IRR';

/** Minor units as a decimal number of thousands or millions, to two decimals, halves away from nothing. */
export function scaledMoney(
  minor: number | bigint | string,
  currency: string,
  scale: Exclude<MoneyScale, 'exact'>,
): string {
  const shift = minorDigits(currency) + (scale === 'million' ? 6 : 3) + (isInToman(currency) ? 1 : 0);
  const value = BigInt(minor) * 100n;
  const unit = 10n ** BigInt(shift);
  const size = ((value < 0n ? -value : value) * 2n + unit) / (unit * 2n);
  const digits = size.toString().padStart(3, '0');
  return `${value < 0n && size > 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

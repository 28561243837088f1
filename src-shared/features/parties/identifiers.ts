// Identity numbers by their published rules: one written form to store and compare, and whether the number can exist.
// A verdict of 'invalid' is a warning to the person typing, never a reason to lose what they typed.
import type { identifierSchemes } from '../../catalogue';
import { toLatinDigits } from '../../locale/digits';

export type IdentifierScheme = (typeof identifierSchemes)[number];

/** Why a number cannot exist. Words: `errors.identifier.<reason>`. */
export type IdentifierReason =
  | 'length'
  | 'characters'
  | 'prefix'
  | 'checksum'
  | 'date'
  | 'governorate'
  | 'repeated'
  | 'country';

export interface IdentifierCheck {
  /** Latin digits and capitals, no spaces or invisible marks; for schemes with a rule no punctuation, leading zeros restored. */
  normalised: string;
  /** 'unchecked': the scheme has no published rule. */
  verdict: 'valid' | 'invalid' | 'unchecked';
  reason?: IdentifierReason;
}

export function checkIdentifier(scheme: IdentifierScheme, value: string): IdentifierCheck {
  const plain = toLatinDigits(value.normalize('NFKC')).toUpperCase().replace(invisible, '');
  const rule = rules[scheme];
  if (!rule) return { normalised: plain, verdict: 'unchecked' };
  const compact = plain.replace(punctuation, '');
  const normalised = rule.restore ? rule.restore(compact) : compact;
  const reason = rule.check(normalised);
  return reason === undefined ? { normalised, verdict: 'valid' } : { normalised, verdict: 'invalid', reason };
}

interface Rule {
  /** Gives back what spreadsheets take away: leading zeros. */
  restore?: (compact: string) => string;
  check: (compact: string) => IdentifierReason | undefined;
}

/** Spaces and invisible marks; they never tell two numbers apart. */
const invisible = /[\s\p{Cf}]/gu;
/** What people write between the groups of a checked number. Numbers without a rule keep it: it may tell two apart. */
const punctuation = /\p{P}/gu;

const rules: Partial<Record<IdentifierScheme, Rule>> = {
  'sa-national-id': { check: (value) => saudi(value, '1') },
  'sa-iqama': { check: (value) => saudi(value, '2') },
  'ae-emirates-id': { check: emirates },
  'eg-national-id': { check: egyptian },
  'ir-national-id': {
    restore: (value) => (/^\d{8,9}$/.test(value) ? value.padStart(10, '0') : value),
    check: iranianPerson,
  },
  'ir-company-id': { check: iranianCompany },
  passport: { check: passport },
  iban: { check: iban },
};

/** Ten digits, the first 1 for citizens and 2 for residents, Luhn check digit. */
function saudi(value: string, prefix: string): IdentifierReason | undefined {
  const shape = digitsOnly(value, 10);
  if (shape) return shape;
  if (!value.startsWith(prefix)) return 'prefix';
  return luhn(value) ? undefined : 'checksum';
}

/** 784 (the country), year of birth, seven digits, Luhn check digit. */
function emirates(value: string): IdentifierReason | undefined {
  const shape = digitsOnly(value, 15);
  if (shape) return shape;
  if (!value.startsWith('784')) return 'prefix';
  const year = Number(value.slice(3, 7));
  if (year < 1900 || year > 2099) return 'date';
  return luhn(value) ? undefined : 'checksum';
}

/** Century (2 = 19xx, 3 = 20xx), YYMMDD of birth, governorate, serial; the rule of the last digit is not published. */
function egyptian(value: string): IdentifierReason | undefined {
  const shape = digitsOnly(value, 14);
  if (shape) return shape;
  if (value[0] !== '2' && value[0] !== '3') return 'prefix';
  const year = (value[0] === '2' ? 1900 : 2000) + Number(value.slice(1, 3));
  if (!isDay(year, Number(value.slice(3, 5)), Number(value.slice(5, 7)))) return 'date';
  return egyptianGovernorates.has(value.slice(7, 9)) ? undefined : 'governorate';
}

/** Codes of the governorates of Egypt; 88 stands for births abroad. */
const egyptianGovernorates = new Set(
  '01 02 03 04 11 12 13 14 15 16 17 18 19 21 22 23 24 25 26 27 28 29 31 32 33 34 35 88'.split(' '),
);

/** Ten digits, weights 10 to 2, remainder of 11: below 2 it is the check digit, else 11 less it. Ten equal digits pass but are never issued. */
function iranianPerson(value: string): IdentifierReason | undefined {
  const shape = digitsOnly(value, 10);
  if (shape) return shape;
  if (/^(\d)\1{9}$/.test(value)) return 'repeated';
  let sum = 0;
  for (let index = 0; index < 9; index += 1) sum += Number(value[index]) * (10 - index);
  const remainder = sum % 11;
  return Number(value[9]) === (remainder < 2 ? remainder : 11 - remainder) ? undefined : 'checksum';
}

/** Eleven digits; every digit plus the tenth plus 2, weights 29 27 23 19 17 twice, remainder of 11, 10 counting as 0. */
function iranianCompany(value: string): IdentifierReason | undefined {
  const shape = digitsOnly(value, 11);
  if (shape) return shape;
  if (/^(\d)\1{10}$/.test(value)) return 'repeated';
  const weights = [29, 27, 23, 19, 17];
  const shift = Number(value[9]) + 2;
  let sum = 0;
  for (let index = 0; index < 10; index += 1) sum += (Number(value[index]) + shift) * (weights[index % 5] ?? 0);
  return Number(value[10]) === (sum % 11) % 10 ? undefined : 'checksum';
}

/** ICAO 9303: at most nine letters and digits in the machine-readable zone; five is the shortest in use. */
function passport(value: string): IdentifierReason | undefined {
  if (!/^[A-Z0-9]*$/.test(value)) return 'characters';
  return value.length >= 5 && value.length <= 9 ? undefined : 'length';
}

/** ISO 13616: length by country, remainder of 97 is 1 after the first four characters moved to the end. */
function iban(value: string): IdentifierReason | undefined {
  if (!/^[A-Z0-9]*$/.test(value)) return 'characters';
  const length = ibanLengths.get(value.slice(0, 2));
  if (length === undefined) return 'country';
  if (value.length !== length) return 'length';
  let remainder = 0;
  for (const character of value.slice(4) + value.slice(0, 4)) {
    const number = Number.parseInt(character, 36);
    remainder = (remainder * (number > 9 ? 100 : 10) + number) % 97;
  }
  return remainder === 1 ? undefined : 'checksum';
}

function digitsOnly(value: string, length: number): IdentifierReason | undefined {
  if (!/^\d*$/.test(value)) return 'characters';
  return value.length === length ? undefined : 'length';
}

function luhn(value: string): boolean {
  let sum = 0;
  for (let index = 0; index < value.length; index += 1) {
    const digit = Number(value[value.length - 1 - index]) * (index % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Lengths from the SWIFT IBAN registry: country, then characters. */
const ibanLengths: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 ' +
    'EG29 ES24 FI18 FR27 GB22 GE22 GR27 HR21 HU28 IE22 IL23 IQ23 IR26 IS26 IT27 JO30 KW30 KZ20 LB28 LT20 ' +
    'LU20 LV21 LY25 MA28 MC27 MD24 ME22 MK19 MR27 MT31 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 ' +
    'SA24 SD18 SE24 SI19 SK24 SM27 SO23 TN24 TR26 UA29 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
